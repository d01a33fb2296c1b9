import { isList, isObject, type Json, type JsonObject } from '../../../engine/model/json'
import { root, type Place } from '../../place'
import { has, isTrueAt, listAt, objectAt } from '../../read'

/** A schema within a schema, and where it is. */
export type Part = {
  readonly schema: JsonObject
  readonly place: Place
  readonly via: Via
  readonly key: string
}

/** The field that leads to a part. */
type Via =
  | 'additionalItems'
  | 'additionalProperties'
  | 'allOf'
  | 'anyOf'
  | 'definitions'
  | 'dependencies'
  | 'items'
  | 'not'
  | 'oneOf'
  | 'patternProperties'
  | 'properties'

const single = ['additionalItems', 'additionalProperties', 'not', 'items'] as const
const lists = ['allOf', 'anyOf', 'oneOf', 'items'] as const
const maps = ['properties', 'patternProperties', 'definitions', 'dependencies'] as const

const asSchema = (json: Json): JsonObject => (isObject(json) ? json : {})

/** Every schema that stands directly in a schema. */
export const partsOf = (schema: JsonObject, place: Place): readonly Part[] => [
  ...single.flatMap((via) => {
    const part = schema[via]
    return isObject(part) ? [{ schema: part, place: place.child(via), via, key: '' }] : []
  }),
  ...lists.flatMap((via) =>
    schemasIn(schema, via).map((part, index) => ({
      schema: part,
      place: place.child(via).index(index),
      via,
      key: String(index),
    })),
  ),
  ...maps.flatMap((via) =>
    Object.entries(objectAt(schema, via)).flatMap(([key, part]) =>
      isList(part) ? [] : [{ schema: asSchema(part), place: place.child(via).key(key), via, key }],
    ),
  ),
]

/** The schemas in a field that has a list of them. */
export const schemasIn = (schema: JsonObject, key: string): readonly JsonObject[] =>
  listAt(schema, key).map(asSchema)

/** The schemas of the properties of objects. */
export const propertiesOf = (schema: JsonObject): readonly (readonly [string, JsonObject])[] =>
  Object.entries(objectAt(schema, 'properties')).map(([key, part]) => [key, asSchema(part)])

/** The schema of one property; undefined when there is none of that name. */
export const propertyOf = (schema: JsonObject, key: string): JsonObject | undefined => {
  const properties = objectAt(schema, 'properties')
  const property = Object.hasOwn(properties, key) ? properties[key] : undefined
  return property === undefined ? undefined : asSchema(property)
}

/** The schema in a field that has one schema, not a list or a boolean. */
export const schemaIn = (schema: JsonObject, key: string): JsonObject | undefined => {
  const part = schema[key]
  return isObject(part) ? part : undefined
}

/** Whether the values of a schema are resources themselves, with apiVersion, kind and metadata. */
export const isEmbedded = (schema: JsonObject): boolean => isTrueAt(schema, 'x-kubernetes-embedded-resource')

/** Whether a map- or list-valued field has entries. */
export const isFilled = (schema: JsonObject, key: string): boolean =>
  listAt(schema, key).length > 0 || Object.keys(objectAt(schema, key)).length > 0

/**
 * Whether a schema, or one in it, has something that structural schemas cannot express. Then nothing else is said about
 * its structure. Source: apiextensions-apiserver, `NewStructural`, `validateUnsupportedFields`.
 */
export const isUnstructured = (schema: JsonObject): boolean =>
  ['id', '$schema', '$ref'].some((key) => has(schema, key) && schema[key] !== '') ||
  ['patternProperties', 'dependencies', 'definitions'].some((key) => isFilled(schema, key)) ||
  has(schema, 'additionalItems') ||
  listAt(schema, 'items').length > 0 ||
  schema['x-kubernetes-preserve-unknown-fields'] === false ||
  partsOf(schema, root).some((part) => isUnstructured(part.schema))
