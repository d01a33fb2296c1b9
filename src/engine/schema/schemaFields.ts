import type { JsonType, Schema } from './schema'
import type { Path } from '../model/path'

/** How many references are followed, and how many branches of one schema are looked at: both may go in circles. */
const hopLimit = 20
const partLimit = 200

/** A single value of an enum, as it can be written. */
export type Choice = string | number | boolean | null

/** The schema behind a reference. What a description beside the reference says counts more than the one behind it. */
export function resolved(schema: Schema): Schema {
  let here = schema
  let description = schema.description
  for (let hop = 0; hop < hopLimit && here.ref; hop++) {
    const next = here.ref()
    if (!next) break
    here = next
    description ??= next.description
  }
  return description === undefined || description === here.description ? here : { ...here, description }
}

/** A schema and all that may count for the same value beside it, resolved, the schema itself first. */
function partsOf(schema: Schema): readonly Schema[] {
  const parts = new Set<Schema>()
  const waiting = [schema]
  for (const next of waiting) {
    if (parts.size >= partLimit) break
    const part = resolved(next)
    if (parts.has(part)) continue
    parts.add(part)
    const { allOf = [], anyOf = [], oneOf = [], then: consequence, else: otherwise } = part
    waiting.push(...allOf, ...anyOf, ...oneOf)
    if (consequence) waiting.push(consequence)
    if (otherwise) waiting.push(otherwise)
  }
  return [...parts]
}

/** The fields that a schema lists, those of its branches among them. */
export function fieldsOf(schema: Schema): ReadonlyMap<string, Schema> {
  const fields = new Map<string, Schema>()
  for (const { properties = new Map<string, Schema>() } of partsOf(schema))
    for (const [key, field] of properties) if (!fields.has(key)) fields.set(key, resolved(field))
  return fields
}

/** The schema of a field: listed by its name, else by a pattern, else that of all other fields. */
export function fieldSchema(schema: Schema, key: string): Schema | undefined {
  const parts = partsOf(schema)
  const found =
    parts.map(({ properties }) => properties?.get(key)).find(isThere) ??
    parts
      .flatMap(({ patternProperties = [] }) => patternProperties)
      .find(({ pattern }) => pattern.accepts(key))?.schema ??
    parts
      .map(({ additionalProperties: others }) => (typeof others === 'object' ? others : undefined))
      .find(isThere)
  return found && resolved(found)
}

/** The schema of a list's items. Items with a schema by their place are taken for the first of them. */
export function itemSchema(schema: Schema): Schema | undefined {
  const found = partsOf(schema)
    .map(({ items, prefixItems }) => items ?? prefixItems?.[0])
    .find(isThere)
  return found && resolved(found)
}

/** The schema at a path. Steps into lists may be left out: `['containers', 'image']` is `['containers', 0, 'image']`. */
export function schemaAt(root: Schema | undefined, path: Path): Schema | undefined {
  let here = root && resolved(root)
  for (const step of path) {
    if (!here) return undefined
    if (typeof step === 'number') here = itemSchema(here)
    else here = fieldSchema(here, step) ?? fieldSchema(itemSchema(here) ?? {}, step)
  }
  return here
}

export function isRequired(schema: Schema, key: string): boolean {
  const seen = new Set<Schema>()
  const waiting = [schema]
  for (const next of waiting) {
    const part = resolved(next)
    if (part.required?.includes(key)) return true
    if (seen.has(part) || seen.size >= partLimit) continue
    seen.add(part)
    waiting.push(...(part.allOf ?? []))
  }
  return false
}

/** The values there are to choose from: those of an enum, or true and false. Empty when there is no such list. */
export function valuesOf(schema: Schema): readonly Choice[] {
  const values = new Set<Choice>()
  for (const part of partsOf(schema)) {
    for (const value of part.enum ?? []) if (isChoice(value)) values.add(value)
    if (!part.enum && part.type?.includes('boolean')) values.add(true).add(false)
  }
  return [...values]
}

/** The types a value may have; empty when it may be anything. */
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

const isThere = <Thing>(thing: Thing | undefined): thing is Thing => thing !== undefined
