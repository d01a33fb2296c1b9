import { dataOf, equalsJson } from '../engine/edits/sourceData'
import { isList, isObject, type Json, type JsonObject } from '../engine/model/json'
import type { MergeList, MergeShape } from '../kubernetes/mergeShape'

/**
 * The smallest strategic merge patch that turns one object into another when kustomize applies it; undefined when they
 * do not differ. It has `null` for removed fields, the changed items of merged lists, and all other lists as a whole:
 *
 *     spec:
 *       containers:
 *       - name: web
 *         image: web:2
 *       - $patch: delete
 *         name: sidecar
 *
 * Neither object may contain nulls, and `fitsMerge` must hold for both. The order of items only matters where `shape`
 * says so.
 */
export function mergePatch(
  before: JsonObject,
  after: JsonObject,
  shape: MergeShape | undefined,
): JsonObject | undefined {
  const changed = Object.entries(after).flatMap(([key, value]) => {
    const patch = Object.hasOwn(before, key) ? fieldPatch(before[key] ?? null, value, key, shape) : value
    return patch === undefined ? [] : [[key, patch] as const]
  })
  const removed = Object.keys(before).filter((key) => !Object.hasOwn(after, key))
  const entries = [...changed, ...removed.map((key) => [key, null] as const)]
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

function fieldPatch(before: Json, after: Json, key: string, shape: MergeShape | undefined): Json | undefined {
  if (isObject(before) && isObject(after)) return mergePatch(before, after, shape?.fields.get(key))
  if (equalsJson(dataOf(before), after)) return undefined
  const rule = shape?.lists.get(key)
  return rule && isList(before) && isList(after) ? listPatch(before, after, rule) : after
}

/** The item of a patch which makes its other items replace the whole list. */
const replaceDirective: JsonObject = { $patch: 'replace' }

function listPatch(
  before: readonly Json[],
  after: readonly Json[],
  rule: MergeList,
): readonly Json[] | undefined {
  const merged =
    after.length === 0 || !isMerged(before, rule)
      ? undefined
      : rule.keys.length === 0
        ? addedValues(before, after, rule)
        : itemPatches(before.filter(isObject), after.filter(isObject), rule)
  const patch = merged ?? [replaceDirective, ...after]
  return patch.length > 0 ? patch : undefined
}

/** The scalars that a patch adds to the start of a list; undefined when adding scalars is not enough. */
function addedValues(
  before: readonly Json[],
  after: readonly Json[],
  rule: MergeList,
): readonly Json[] | undefined {
  const added = after.filter((value) => !before.includes(value))
  const merged = [...added, ...before]
  const isEqual =
    rule.order === 'free' ? merged.length === after.length : merged.join('\n') === after.join('\n')
  return isEqual ? added : undefined
}

/** The items of a patch for a list of objects; undefined when only replacing the list can change it in this way. */
function itemPatches(
  before: readonly JsonObject[],
  after: readonly JsonObject[],
  rule: MergeList,
): readonly JsonObject[] | undefined {
  const keys = rule.keys.filter((key) => [...before, ...after].some((item) => Object.hasOwn(item, key)))
  // kustomize matches items without all keys in a way that depends on other items.
  if (![...before, ...after].every((item) => keys.every((key) => Object.hasOwn(item, key)))) return undefined
  const idOf = (item: JsonObject) => keyText(item, keys)
  const keysOnly = (item: JsonObject): JsonObject =>
    Object.fromEntries(keys.map((key) => [key, item[key] ?? null]))
  const oldItems = new Map(before.map((item, index) => [idOf(item), { item, index }]))
  const items = after.map((item): PatchItem => {
    const old = oldItems.get(idOf(item))
    const patch = old ? mergePatch(old.item, item, rule.items) : item
    return { oldIndex: old?.index, isUnchanged: patch === undefined, patch: { ...keysOnly(item), ...patch } }
  })
  const ids = new Set(after.map(idOf))
  const removed = before.filter((item) => !ids.has(idOf(item)))
  const isOrdered =
    rule.order === 'kept' || (rule.order === 'references' && JSON.stringify(after).includes('$('))
  const patched = isOrdered ? inOrder(items, keys.length) : items.filter(({ isUnchanged }) => !isUnchanged)
  return (
    patched && [
      ...patched.map(({ patch }) => patch),
      ...removed.map((item) => ({ $patch: 'delete', ...keysOnly(item) })),
    ]
  )
}

/** An item of the new list. `oldIndex`: its index in the old list; undefined for a new item. */
type PatchItem = {
  readonly oldIndex: number | undefined
  readonly isUnchanged: boolean
  readonly patch: JsonObject
}

/**
 * The items that a patch must contain so that the merged list is in order; undefined when no patch can do that. In a list
 * with one key, kustomize puts the items of the patch first, in the order of the patch. With more keys, it puts new items
 * first and leaves the others in their old order.
 */
function inOrder(items: readonly PatchItem[], keyCount: number): readonly PatchItem[] | undefined {
  if (keyCount === 1) {
    const last = items.findLastIndex(
      ({ oldIndex, isUnchanged }, index) =>
        !isUnchanged || oldIndex === undefined || oldIndex > (items[index + 1]?.oldIndex ?? Infinity),
    )
    return items.slice(0, last + 1)
  }
  const oldIndexes = items.map(({ oldIndex = -1 }) => oldIndex)
  const isOldOrder = oldIndexes.every((old, index) => index === 0 || old >= (oldIndexes[index - 1] ?? -1))
  return isOldOrder ? items.filter(({ isUnchanged }) => !isUnchanged) : undefined
}

/**
 * Whether a strategic merge patch can turn `before` into `after`. It cannot when
 * - an object, a list or a scalar becomes another of the three, for which kustomize rejects the patch;
 * - text becomes a number or a boolean, because kustomize keeps the quotes of the text;
 * - a merged list has two items with the same key, or an item without a key, because kustomize drops items of such a list
 *   in any object that it patches, even when the patch does not contain the list;
 * - a field is named `$patch`, like a directive.
 */
export function fitsMerge(before: Json | undefined, after: Json, shape: MergeShape | undefined): boolean {
  if (before !== undefined && !isSameType(before, after)) return false
  if (!isObject(after)) return true
  const old = before !== undefined && isObject(before) ? before : {}
  if (Object.hasOwn(old, '$patch') || Object.hasOwn(after, '$patch')) return false
  return Object.entries(after).every(([key, value]) => {
    const oldValue = Object.hasOwn(old, key) ? old[key] : undefined
    const rule = shape?.lists.get(key)
    return rule && isList(value)
      ? (oldValue === undefined || isList(oldValue)) && fitsList(oldValue ?? [], value, rule)
      : fitsMerge(oldValue, value, shape?.fields.get(key))
  })
}

function fitsList(before: readonly Json[], after: readonly Json[], rule: MergeList): boolean {
  if (!isMerged(after, rule)) return false
  if (rule.keys.length === 0) return true
  const old = new Map(before.filter(isObject).map((item) => [keyText(item, rule.keys), item]))
  return after
    .filter(isObject)
    .every((item) => fitsMerge(old.get(keyText(item, rule.keys)), item, rule.items))
}

/** Whether kustomize can tell all items apart. An item without all keys could match any item with the same first key. */
function isMerged(items: readonly Json[], { keys }: MergeList): boolean {
  const [first, ...others] = keys
  if (first === undefined) return items.every(isKey) && new Set(items).size === items.length
  const objects = items.filter(isObject).filter((item) => isKey(item[first]))
  const counts = new Map<string, number>()
  for (const item of objects)
    counts.set(keyText(item, [first]), (counts.get(keyText(item, [first])) ?? 0) + 1)
  const similar = objects.filter((item) => (counts.get(keyText(item, [first])) ?? 0) > 1)
  return (
    objects.length === items.length &&
    similar.every((item) => others.every((key) => isKey(item[key]))) &&
    new Set(similar.map((item) => keyText(item, keys))).size === similar.length
  )
}

const isKey = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && typeof value !== 'object'

/** The keys of an item as one text. Keys are compared as text: the port 80 equals the port "80". */
const keyText = (item: JsonObject, keys: readonly string[]): string =>
  JSON.stringify(keys.map((key) => String(item[key] ?? '')))

const isSameType = (before: Json, after: Json): boolean => {
  if (typeof before === 'object' || typeof after === 'object')
    return typeof before === typeof after && isList(before) === isList(after)
  return typeof before !== 'string' || typeof after === 'string'
}
