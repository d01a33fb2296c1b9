import type { JsonObject } from '../../engine/model/json'
import { shorten } from '../../engine/model/shorten'
import type { Answer } from '../answer'
import { labelValueProblem, qualifiedNameProblem } from '../../kubernetes/names'
import type { Place } from '../place'
import { textsOf } from '../read'
import type { RefusedRule } from '../rules'
import { byteLength, invalid, named, quoted, tooLong } from '../say'

/**
 * The map of labels in a field of an object: of its metadata, of a template, of a nodeSelector. `place`: of the map, which
 * is where the server puts every cause. Source: `ValidateLabels`.
 */
export function validateLabels(
  owner: JsonObject,
  key: string,
  place: Place,
  answer: Answer,
  rule: RefusedRule = 'invalid-label',
): void {
  for (const [name, value] of textsOf(owner, key)) {
    named(answer, place.keyOf(name).spelled(place.field), 'The label key', name, qualifiedNameProblem, rule)
    const problem = labelValueProblem(value)
    if (problem === undefined) continue
    const message = `The value ${quoted(value)} of the label ${shorten(name)} ${problem}.`
    const here = place.key(name).spelled(place.field)
    invalid(answer, here, message, rule, { kind: 'name', problem: labelValueProblem })
  }
}

const mostBytes = 256 * 1024

/**
 * The annotations in a field of an object. Their keys are compared in lower case, and all keys and values together have a
 * limit. Source: `ValidateAnnotations`.
 */
export function validateAnnotations(owner: JsonObject, key: string, place: Place, answer: Answer): void {
  validateAnnotationKeys(owner, key, place, answer)
  const annotations = textsOf(owner, key)
  const bytes = annotations.reduce((sum, [name, value]) => sum + byteLength(name) + byteLength(value), 0)
  if (bytes > mostBytes) tooLong(answer, place, 'All annotations together', mostBytes, 'bytes')
}

/** The keys of annotations. `place`: of the map. */
export function validateAnnotationKeys(owner: JsonObject, key: string, place: Place, answer: Answer): void {
  for (const [name] of textsOf(owner, key))
    named(
      answer,
      place.keyOf(name).spelled(place.field),
      'The annotation key',
      name,
      (text) => qualifiedNameProblem(text.toLowerCase()),
      'invalid-annotation',
    )
}
