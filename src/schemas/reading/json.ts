import type { Value } from '../../engine/yaml/value'
import type { Json } from '../../engine/model/json'

export type JsonObject = { readonly [key: string]: Json }

export const isObject = (json: unknown): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

export const isList = (json: unknown): json is readonly Json[] => Array.isArray(json)

export const isText = (json: unknown): json is string => typeof json === 'string'

/** A field of an object, never one that JavaScript gives to every object; undefined when there is none. */
export const field = (json: unknown, key: string): Json | undefined =>
  isObject(json) && Object.hasOwn(json, key) ? json[key] : undefined

/** Deeper than any schema of use, and far from where recursion ends. */
const depthLimit = 200

/** Values of one schema; the largest known definitions of custom resources have some tens of thousands. */
const sizeLimit = 1_000_000

/** Why some data is too much to be read; undefined when it is not. */
export function excess(json: unknown): string | undefined {
  let size = 0
  let level = [json]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > depthLimit) return `is nested more than ${depthLimit} levels deep`
    size += level.length
    if (size > sizeLimit) return `has more than ${sizeLimit} values`
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return undefined
}

/** A text that equal data shares, whatever the order of its keys. */
export function canonical(json: Json): string {
  if (isList(json)) return `[${json.map(canonical).join()}]`
  if (!isObject(json)) return JSON.stringify(json)
  const entries = Object.entries(json).map(([key, child]) => `${JSON.stringify(key)}:${canonical(child)}`)
  return `{${entries.sort().join()}}`
}

/** Whether no two of a list are equal. */
export const areDistinct = (list: readonly Json[]): boolean =>
  new Set(list.map(canonical)).size === list.length

class TooMuch extends Error {}

/** How many more values may be read: several readings can share one. */
export type Budget = { left: number }

export const fullBudget = (): Budget => ({ left: sizeLimit })

/** What a document says as plain data; undefined when aliases, or sheer size, make it too much. */
export function plainData(root: Value, budget: Budget): Json | undefined {
  const plain = (value: Value, depth: number): Json => {
    if (--budget.left < 0 || depth > depthLimit) throw new TooMuch()
    if (value.type === 'sequence') return value.items.map((item) => plain(item, depth + 1))
    if (value.type === 'mapping') {
      const entries = [...value.entries].map(([key, entry]) => [key, plain(entry.value, depth + 1)] as const)
      return Object.fromEntries(entries)
    }
    return typeof value.data === 'bigint' ? Number(value.data) : value.data
  }
  try {
    return plain(root, 0)
  } catch (error) {
    if (error instanceof TooMuch) return undefined
    throw error
  }
}

/** Plain data as a document says it, of no place. */
export function valueOf(json: Json): Value {
  const place = { from: 0, to: 0 }
  if (isList(json)) return { type: 'sequence', ...place, items: json.map(valueOf) }
  if (!isObject(json)) return { type: 'scalar', ...place, data: json }
  const entries = Object.entries(json).map(
    ([key, child]) => [key, { keyFrom: 0, keyTo: 0, value: valueOf(child) }] as const,
  )
  return { type: 'mapping', ...place, entries: new Map(entries) }
}
