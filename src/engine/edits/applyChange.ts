import {
  dataOf,
  equalsJson,
  unwritable,
  type Data,
  type ListData,
  type MappingData,
  type Sourced,
} from './sourceData'
import { type Path, pathText } from '../model/path'
import { type Json, type JsonObject, isList, isObject } from '../model/json'
import type { Change, EditRefusal } from '../model/change'

/** The data after a change; the very same data when there is nothing to do, and the same parts wherever nothing changed. */
export function applyChange<Node>(root: Data<Node>, change: Change): Data<Node> | EditRefusal {
  const step = change.path.at(-1)
  const parent = change.path.slice(0, -1)
  const fault = 'value' in change ? unwritable(change.value) : undefined
  if (fault) return { refused: fault }
  switch (change.kind) {
    case 'set':
      return changed(root, change.path, [], (old) => mergeInto(old, change.value)) ?? root
    case 'append':
      return changed(root, change.path, [], (old) => appended(old, change)) ?? root
    case 'remove':
      if (step === undefined) return { refused: 'A document cannot be removed from itself.' }
      return changed(root, parent, [], (old) => without(old, step)) ?? root
    case 'rename':
      if (step === undefined) return { refused: 'A document has no key.' }
      return changed(root, parent, [], (old) => renamed(old, String(step), change.key)) ?? root
  }
}

export const isRefusal = (outcome: object | undefined): outcome is EditRefusal =>
  outcome !== undefined && 'refused' in outcome

/** What becomes of a part; undefined when there is none before and after. */
type Outcome<Node> = Data<Node> | EditRefusal | undefined

function changed<Node>(
  here: Data<Node> | undefined,
  path: Path,
  walked: Path,
  act: (old: Data<Node> | undefined) => Outcome<Node>,
): Outcome<Node> {
  const [step, ...rest] = path
  if (step === undefined) return act(here)
  const child = childAt(here, step)
  const next = changed(child, rest, [...walked, step], act)
  if (next === undefined || next === child) return here
  if (isRefusal(next)) return next
  return kept(here, withChild(here, step, next, walked))
}

function childAt<Node>(here: Data<Node> | undefined, step: string | number): Data<Node> | undefined {
  if (here?.type === 'mapping') return here.entries.get(String(step))
  return here?.type === 'list' && typeof step === 'number' ? here.items[step] : undefined
}

const isNothing = (here: Data | undefined): boolean =>
  here === undefined || (here.type === 'scalar' && here.data === null)

function withChild<Node>(
  here: Data<Node> | undefined,
  step: string | number,
  child: Data<Node>,
  walked: Path,
): Data<Node> | EditRefusal {
  const items = here?.type === 'list' ? here.items : []
  if (here?.type === 'mapping' || (isNothing(here) && typeof step === 'string')) {
    const entries = here?.type === 'mapping' ? here.entries : []
    return { ...inPlaceOf(here), type: 'mapping', entries: new Map([...entries, [String(step), child]]) }
  }
  if (here?.type !== 'list' && !isNothing(here))
    return { refused: `${named(walked)} is a single value, so nothing can be set inside it.` }
  if (typeof step === 'string')
    return { refused: `${named(walked)} is a list, so it has no key ${JSON.stringify(step)}.` }
  if (step > items.length || step < 0)
    return { refused: `${named(walked)} has no item ${items.length}, so there is no place for item ${step}.` }
  return {
    ...inPlaceOf(here),
    type: 'list',
    items: [...items.slice(0, step), child, ...items.slice(step + 1)],
  }
}

const named = (path: Path): string => (path.length > 0 ? pathText(path) : 'The document')

/** A part stays where it stands, whatever becomes of what it says. */
const inPlaceOf = <Node>(here: Data<Node> | undefined): Pick<Sourced<Node>, 'node'> =>
  here?.node === undefined ? {} : { node: here.node }

/** A change inside a part, unless it is fixed. */
const kept = <Node>(old: Data<Node> | undefined, next: Outcome<Node>): Outcome<Node> =>
  old?.locked && next !== old ? { refused: old.locked.why } : next

/** Why a part can neither go nor become another. */
const lockOf = (part: Data): EditRefusal | undefined =>
  part.locked && !part.locked.inside ? { refused: part.locked.why } : undefined

/** Data that says what a value says, with the parts of the old data wherever they say it already. */
function mergeInto<Node>(old: Data<Node> | undefined, value: Json): Data<Node> | EditRefusal {
  if (old === undefined) return dataOf(value)
  if (equalsJson(old, value)) return old
  const bound = lockOf(old)
  if (bound) return bound
  if (!old.locked && old.type === 'mapping' && isObject(value)) return mergeIntoMapping(old, value)
  if (!old.locked && old.type === 'list' && isList(value)) return mergeIntoList(old, value)
  return { ...dataOf<Node>(value), ...inPlaceOf(old) }
}

function mergeIntoMapping<Node>(old: MappingData<Node>, value: JsonObject): Data<Node> | EditRefusal {
  const entries = new Map<string, Data<Node>>()
  for (const [name, child] of old.entries) {
    if (!Object.hasOwn(value, name)) {
      const bound = lockOf(child)
      if (bound) return bound
      continue
    }
    const next = mergeInto(child, value[name] ?? null)
    if (isRefusal(next)) return next
    entries.set(name, next)
  }
  for (const [name, child] of Object.entries(value)) {
    if (!entries.has(name)) entries.set(name, dataOf(child))
  }
  return { ...inPlaceOf(old), type: 'mapping', entries }
}

/** Equal items at both ends stay; between them, items are laid over each other in turn. */
function mergeIntoList<Node>(old: ListData<Node>, value: readonly Json[]): Data<Node> | EditRefusal {
  const shorter = Math.min(old.items.length, value.length)
  const equal = (left: number, right: number): boolean => {
    const item = old.items[left]
    return item !== undefined && equalsJson(item, value[right] ?? null)
  }
  let first = 0
  while (first < shorter && equal(first, first)) first++
  let last = 0
  while (last < shorter - first && equal(old.items.length - 1 - last, value.length - 1 - last)) last++
  const items: Data<Node>[] = old.items.slice(0, first)
  for (let index = first; index < value.length - last; index++) {
    const next = mergeInto(
      index < old.items.length - last ? old.items[index] : undefined,
      value[index] ?? null,
    )
    if (isRefusal(next)) return next
    items.push(next)
  }
  const dropped = old.items.slice(Math.max(first, value.length - last), old.items.length - last)
  return (
    dropped.map(lockOf).find((bound) => bound !== undefined) ?? {
      ...inPlaceOf(old),
      type: 'list',
      items: [...items, ...old.items.slice(old.items.length - last)],
    }
  )
}

function appended<Node>(
  old: Data<Node> | undefined,
  { path, value }: { readonly path: Path; readonly value: Json },
): Outcome<Node> {
  const item = dataOf<Node>(value)
  if (old === undefined || (old.type === 'scalar' && old.data === null))
    return kept(old, { ...inPlaceOf(old), type: 'list', items: [item] })
  if (old.type !== 'list') return { refused: `${named(path)} is no list, so nothing can be appended to it.` }
  if (old.items.some((other) => equalsJson(other, value))) return old
  return kept(old, { ...inPlaceOf(old), type: 'list', items: [...old.items, item] })
}

function without<Node>(old: Data<Node> | undefined, step: string | number): Outcome<Node> {
  const child = childAt(old, step)
  if (!old || !child) return old
  const bound = lockOf(child)
  if (bound) return bound
  if (old.type === 'list')
    return kept(old, { ...inPlaceOf(old), type: 'list', items: old.items.filter((item) => item !== child) })
  const entries = old.type === 'mapping' ? [...old.entries].filter(([name]) => name !== String(step)) : []
  return kept(old, { ...inPlaceOf(old), type: 'mapping', entries: new Map(entries) })
}

function renamed<Node>(old: Data<Node> | undefined, step: string, key: string): Outcome<Node> {
  const child = old?.type === 'mapping' ? old.entries.get(step) : undefined
  if (old?.type !== 'mapping' || !child || step === key) return old
  const bound = lockOf(child)
  if (bound) return bound
  if (old.entries.has(key))
    return {
      refused: `There is a key ${JSON.stringify(key)} already, so ${JSON.stringify(step)} cannot take its name.`,
    }
  const entries = [...old.entries].map(([name, value]) => [name === step ? key : name, value] as const)
  return kept(old, { ...inPlaceOf(old), type: 'mapping', entries: new Map(entries) })
}
