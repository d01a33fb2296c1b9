import { type Json, isList, isObject } from '../model/json'
import type { ScalarData } from '../yaml/resolveScalar'
import type { Value } from '../yaml/value'
import type { SourceNode } from './sourceNode'

/**
 * The data of a document: aliases and merge keys are resolved. Each value has the `node` of the text in which it is
 * written; values that are not in the text yet, or that come from a merge key, have none.
 */
export type Data<Node = unknown> = SourceInfo<Node> &
  (
    | { readonly type: 'scalar'; readonly data: ScalarData; readonly fraction?: true }
    | { readonly type: 'sequence'; readonly items: readonly Data<Node>[] }
    | { readonly type: 'mapping'; readonly entries: ReadonlyMap<string, Data<Node>> }
  )

/** The data of a document in a text. */
export type SourceData = Data<SourceNode>

export type SourceInfo<Node> = { readonly node?: Node; readonly lock?: Lock }

/**
 * Why a value, with everything inside it, cannot be changed. With `insideOnly`, the whole value can still be replaced or
 * removed, like an alias.
 */
export type Lock = { readonly reason: string; readonly insideOnly?: true }

export type MappingData<Node> = Extract<Data<Node>, { readonly type: 'mapping' }>
export type SequenceData<Node> = Extract<Data<Node>, { readonly type: 'sequence' }>

/** JSON as data without nodes. */
export function dataOf<Node>(value: Json): Data<Node> {
  if (isList(value)) return { type: 'sequence', items: value.map((item) => dataOf<Node>(item)) }
  if (!isObject(value))
    return { type: 'scalar', data: typeof value === 'number' ? exactNumber(value) : value }
  const entries = Object.entries(value).map(([name, child]) => [name, dataOf<Node>(child)] as const)
  return { type: 'mapping', entries: new Map(entries) }
}

/** A number as the YAML reader returns it: a 64-bit integer beyond 2^53 as bigint, and 0 for -0. */
function exactNumber(value: number): number | bigint {
  const isNumber =
    Number.isSafeInteger(value) || !Number.isInteger(value) || value >= 2 ** 64 || value < -(2 ** 63)
  return isNumber ? value + 0 : BigInt(value)
}

/** Whether data equals JSON, in any order of keys. `2.0` in a document is not equal to 2, because it is not an integer. */
export function equalsJson(data: Data, value: Json): boolean {
  if (data.type === 'sequence')
    return (
      isList(value) &&
      value.length === data.items.length &&
      data.items.every((item, index) => equalsJson(item, value[index] ?? null))
    )
  if (data.type === 'mapping')
    return (
      isObject(value) &&
      Object.keys(value).length === data.entries.size &&
      [...data.entries].every(
        ([name, child]) => Object.hasOwn(value, name) && equalsJson(child, value[name] ?? null),
      )
    )
  if (typeof value === 'number')
    return data.data === exactNumber(value) && !(data.fraction && Number.isInteger(value))
  return data.data === value
}

/** Whether two values of a document are equal, including the order of keys. */
export function equalsData(left: Data, right: Data): boolean {
  if (left === right) return true
  if (left.type === 'scalar')
    return right.type === 'scalar' && left.data === right.data && left.fraction === right.fraction
  if (left.type === 'sequence')
    return (
      right.type === 'sequence' &&
      left.items.length === right.items.length &&
      left.items.every((item, index) => {
        const other = right.items[index]
        return other !== undefined && equalsData(item, other)
      })
    )
  if (right.type !== 'mapping' || left.entries.size !== right.entries.size) return false
  const others = [...right.entries]
  return [...left.entries].every(([key, value], index) => {
    const [otherKey, other] = others[index] ?? []
    return key === otherKey && other !== undefined && equalsData(value, other)
  })
}

/** Why a value cannot be written to a document, as a sentence; undefined when it can. */
export function unwritableReason(value: Json): string | undefined {
  if (typeof value === 'number' && !Number.isFinite(value))
    return `${value} cannot be written as a JSON number.`
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value))
    return 'The text contains an unpaired surrogate.'
  if (isList(value)) return value.map(unwritableReason).find((reason) => reason !== undefined)
  return isObject(value) ? unwritableReason([...Object.keys(value), ...Object.values(value)]) : undefined
}

/** Whether a value that was read equals data, including the order of keys. */
export function equalsValue(value: Value, data: Data): boolean {
  if (value.type === 'scalar') return data.type === 'scalar' && value.data === data.data
  if (value.type === 'sequence')
    return (
      data.type === 'sequence' &&
      value.items.length === data.items.length &&
      value.items.every((item, index) => {
        const expected = data.items[index]
        return expected !== undefined && equalsValue(item, expected)
      })
    )
  if (data.type !== 'mapping' || value.entries.size !== data.entries.size) return false
  const entries = [...data.entries]
  return [...value.entries].every(([key, entry], index) => {
    const [expectedKey, expected] = entries[index] ?? []
    return key === expectedKey && expected !== undefined && equalsValue(entry.value, expected)
  })
}
