import type { Range } from '../model/range'
import type { ScalarData } from './resolveScalar'
import type { Path } from '../model/path'

/**
 * The content of a document with the range of every key and value. Merges are applied, aliases are followed, and keys are
 * text. An alias has its own range, but the values inside it have the ranges of the anchor's value.
 */
export type Value = Scalar | Sequence | Mapping

export type Scalar = {
  readonly type: 'scalar'
  readonly from: number
  readonly to: number
  readonly data: ScalarData
  /** A number with a point or an exponent, like `2.0`: a whole number in YAML, but not in strict JSON. */
  readonly fraction?: true
}

export type Sequence = {
  readonly type: 'sequence'
  readonly from: number
  readonly to: number
  readonly items: readonly Value[]
}

export type Mapping = {
  readonly type: 'mapping'
  readonly from: number
  readonly to: number
  readonly entries: ReadonlyMap<string, Entry>
}

export type Entry = { readonly keyFrom: number; readonly keyTo: number; readonly value: Value }

export const isNull = (value: Value): boolean => value.type === 'scalar' && value.data === null

/** The value at a path; undefined when there is none. */
export function valueAt(root: Value | undefined, path: Path): Value | undefined {
  let value = root
  for (const step of path) value = value && child(value, step)?.value
  return value
}

/** A value with the range of its key; an item of a list has no key. */
type Child = { readonly value: Value; readonly key?: Range }

function child(value: Value, step: string | number): Child | undefined {
  if (value.type === 'mapping') {
    const entry = value.entries.get(String(step))
    return entry && { value: entry.value, key: { from: entry.keyFrom, to: entry.keyTo } }
  }
  if (value.type !== 'sequence' || typeof step !== 'number') return undefined
  const item = value.items[step]
  return item && { value: item }
}

/**
 * The range to mark for a path: that of a scalar, or of the key of a list or mapping. When there is nothing at the path,
 * `missing` is true and the range is the nearest key that exists. A list item or a whole object is marked at its name.
 */
export function locate(root: Value, path: Path): { readonly range: Range; readonly missing: boolean } {
  let current: Child = { value: root }
  for (const step of path) {
    const next = child(current.value, step)
    if (!next) return { range: shortRange(current), missing: true }
    current = next
  }
  return {
    range: path.length > 0 && isVisible(current.value) ? rangeOf(current.value) : shortRange(current),
    missing: false,
  }
}

/** The range of the key at the end of a path, for findings about the key itself. */
export function locateKey(root: Value, path: Path): { readonly range: Range; readonly missing: boolean } {
  const parent = valueAt(root, path.slice(0, -1))
  const entry = parent?.type === 'mapping' ? parent.entries.get(String(path.at(-1))) : undefined
  return entry ? { range: { from: entry.keyFrom, to: entry.keyTo }, missing: false } : locate(root, path)
}

const isVisible = (value: Value): boolean => value.type === 'scalar' && value.to > value.from

/** The range of a value. An empty value, as in an empty list item, gets the range of the character before it. */
const rangeOf = ({ from, to }: Value): Range =>
  to > from ? { from, to } : { from: Math.max(0, from - 1), to: from }

/** A short range for a whole value: its key, otherwise the name in it, otherwise its first key. */
function shortRange({ value, key }: Child): Range {
  if (key) return key
  if (value.type !== 'mapping') return rangeOf(value)
  for (const path of [['name'], ['metadata', 'name']]) {
    const name = valueAt(value, path)
    if (name && isVisible(name)) return rangeOf(name)
  }
  const first = value.entries.get('kind') ?? value.entries.values().next().value
  return first ? { from: first.keyFrom, to: first.keyTo } : rangeOf(value)
}
