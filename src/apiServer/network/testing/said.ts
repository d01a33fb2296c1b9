import type { JsonObject } from '../../../engine/model/json'
import { admitObject } from '../../admit'

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].toSorted()

/** The places of what the server refuses, as `rule at place`. */
export const refused = (object: JsonObject, minor = 36): readonly string[] =>
  distinct(admitObject(object, minor)?.causes.map(({ rule, place }) => `${rule} at ${place.field}`) ?? [])

/** The places of what the server warns of. */
export const warned = (object: JsonObject, minor = 36): readonly string[] =>
  distinct(admitObject(object, minor)?.warnings.map(({ rule, place }) => `${rule} at ${place.field}`) ?? [])

/** The places of what the server drops. */
export const dropped = (object: JsonObject, minor = 36): readonly string[] =>
  distinct(admitObject(object, minor)?.dropped.map(({ place }) => place.field) ?? [])
