import { dataOf, equalsJson } from '../engine/edits/sourceData'
import type { MergeList, MergeShape } from '../kubernetes/mergeKeys'
import { type Json, type JsonObject, isList, isObject } from '../engine/model/json'

/**
 * The smallest strategic merge patch from one mapping to another, as kustomize takes it in: what differs, `null` for
 * keys that go, items of merged lists by their keys, all other lists whole. Undefined when nothing differs; the order of
 * items counts only where it means something. Only right for what `fitsMerge` accepts. Neither side holds nulls.
 */
export function mergePatch(
  before: JsonObject,
  after: JsonObject,
  shape: MergeShape | undefined,
): JsonObject | undefined {
  const changed = Object.entries(after).flatMap(([key, value]) => {
    const part = Object.hasOwn(before, key) ? partPatch(before[key] ?? null, value, key, shape) : value
    return part === undefined ? [] : [[key, part] as const]
  })
  const removed = Object.keys(before).filter((key) => !Object.hasOwn(after, key))
  const entries = [...changed, ...removed.map((key) => [key, null] as const)]
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

function partPatch(before: Json, after: Json, key: string, shape: MergeShape | undefined): Json | undefined {
  if (isObject(before) && isObject(after)) return mergePatch(before, after, shape?.fields.get(key))
  if (equalsJson(dataOf(before), after)) return undefined
  const rule = shape?.lists.get(key)
  return rule && isList(before) && isList(after) ? listPatch(before, after, rule) : after
}

/** The item that makes the others of a patch replace all that was in the list. */
const replacement: JsonObject = { $patch: 'replace' }

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
  const patch = merged ?? [replacement, ...after]
  return patch.length > 0 ? patch : undefined
}

/** Plain values can be added to a list, in front of the others, and not be taken out. */
function addedValues(
  before: readonly Json[],
  after: readonly Json[],
  rule: MergeList,
): readonly Json[] | undefined {
  const added = after.filter((value) => !before.includes(value))
  const merged = [...added, ...before]
  const isReached =
    rule.order === 'free' ? merged.length === after.length : merged.join('\n') === after.join('\n')
  return isReached ? added : undefined
}

/** The items of a patch; undefined when none leads from one list to the other. */
function itemPatches(
  before: readonly JsonObject[],
  after: readonly JsonObject[],
  rule: MergeList,
): readonly JsonObject[] | undefined {
  const keys = rule.keys.filter((key) => [...before, ...after].some((item) => Object.hasOwn(item, key)))
  // How kustomize pairs items of which some lack a key depends on those beside them.
  if (![...before, ...after].every((item) => keys.every((key) => Object.hasOwn(item, key)))) return undefined
  const idOf = (item: JsonObject) => keyText(item, keys)
  const keysOnly = (item: JsonObject): JsonObject =>
    Object.fromEntries(keys.map((key) => [key, item[key] ?? null]))
  const places = new Map(before.map((item, place) => [idOf(item), { item, place }]))
  const steps = after.map((item): Step => {
    const old = places.get(idOf(item))
    const part = old ? mergePatch(old.item, item, rule.items) : item
    return { place: old?.place, isSame: part === undefined, patch: { ...keysOnly(item), ...part } }
  })
  const kept = new Set(after.map(idOf))
  const gone = before.filter((item) => !kept.has(idOf(item)))
  const isOrdered =
    rule.order === 'kept' || (rule.order === 'references' && JSON.stringify(after).includes('$('))
  const named = isOrdered ? inOrder(steps, keys.length) : steps.filter(({ isSame }) => !isSame)
  return (
    named && [
      ...named.map(({ patch }) => patch),
      ...gone.map((item) => ({ $patch: 'delete', ...keysOnly(item) })),
    ]
  )
}

/** An item of the new list: where it stood in the old one, and what a patch says of it. */
type Step = {
  readonly place: number | undefined
  readonly isSame: boolean
  readonly patch: JsonObject
}

/**
 * The items a patch has to name so that the merged list comes out in its order; undefined when there are none. With one
 * key, kustomize puts what a patch names first, in the order of the patch. With more, it puts what is new first and
 * leaves the others in their old order.
 */
function inOrder(steps: readonly Step[], keys: number): readonly Step[] | undefined {
  if (keys === 1) {
    const rest = steps.findLastIndex(
      ({ place, isSame }, index) =>
        !isSame || place === undefined || place > (steps[index + 1]?.place ?? Infinity),
    )
    return steps.slice(0, rest + 1)
  }
  const places = steps.map(({ place = -1 }) => place)
  const isNatural = places.every((place, index) => index === 0 || place >= (places[index - 1] ?? -1))
  return isNatural ? steps.filter(({ isSame }) => !isSame) : undefined
}

/**
 * Whether a strategic merge patch leads to `after`. None does when
 * - a mapping, a list or a plain value becomes another one of the three: kustomize refuses the patch;
 * - text becomes a number or a boolean: kustomize keeps the quotes that the text may have;
 * - a merged list has two items with the same key, or one with none: kustomize drops items of such a list in any object
 *   that it patches, even when the patch does not touch the list;
 * - a field has the name of a directive.
 */
export function fitsMerge(before: Json | undefined, after: Json, shape: MergeShape | undefined): boolean {
  if (before !== undefined && !isSameForm(before, after)) return false
  if (!isObject(after)) return true
  const old = before !== undefined && isObject(before) ? before : {}
  if (Object.hasOwn(old, '$patch') || Object.hasOwn(after, '$patch')) return false
  return Object.entries(after).every(([key, value]) => {
    const was = Object.hasOwn(old, key) ? old[key] : undefined
    const rule = shape?.lists.get(key)
    return rule && isList(value)
      ? (was === undefined || isList(was)) && fitsList(was ?? [], value, rule)
      : fitsMerge(was, value, shape?.fields.get(key))
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

/** Whether kustomize keeps the items of a list apart. One that lacks a further key can be taken for any other one. */
function isMerged(items: readonly Json[], { keys }: MergeList): boolean {
  const [first, ...others] = keys
  if (first === undefined) return items.every(isKey) && new Set(items).size === items.length
  const objects = items.filter(isObject).filter((item) => isKey(item[first]))
  const counts = new Map<string, number>()
  for (const item of objects)
    counts.set(keyText(item, [first]), (counts.get(keyText(item, [first])) ?? 0) + 1)
  const alike = objects.filter((item) => (counts.get(keyText(item, [first])) ?? 0) > 1)
  return (
    objects.length === items.length &&
    alike.every((item) => others.every((key) => isKey(item[key]))) &&
    new Set(alike.map((item) => keyText(item, keys))).size === alike.length
  )
}

const isKey = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && typeof value !== 'object'

/** Keys are compared as they are written: the port 80 is the port "80". */
const keyText = (item: JsonObject, keys: readonly string[]): string =>
  JSON.stringify(keys.map((key) => String(item[key] ?? '')))

const isSameForm = (before: Json, after: Json): boolean => {
  if (typeof before === 'object' || typeof after === 'object')
    return typeof before === typeof after && isList(before) === isList(after)
  return typeof before !== 'string' || typeof after === 'string'
}
