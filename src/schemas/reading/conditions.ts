import type { JsonType, Schema } from '../../engine/schema/schema'
import { validate } from '../../engine/schema/validate'
import type { Value } from '../../engine/yaml/value'
import { formatTest } from './formats'
import { field, isList, isObject, isText, type Json, type JsonObject } from '../../engine/model/json'
import { valueOf } from './json'
import { patternTest } from './pattern'

const typeNames: ReadonlySet<unknown> = new Set<JsonType>([
  'object',
  'array',
  'string',
  'integer',
  'number',
  'boolean',
  'null',
])

/** The types a node allows; undefined for all, and for those that nobody knows. */
export function typesOf(node: JsonObject): readonly JsonType[] | undefined {
  if (field(node, 'x-kubernetes-int-or-string') === true) return ['integer', 'string']
  const type = field(node, 'type')
  const types = (isList(type) ? type : [type]).filter((name): name is JsonType => typeNames.has(name))
  return types.length > 0 ? types : undefined
}

/** The node of the first level that a condition is about: it knows what fields get when they are not set. */
export type Twin = Json | undefined

const counts = ['minLength', 'maxLength', 'minItems', 'maxItems', 'maxProperties'] as const
const bounds = ['minimum', 'maximum'] as const

/**
 * What a node asks of a value beside its type and its fields. The cluster sets defaults before it asks: a field with
 * one is never missing. What has the wrong shape is passed over. Source: apiextensions-apiserver `ValueValidation`.
 */
export function conditionsOf(node: JsonObject, twin: Twin): Schema {
  const allowed = field(node, 'enum')
  const format = field(node, 'format')
  const test = isText(format) ? formatTest(format, 'kubernetes') : undefined
  const source = field(node, 'pattern')
  const pattern = isText(source) && source !== '' ? patternTest(source) : undefined
  const step = numberOf(node, 'multipleOf') ?? 0
  const required = requiredOf(node, twin)
  const least = (numberOf(node, 'minProperties') ?? 0) - defaultsOf(twin).size
  const not = field(node, 'not')
  return {
    ...(isList(allowed) && allowed.length > 0 && { enum: allowed }),
    ...(test && { format: test }),
    ...(pattern && { pattern }),
    ...Object.fromEntries(
      [
        ...counts.map((key) => [key, numberOf(node, key)] as const),
        ...bounds.map((key) => [exclusive(node, key), numberOf(node, key)] as const),
      ].filter(([, limit]) => limit !== undefined),
    ),
    ...(step > 0 && { multipleOf: step }),
    ...(least > 0 && { minProperties: least }),
    ...(field(node, 'uniqueItems') === true && { uniqueItems: true }),
    ...(required.length > 0 && { required }),
    ...Object.fromEntries(
      (['allOf', 'anyOf', 'oneOf'] as const).flatMap((key) => {
        const parts = field(node, key)
        return isList(parts) && parts.length > 0 ? [[key, parts.map((part) => condition(part, twin))]] : []
      }),
    ),
    ...(isObject(not) && { not: condition(not, twin) }),
  }
}

/** A condition on a value whose form is known already: it neither names fields nor forbids them. */
export function condition(json: Json, twin: Twin): Schema {
  if (!isObject(json)) return {}
  const [items, others] = ['items', 'additionalProperties'].map((key) => field(json, key))
  const twins = field(twin, 'properties')
  const fields = new Map(entriesOf(json).map(([key, part]) => [key, condition(part, field(twins, key))]))
  // A default that breaks the condition breaks it where the field is not set.
  const defaults = defaultsOf(twin)
  const broken = [...fields].filter(([key, part]) => !isMet(part, defaults.get(key)))
  const conditions = conditionsOf(json, twin)
  const required = [...(conditions.required ?? []), ...broken.map(([key]) => key)]
  // A null is enough for a condition where the field itself takes one.
  for (const key of required.filter((name) => field(field(twins, name), 'nullable') === true))
    fields.set(key, { ...fields.get(key), nullable: true })
  const types = typesOf(json)
  return {
    ...conditions,
    ...(required.length > 0 && { required }),
    ...(types && { type: types }),
    ...(fields.size > 0 && { properties: fields }),
    ...(isObject(items) && { items: condition(items, field(twin, 'items')) }),
    ...(isObject(others) && { additionalProperties: condition(others, field(twin, 'additionalProperties')) }),
  }
}

const entriesOf = (node: Twin): readonly (readonly [string, Json])[] => {
  const properties = field(node, 'properties')
  return isObject(properties) ? Object.entries(properties) : []
}

const isMet = (schema: Schema, value: Value | undefined): boolean =>
  !value || validate(value, { schema, origin: 'definition', nulls: 'absent' }, false).length === 0

/** As JSON: longer defaults are taken to meet every condition, so that a hostile schema costs no more. */
const defaultLimit = 1000

const knownDefaults = new WeakMap<JsonObject, ReadonlyMap<string, Value | undefined>>()

/** The fields of an object that have a default, and which; undefined for one that is not looked into. */
function defaultsOf(twin: Twin): ReadonlyMap<string, Value | undefined> {
  if (!isObject(twin)) return new Map()
  const known = knownDefaults.get(twin)
  if (known) return known
  const defaults = new Map(
    entriesOf(twin).flatMap(([key, part]) => {
      const given = field(part, 'default') ?? null
      if (given === null) return []
      return [[key, JSON.stringify(given).length > defaultLimit ? undefined : valueOf(given)] as const]
    }),
  )
  knownDefaults.set(twin, defaults)
  return defaults
}

function requiredOf(node: JsonObject, twin: Twin): readonly string[] {
  const required = field(node, 'required')
  const defaults = defaultsOf(twin)
  return isList(required) ? required.filter(isText).filter((name) => !defaults.has(name)) : []
}

const numberOf = (node: JsonObject, key: string): number | undefined => {
  const value = field(node, key)
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

const exclusive = (node: JsonObject, key: 'minimum' | 'maximum'): string => {
  const name = key === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum'
  return field(node, name) === true ? name : key
}
