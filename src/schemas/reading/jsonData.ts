import { canonicalJson, isList, isObject, type Json } from '../../engine/model/json'
import type { JsonType } from '../../engine/schema/schema'
import type { Budget } from '../../engine/yaml/toJson'
import type { Value } from '../../engine/yaml/value'

/** Deeper than any useful schema, and well below the depth at which recursion fails. */
const depthLimit = 200

/** Values in one schema. The largest known CustomResourceDefinitions have some tens of thousands. */
const sizeLimit = 1_000_000

/** Why a schema is too large to be read, as a sentence; undefined when it is not. */
export function sizeError(json: unknown): string | undefined {
  let size = 0
  let level = [json]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > depthLimit) return `The schema is nested more than ${depthLimit} levels deep.`
    size += level.length
    if (size > sizeLimit) return `The schema has more than ${sizeLimit.toLocaleString('en')} values.`
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return undefined
}

/** A budget for `toJson` of as many values as one schema may have. */
export const schemaBudget = (): Budget => ({ left: sizeLimit })

const jsonTypes: ReadonlySet<unknown> = new Set<JsonType>([
  'object',
  'array',
  'string',
  'integer',
  'number',
  'boolean',
  'null',
])

export const isJsonType = (value: unknown): value is JsonType => jsonTypes.has(value)

const summaryLimit = 60

/** JSON in a message: short values in full, `["a","a"]`, others by their type, `a list`. */
export function summaryOf(json: unknown): string {
  const text = JSON.stringify(json) ?? 'undefined'
  if (text.length <= summaryLimit) return text
  return isList(json) ? 'a list' : isObject(json) ? 'an object' : 'a long string'
}

/** Whether all items of a list are different. The order of keys does not matter. */
export const areUnique = (list: readonly Json[]): boolean =>
  new Set(list.map(canonicalJson)).size === list.length

/** JSON as the value of a document. It has no text, so all its ranges are empty. */
export function valueOf(json: Json): Value {
  const range = { from: 0, to: 0 }
  if (isList(json)) return { type: 'sequence', ...range, items: json.map(valueOf) }
  if (!isObject(json)) return { type: 'scalar', ...range, data: json }
  const entries = Object.entries(json).map(
    ([key, child]) => [key, { keyFrom: 0, keyTo: 0, value: valueOf(child) }] as const,
  )
  return { type: 'mapping', ...range, entries: new Map(entries) }
}
