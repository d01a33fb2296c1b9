import type { Range } from '../model/range'
import type { ScalarData } from './resolveScalar'
import type { Path } from '../model/path'

/**
 * What a document says, with the place of every key and value: merges applied, aliases followed, keys as text.
 * An alias stands where it is written, but its content stands where the anchor is.
 */
export type Value = Scalar | Sequence | Mapping

export type Scalar = {
  readonly type: 'scalar'
  readonly from: number
  readonly to: number
  readonly data: ScalarData
  /** A number written with a point or an exponent, like `2.0`: whole for YAML, not for strict JSON. */
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

/** The value at a path, or undefined when nothing stands there. */
export function valueAt(root: Value | undefined, path: Path): Value | undefined {
  let value = root
  for (const step of path) value = value && child(value, step)?.value
  return value
}

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
 * Where to point for a path: the value when it is a scalar, else its key. When nothing stands there, the nearest key
 * that does exist, and `missing` says so. For an item of a list, or a whole object, that is the value of its name.
 */
export function locate(root: Value, path: Path): { readonly range: Range; readonly missing: boolean } {
  let here: Child = { value: root }
  for (const step of path) {
    const next = child(here.value, step)
    if (!next) return { range: headOf(here), missing: true }
    here = next
  }
  return {
    range: path.length > 0 && isVisible(here.value) ? rangeOf(here.value) : headOf(here),
    missing: false,
  }
}

/** The key at the end of a path, for when it is the key itself that is wrong. */
export function locateKey(root: Value, path: Path): { readonly range: Range; readonly missing: boolean } {
  const parent = valueAt(root, path.slice(0, -1))
  const entry = parent?.type === 'mapping' ? parent.entries.get(String(path.at(-1))) : undefined
  return entry ? { range: { from: entry.keyFrom, to: entry.keyTo }, missing: false } : locate(root, path)
}

const isVisible = (value: Value): boolean => value.type === 'scalar' && value.to > value.from

/** A value without a character of its own (an empty list item) is pointed at by the character before it. */
const rangeOf = ({ from, to }: Value): Range =>
  to > from ? { from, to } : { from: Math.max(0, from - 1), to: from }

/** The most telling short range of a value: its key, else the name of what it holds, else its first key. */
function headOf({ value, key }: Child): Range {
  if (key) return key
  if (value.type !== 'mapping') return rangeOf(value)
  for (const path of [['name'], ['metadata', 'name']]) {
    const name = valueAt(value, path)
    if (name && isVisible(name)) return rangeOf(name)
  }
  const first = value.entries.get('kind') ?? value.entries.values().next().value
  return first ? { from: first.keyFrom, to: first.keyTo } : rangeOf(value)
}
