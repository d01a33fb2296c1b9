import { canonicalJson, isList, isObject, type Json } from '../../engine/model/json'
import type { Budget } from '../../engine/yaml/toJson'
import type { Value } from '../../engine/yaml/value'

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

/** Whether no two of a list are equal. */
export const areDistinct = (list: readonly Json[]): boolean =>
  new Set(list.map(canonicalJson)).size === list.length

/** As many values as a schema may have. */
export const fullBudget = (): Budget => ({ left: sizeLimit })

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
