import type { JsonType, Schema } from './schema'
import type { Path } from '../model/path'

/** How many references are followed, and how many parts of a schema are used: both can be circular. */
const hopLimit = 20
const partLimit = 200

/** A value of an enum that can be offered as a choice. */
export type Choice = string | number | boolean | null

/** The schema that a reference refers to, with the description of the reference if it has one. */
export function resolveRef(schema: Schema): Schema {
  let target = schema
  let description = schema.description
  for (let hop = 0; hop < hopLimit && target.ref; hop++) {
    const next = target.ref()
    if (!next) break
    target = next
    description ??= next.description
  }
  return description === undefined || description === target.description ? target : { ...target, description }
}

/** A schema and all schemas in it that can apply to the same value (allOf, anyOf, …), itself first. None is a reference. */
function partsOf(schema: Schema): readonly Schema[] {
  const parts = new Set<Schema>()
  const waiting = [schema]
  for (const next of waiting) {
    if (parts.size >= partLimit) break
    const part = resolveRef(next)
    if (parts.has(part)) continue
    parts.add(part)
    const { allOf = [], anyOf = [], oneOf = [], then: consequence, else: otherwise } = part
    for (const list of [allOf, anyOf, oneOf]) for (const one of list) waiting.push(one)
    if (consequence) waiting.push(consequence)
    if (otherwise) waiting.push(otherwise)
  }
  return [...parts]
}

/** The fields of schemas, which are asked for again for every unknown field. */
const knownFields = new WeakMap<Schema, ReadonlyMap<string, Schema>>()

/** The fields that a schema lists, itself or in its alternatives. */
export function fieldsOf(schema: Schema): ReadonlyMap<string, Schema> {
  const known = knownFields.get(schema)
  if (known) return known
  const fields = new Map<string, Schema>()
  const parts = partsOf(schema)
  for (const { properties = new Map<string, Schema>() } of parts)
    for (const [key, field] of properties) if (!fields.has(key)) fields.set(key, resolveRef(field))
  if (![...parts, ...fields.values()].some(isUnresolved)) knownFields.set(schema, fields)
  return fields
}

/** Whether a schema refers to one that is not there, or not yet. */
export const isUnresolved = ({ ref }: Schema): boolean => ref !== undefined

/** The schema of a field: from `properties`, otherwise from `patternProperties` or `additionalProperties`. */
export function fieldSchema(schema: Schema, key: string): Schema | undefined {
  const parts = partsOf(schema)
  const found =
    parts.map(({ properties }) => properties?.get(key)).find(isDefined) ??
    parts
      .flatMap(({ patternProperties = [] }) => patternProperties)
      .find(({ pattern }) => pattern.accepts(key))?.schema ??
    parts
      .map(({ additionalProperties: others }) => (typeof others === 'object' ? others : undefined))
      .find(isDefined)
  return found && resolveRef(found)
}

/** The schema of the items of a list; the schema of the first item where each position has its own. */
export function itemSchema(schema: Schema): Schema | undefined {
  const found = partsOf(schema)
    .map(({ items, prefixItems }) => items ?? prefixItems?.[0])
    .find(isDefined)
  return found && resolveRef(found)
}

/** The schema at a path. Indexes can be left out: `['containers', 'image']` is the same as `['containers', 0, 'image']`. */
export function schemaAt(root: Schema | undefined, path: Path): Schema | undefined {
  let schema = root && resolveRef(root)
  for (const step of path) {
    if (!schema) return undefined
    if (typeof step === 'number') schema = itemSchema(schema)
    else schema = fieldSchema(schema, step) ?? fieldSchema(itemSchema(schema) ?? {}, step)
  }
  return schema
}

/** Whether a schema requires a field in every case; alternatives do not count. */
export function isRequired(schema: Schema, key: string): boolean {
  const seen = new Set<Schema>()
  const waiting = [schema]
  for (const next of waiting) {
    const part = resolveRef(next)
    if (part.required?.includes(key)) return true
    if (seen.has(part) || seen.size >= partLimit) continue
    seen.add(part)
    for (const one of part.allOf ?? []) waiting.push(one)
  }
  return false
}

/** The values that a field can have, from an enum, or true and false for a boolean. Empty when there is no such list. */
export function valuesOf(schema: Schema): readonly Choice[] {
  const values = new Set<Choice>()
  for (const part of partsOf(schema)) {
    for (const value of part.enum ?? []) if (isChoice(value)) values.add(value)
    if (!part.enum && part.type?.includes('boolean')) values.add(true).add(false)
  }
  return [...values]
}

/** The types that a value can have; empty when it can have any. */
export function typesOf(schema: Schema): readonly JsonType[] {
  const parts = partsOf(schema)
  const own = parts[0]?.type
  if (own) return own
  const types = new Set(parts.flatMap(({ type = [] }) => type))
  if (types.size === 0 && fieldsOf(schema).size > 0) types.add('object')
  if (types.size === 0 && itemSchema(schema)) types.add('array')
  if (types.size === 0) for (const value of valuesOf(schema)) types.add(typeOfChoice(value))
  return [...types]
}

const typeOfChoice = (value: Choice): JsonType => {
  if (value === null) return 'null'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value === 'boolean' ? 'boolean' : 'string'
}

const isChoice = (value: unknown): value is Choice => value === null || typeof value !== 'object'

const isDefined = <Item>(item: Item | undefined): item is Item => item !== undefined
