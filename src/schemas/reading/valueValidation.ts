import { field, isList, isObject, isText, type Json, type JsonObject } from '../../engine/model/json'
import type { JsonType, Schema } from '../../engine/schema/schema'
import { validate } from '../../engine/schema/validate'
import type { Value } from '../../engine/yaml/value'
import { formatTest } from './formats'
import { isJsonType, valueOf } from './jsonData'
import { patternTestOnDemand } from './pattern'

/** The types that a node allows; undefined when it names none, or only unknown ones. */
export function typesOf(node: JsonObject): readonly JsonType[] | undefined {
  if (field(node, 'x-kubernetes-int-or-string') === true) return ['integer', 'string']
  const type = field(node, 'type')
  const types = (isList(type) ? type : [type]).filter(isJsonType)
  return types.length > 0 ? types : undefined
}

/**
 * The node of the structural schema for the same value as a node inside allOf, anyOf, oneOf or not. Only the structural
 * schema has the defaults of fields and says where null is allowed.
 */
type StructuralNode = Json | undefined

const counts = ['minLength', 'maxLength', 'minItems', 'maxItems', 'maxProperties'] as const
const bounds = ['minimum', 'maximum'] as const

/**
 * The keywords of a node that validate a value, other than its type and its fields. The cluster sets defaults before it
 * validates, so a field with a default is never missing. Keywords with a value of the wrong type are ignored.
 * Source: apiextensions-apiserver `ValueValidation`.
 */
export function valueValidation(node: JsonObject, structural: StructuralNode): Schema {
  const allowed = field(node, 'enum')
  const formatName = field(node, 'format')
  const format = isText(formatName) ? formatTest(formatName, 'kubernetes') : undefined
  const source = field(node, 'pattern')
  const pattern = isText(source) && source !== '' ? patternTestOnDemand(source) : undefined
  const multipleOf = numberOf(node, 'multipleOf') ?? 0
  const required = requiredFields(node, structural)
  const minProperties = (numberOf(node, 'minProperties') ?? 0) - defaultsOf(structural).size
  const not = field(node, 'not')
  return {
    ...(isList(allowed) && allowed.length > 0 && { enum: allowed }),
    ...(format && { format }),
    ...(pattern && { pattern }),
    ...Object.fromEntries(
      [
        ...counts.map((key) => [key, numberOf(node, key)] as const),
        ...bounds.map((key) => [boundKeyword(node, key), numberOf(node, key)] as const),
      ].filter(([, limit]) => limit !== undefined),
    ),
    ...(multipleOf > 0 && { multipleOf }),
    ...(minProperties > 0 && { minProperties }),
    ...(field(node, 'uniqueItems') === true && { uniqueItems: true }),
    ...(required.length > 0 && { required }),
    ...Object.fromEntries(
      (['allOf', 'anyOf', 'oneOf'] as const).flatMap((key) => {
        const parts = field(node, key)
        return isList(parts) && parts.length > 0
          ? [[key, parts.map((part) => nestedValidation(part, structural))]]
          : []
      }),
    ),
    ...(isObject(not) && { not: nestedValidation(not, structural) }),
  }
}

/** A schema inside allOf, anyOf, oneOf or not: it validates fields, but neither adds nor forbids any. */
export function nestedValidation(json: Json, structural: StructuralNode): Schema {
  if (!isObject(json)) return {}
  const [items, others] = ['items', 'additionalProperties'].map((key) => field(json, key))
  const structuralFields = field(structural, 'properties')
  const fields = new Map(
    propertiesOf(json).map(([key, part]) => [key, nestedValidation(part, field(structuralFields, key))]),
  )
  // A default that is not valid here makes the object invalid when the field is not set.
  const defaults = defaultsOf(structural)
  const invalidDefaults = [...fields].filter(([key, part]) => !isValid(part, defaults.get(key)))
  const validation = valueValidation(json, structural)
  const required = [...(validation.required ?? []), ...invalidDefaults.map(([key]) => key)]
  // Null satisfies `required` for fields that are nullable.
  for (const key of required.filter((name) => field(field(structuralFields, name), 'nullable') === true))
    fields.set(key, { ...fields.get(key), nullable: true })
  const types = typesOf(json)
  const values = field(structural, 'additionalProperties')
  return {
    ...validation,
    ...(required.length > 0 && { required }),
    ...(types && { type: types }),
    ...(fields.size > 0 && { properties: fields }),
    ...(isObject(items) && { items: nestedValidation(items, field(structural, 'items')) }),
    ...(isObject(others) && { additionalProperties: nestedValidation(others, values) }),
  }
}

const propertiesOf = (node: StructuralNode): readonly (readonly [string, Json])[] => {
  const properties = field(node, 'properties')
  return isObject(properties) ? Object.entries(properties) : []
}

const isValid = (schema: Schema, value: Value | undefined): boolean =>
  !value || validate(value, { schema, origin: 'definition', nulls: 'absent' }, false).length === 0

/** The length of a default as JSON. Longer ones are assumed to be valid, so that no schema makes reading slow. */
const defaultLimit = 1000

const cachedDefaults = new WeakMap<JsonObject, ReadonlyMap<string, Value | undefined>>()

/** The fields of an object that have a default, with the default; undefined for one above the limit. */
function defaultsOf(structural: StructuralNode): ReadonlyMap<string, Value | undefined> {
  if (!isObject(structural)) return new Map()
  const cached = cachedDefaults.get(structural)
  if (cached) return cached
  const defaults = new Map(
    propertiesOf(structural).flatMap(([key, part]) => {
      const value = field(part, 'default') ?? null
      if (value === null) return []
      return [[key, JSON.stringify(value).length > defaultLimit ? undefined : valueOf(value)] as const]
    }),
  )
  cachedDefaults.set(structural, defaults)
  return defaults
}

function requiredFields(node: JsonObject, structural: StructuralNode): readonly string[] {
  const required = field(node, 'required')
  const defaults = defaultsOf(structural)
  return isList(required) ? required.filter(isText).filter((name) => !defaults.has(name)) : []
}

const numberOf = (node: JsonObject, key: string): number | undefined => {
  const value = field(node, key)
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** In OpenAPI 3.0, `exclusiveMinimum: true` makes `minimum` exclusive. */
const boundKeyword = (node: JsonObject, key: 'minimum' | 'maximum'): string => {
  const exclusive = key === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum'
  return field(node, exclusive) === true ? exclusive : key
}
