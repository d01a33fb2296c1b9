import type { JsonObject } from '../../../engine/model/json'
import { admitObject } from '../../admit'

/** What the server says against an object: `Required rules[0].verbs`. */
export const causes = (object: JsonObject, minor = 36): readonly string[] =>
  admitObject(object, minor)?.causes.map(
    ({ reason, place }) => `${reason.replace('FieldValue', '')} ${place.field}`,
  ) ?? ['unknown kind']

/** The fields that the server warns of. */
export const warned = (object: JsonObject, minor = 36): readonly string[] =>
  admitObject(object, minor)?.warnings.map(({ place }) => place.field) ?? []
