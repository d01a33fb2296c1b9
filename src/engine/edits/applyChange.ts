import type { Change, EditRefusal } from '../model/change'
import { type Json, type JsonObject, isList, isObject } from '../model/json'
import { type Path, pathText } from '../model/path'
import {
  dataOf,
  equalsJson,
  unwritableReason,
  type Data,
  type MappingData,
  type SequenceData,
  type SourceInfo,
} from './sourceData'

/**
 * The data after a change. Values that do not change are the same objects as before, so `===` tells what changed; a
 * change that makes no difference returns `root` itself.
 */
export function applyChange<Node>(root: Data<Node>, change: Change): Data<Node> | EditRefusal {
  const lastStep = change.path.at(-1)
  const parentPath = change.path.slice(0, -1)
  const reason = 'value' in change ? unwritableReason(change.value) : undefined
  if (reason) return { refused: reason }
  switch (change.kind) {
    case 'set':
      return updateAt(root, change.path, [], (old) => mergeInto(old, change.value)) ?? root
    case 'append':
      return updateAt(root, change.path, [], (old) => append(old, change)) ?? root
    case 'remove':
      if (lastStep === undefined) return { refused: 'The root of a document cannot be removed.' }
      return updateAt(root, parentPath, [], (parent) => removeChild(parent, lastStep)) ?? root
    case 'rename':
      if (lastStep === undefined) return { refused: 'The root of a document has no key.' }
      return (
        updateAt(root, parentPath, [], (parent) => renameKey(parent, String(lastStep), change.key)) ?? root
      )
  }
}

export const isRefusal = (result: object | undefined): result is EditRefusal =>
  result !== undefined && 'refused' in result

/** The new value; undefined when there was none and still is none. */
type Updated<Node> = Data<Node> | EditRefusal | undefined

/** `parentPath`: the path of `old`, for messages; `path` is relative to it. */
function updateAt<Node>(
  old: Data<Node> | undefined,
  path: Path,
  parentPath: Path,
  update: (old: Data<Node> | undefined) => Updated<Node>,
): Updated<Node> {
  const [step, ...rest] = path
  if (step === undefined) return update(old)
  const oldChild = childAt(old, step)
  const child = updateAt(oldChild, rest, [...parentPath, step], update)
  if (child === undefined || child === oldChild) return old
  if (isRefusal(child)) return child
  return unlessLocked(old, withChild(old, step, child, parentPath))
}

function childAt<Node>(parent: Data<Node> | undefined, step: string | number): Data<Node> | undefined {
  if (parent?.type === 'mapping') return parent.entries.get(String(step))
  return parent?.type === 'sequence' && typeof step === 'number' ? parent.items[step] : undefined
}

const isMissingOrNull = (data: Data | undefined): boolean =>
  data === undefined || (data.type === 'scalar' && data.data === null)

function withChild<Node>(
  parent: Data<Node> | undefined,
  step: string | number,
  child: Data<Node>,
  path: Path,
): Data<Node> | EditRefusal {
  const items = parent?.type === 'sequence' ? parent.items : []
  if (parent?.type === 'mapping' || (isMissingOrNull(parent) && typeof step === 'string')) {
    const entries = parent?.type === 'mapping' ? parent.entries : []
    return { ...nodeOf(parent), type: 'mapping', entries: new Map([...entries, [String(step), child]]) }
  }
  if (parent?.type !== 'sequence' && !isMissingOrNull(parent))
    return { refused: `${subject(path)} is a single value, so nothing can be set inside it.` }
  if (typeof step === 'string')
    return { refused: `${subject(path)} is a list, so it has no key ${JSON.stringify(step)}.` }
  if (step > items.length || step < 0)
    return { refused: `${subject(path)} has no item ${items.length}, so item ${step} cannot be added.` }
  return {
    ...nodeOf(parent),
    type: 'sequence',
    items: [...items.slice(0, step), child, ...items.slice(step + 1)],
  }
}

/** The value at a path as the subject of a sentence. */
const subject = (path: Path): string => (path.length > 0 ? pathText(path) : 'The document')

/** The node of old data, for the new data that replaces it in the same place of the text. */
const nodeOf = <Node>(data: Data<Node> | undefined): Pick<SourceInfo<Node>, 'node'> =>
  data?.node === undefined ? {} : { node: data.node }

const unlessLocked = <Node>(old: Data<Node> | undefined, updated: Updated<Node>): Updated<Node> =>
  old?.lock && updated !== old ? { refused: old.lock.reason } : updated

/** Why a value cannot be removed or replaced as a whole; undefined when it can. */
const replacementRefusal = ({ lock }: Data): EditRefusal | undefined =>
  lock && !lock.insideOnly ? { refused: lock.reason } : undefined

/** Data that equals `value`. Values inside `old` that are already equal stay the same objects, with their nodes. */
function mergeInto<Node>(old: Data<Node> | undefined, value: Json): Data<Node> | EditRefusal {
  if (old === undefined) return dataOf(value)
  if (equalsJson(old, value)) return old
  const refusal = replacementRefusal(old)
  if (refusal) return refusal
  if (!old.lock && old.type === 'mapping' && isObject(value)) return mergeIntoMapping(old, value)
  if (!old.lock && old.type === 'sequence' && isList(value)) return mergeIntoSequence(old, value)
  return { ...dataOf<Node>(value), ...nodeOf(old) }
}

function mergeIntoMapping<Node>(old: MappingData<Node>, value: JsonObject): Data<Node> | EditRefusal {
  const entries = new Map<string, Data<Node>>()
  for (const [name, child] of old.entries) {
    if (!Object.hasOwn(value, name)) {
      const refusal = replacementRefusal(child)
      if (refusal) return refusal
      continue
    }
    const merged = mergeInto(child, value[name] ?? null)
    if (isRefusal(merged)) return merged
    entries.set(name, merged)
  }
  for (const [name, child] of Object.entries(value)) {
    if (!entries.has(name)) entries.set(name, dataOf(child))
  }
  return { ...nodeOf(old), type: 'mapping', entries }
}

/**
 * Keeps equal items at the start and at the end, and merges the items between them pairwise: from `[a, b, c]` to
 * `[a, x, y, c]`, `b` is merged with `x` and `y` is new.
 */
function mergeIntoSequence<Node>(old: SequenceData<Node>, value: readonly Json[]): Data<Node> | EditRefusal {
  const shorter = Math.min(old.items.length, value.length)
  const areEqual = (oldIndex: number, newIndex: number): boolean => {
    const item = old.items[oldIndex]
    return item !== undefined && equalsJson(item, value[newIndex] ?? null)
  }
  let equalAtStart = 0
  while (equalAtStart < shorter && areEqual(equalAtStart, equalAtStart)) equalAtStart++
  let equalAtEnd = 0
  while (
    equalAtEnd < shorter - equalAtStart &&
    areEqual(old.items.length - 1 - equalAtEnd, value.length - 1 - equalAtEnd)
  )
    equalAtEnd++
  const oldEnd = old.items.length - equalAtEnd
  const newEnd = value.length - equalAtEnd
  const items: Data<Node>[] = old.items.slice(0, equalAtStart)
  for (let index = equalAtStart; index < newEnd; index++) {
    const merged = mergeInto(index < oldEnd ? old.items[index] : undefined, value[index] ?? null)
    if (isRefusal(merged)) return merged
    items.push(merged)
  }
  const removed = old.items.slice(Math.max(equalAtStart, newEnd), oldEnd)
  return (
    removed.map(replacementRefusal).find((refusal) => refusal !== undefined) ?? {
      ...nodeOf(old),
      type: 'sequence',
      items: [...items, ...old.items.slice(oldEnd)],
    }
  )
}

function append<Node>(
  old: Data<Node> | undefined,
  { path, value }: { readonly path: Path; readonly value: Json },
): Updated<Node> {
  const item = dataOf<Node>(value)
  if (old === undefined || (old.type === 'scalar' && old.data === null))
    return unlessLocked(old, { ...nodeOf(old), type: 'sequence', items: [item] })
  if (old.type !== 'sequence')
    return { refused: `${subject(path)} is not a list, so nothing can be appended to it.` }
  if (old.items.some((other) => equalsJson(other, value))) return old
  return unlessLocked(old, { ...nodeOf(old), type: 'sequence', items: [...old.items, item] })
}

function removeChild<Node>(parent: Data<Node> | undefined, step: string | number): Updated<Node> {
  const child = childAt(parent, step)
  if (!parent || !child) return parent
  const refusal = replacementRefusal(child)
  if (refusal) return refusal
  if (parent.type === 'sequence') {
    const items = parent.items.filter((item) => item !== child)
    return unlessLocked(parent, { ...nodeOf(parent), type: 'sequence', items })
  }
  const entries =
    parent.type === 'mapping' ? [...parent.entries].filter(([name]) => name !== String(step)) : []
  return unlessLocked(parent, { ...nodeOf(parent), type: 'mapping', entries: new Map(entries) })
}

function renameKey<Node>(parent: Data<Node> | undefined, oldKey: string, newKey: string): Updated<Node> {
  const child = parent?.type === 'mapping' ? parent.entries.get(oldKey) : undefined
  if (parent?.type !== 'mapping' || !child || oldKey === newKey) return parent
  const refusal = replacementRefusal(child)
  if (refusal) return refusal
  if (parent.entries.has(newKey))
    return {
      refused: `The key ${JSON.stringify(newKey)} already exists, so ${JSON.stringify(oldKey)} cannot be renamed to it.`,
    }
  const entries = [...parent.entries].map(
    ([name, value]) => [name === oldKey ? newKey : name, value] as const,
  )
  return unlessLocked(parent, { ...nodeOf(parent), type: 'mapping', entries: new Map(entries) })
}
