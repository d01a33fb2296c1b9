import type { ScalarData } from '../yaml/resolveScalar'
import type { Value } from '../yaml/value'
import { type Json, isList, isObject } from '../model/json'

/** Plain data, each part with the place where it is written, as far as it stands in a text of its own. */
export type Data<Node = unknown> = Sourced<Node> &
  (
    | { readonly type: 'scalar'; readonly data: ScalarData; readonly fraction?: true }
    | { readonly type: 'list'; readonly items: readonly Data<Node>[] }
    | { readonly type: 'mapping'; readonly entries: ReadonlyMap<string, Data<Node>> }
  )

export type Sourced<Node> = { readonly node?: Node; readonly locked?: Lock }

/** Why a part and all in it stay as they are. `inside`: the part can be replaced as a whole. */
export type Lock = { readonly why: string; readonly inside?: true }

export type MappingData<Node> = Extract<Data<Node>, { readonly type: 'mapping' }>
export type ListData<Node> = Extract<Data<Node>, { readonly type: 'list' }>

/** A value as data that stands nowhere yet. */
export function dataOf<Node>(value: Json): Data<Node> {
  if (isList(value)) return { type: 'list', items: value.map((item) => dataOf<Node>(item)) }
  if (!isObject(value)) return { type: 'scalar', data: typeof value === 'number' ? numberOf(value) : value }
  const entries = Object.entries(value).map(([name, child]) => [name, dataOf<Node>(child)] as const)
  return { type: 'mapping', entries: new Map(entries) }
}

/** A number as it is read back: whole numbers that a double does not hold exactly are kept as bigint. */
function numberOf(value: number): number | bigint {
  const exact =
    Number.isSafeInteger(value) || !Number.isInteger(value) || value >= 2 ** 64 || value < -(2 ** 63)
  return exact ? value + 0 : BigInt(value)
}

/** Whether data equals a value, whatever the order of keys. `2.0` is not the 2 of strict JSON. */
export function equalsJson(data: Data, value: Json): boolean {
  if (data.type === 'list')
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
    return data.data === numberOf(value) && !(data.fraction && Number.isInteger(value))
  return data.data === value
}

/** What no document can hold: numbers that are none, and halves of characters. */
export function unwritable(value: Json): string | undefined {
  if (typeof value === 'number' && !Number.isFinite(value))
    return `${value} is not a number that an object can hold.`
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value)) return 'The text holds half a character.'
  if (isList(value)) return value.map(unwritable).find((fault) => fault !== undefined)
  return isObject(value) ? unwritable([...Object.keys(value), ...Object.values(value)]) : undefined
}

/** Whether what was read is exactly some data, the order of keys included. */
export function equalsValue(value: Value, data: Data): boolean {
  if (value.type === 'scalar') return data.type === 'scalar' && value.data === data.data
  if (value.type === 'sequence')
    return (
      data.type === 'list' &&
      value.items.length === data.items.length &&
      value.items.every((item, index) => {
        const part = data.items[index]
        return part !== undefined && equalsValue(item, part)
      })
    )
  if (data.type !== 'mapping' || value.entries.size !== data.entries.size) return false
  const entries = [...data.entries]
  return [...value.entries].every(([name, entry], index) => {
    const [key, part] = entries[index] ?? []
    return key === name && part !== undefined && equalsValue(entry.value, part)
  })
}
