import type { JsonObject } from '../../engine/model/json'
import { givenName } from '../metadata/nameRules'
import { objectAt, textAt } from '../read'

/** The name of an object, or one like that which the server will generate. */
export const objectName = (object: JsonObject): string => {
  const metadata = objectAt(object, 'metadata')
  return givenName(textAt(metadata, 'name'), textAt(metadata, 'generateName'))
}
