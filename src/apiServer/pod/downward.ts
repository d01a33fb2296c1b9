import { isObject, type JsonObject } from '../../engine/model/json'
import { has, listAt, objectAt, textAt } from '../read'
import { lowerFirst } from '../say'
import { type At, about, refuse, requireText, within } from './checks'
import { fileFields, validateFieldRef, validateResourceFieldRef } from './fieldRefs'
import { validateMode, validateVolumePath } from './files'

/** The files of a source. The server names them without their number. `at`: the place of the source. */
export function validateDownwardFiles(source: JsonObject, at: At): void {
  for (const [index, file] of listAt(source, 'items').entries())
    if (isObject(file)) {
      const place = at.place.child('items').index(index).spelled(at.place.field)
      validateDownwardFile(
        file,
        about(at, place, `${at.subject}: item ${index + 1}`),
        `item ${index + 1} of ${lowerFirst(at.subject)}`,
      )
    }
}

/**
 * A file with something of the Pod in it. `at`: its place. `title`: how its parts are named. Source:
 * `validateDownwardAPIVolumeFile`.
 */
function validateDownwardFile(file: JsonObject, at: At, title: string): void {
  const { place, answer } = at
  requireText(file, 'path', at)
  validateVolumePath(textAt(file, 'path'), within(at, 'path'))
  if (has(file, 'fieldRef')) {
    validateFieldRef(objectAt(file, 'fieldRef'), place.child('fieldRef'), title, fileFields, answer)
    if (has(file, 'resourceFieldRef'))
      refuse(
        'only-one-allowed',
        'FieldValueInvalid',
        at,
        `${at.subject} has both a fieldRef and a resourceFieldRef.`,
      )
  } else if (has(file, 'resourceFieldRef'))
    validateResourceFieldRef(
      objectAt(file, 'resourceFieldRef'),
      place.child('resourceFieldRef'),
      title,
      answer,
      true,
    )
  else
    refuse(
      'required-field',
      'FieldValueRequired',
      at,
      `${at.subject} has neither a fieldRef nor a resourceFieldRef.`,
    )
  validateMode(file, 'mode', at)
}
