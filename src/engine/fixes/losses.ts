import { risky, type Proposal, type ProposedChange, type Remedy } from '../findings/remedy'
import { groupBy } from '../model/groupBy'
import { isList, isObject, isText, type Json } from '../model/json'
import { pathText, type Path } from '../model/path'
import { listText } from '../model/shorten'
import { valueOf, type LocatedObject } from '../objects/locatedObjects'
import type { Evaluation } from '../report/evaluate'
import { toJson } from '../yaml/toJson'
import { valueAt, type Value } from '../yaml/value'

/** The same remedy, where every fix that loses something is risky and says what; risky ones come last. */
export function withLosses(
  { fixes = [], ...rest }: Remedy,
  owner: LocatedObject | undefined,
  { locatedOf }: Pick<Evaluation, 'locatedOf'>,
): Remedy {
  if (fixes.length === 0) return rest
  const assessed = fixes.map((fix): Proposal => {
    if (fix.safety === 'risky') return fix
    const targets = groupBy(fix.changes ?? [], ({ object }) => (object ? locatedOf.get(object) : owner))
    const lost = [...targets].flatMap(([target, changes]) => {
      const root = target && valueOf(target)
      return root ? lossesOf(changes, root) : []
    })
    return lost.length === 0 ? fix : { ...fix, ...risky(`${fix.note} ${lossText(lost)}`) }
  })
  const isRisky = ({ safety }: Proposal): boolean => safety === 'risky'
  return { ...rest, fixes: [...assessed.filter((fix) => !isRisky(fix)), ...assessed.filter(isRisky)] }
}

/** So many paths are named. */
const pathLimit = 3

const lossText = (paths: readonly Path[]): string =>
  `It removes ${listText(paths.map(pathText), ', ', pathLimit)}.`

/**
 * The paths of what an object says and would no longer say after changes to it, with nothing of it kept: neither moved to
 * another place, nor said once more under the same key nearby, as in an equal item of a list. Empty values say nothing. A
 * value that another one replaces at the same place is changed, not lost; so is a mapping that shares no key with the new
 * one.
 */
export function lossesOf(changes: readonly ProposedChange[], root: Value): readonly Path[] {
  const kept = new Set<string>()
  const written = new Set<string>()
  for (const change of changes) {
    if (change.kind === 'rename') written.add(pathText([...change.path.slice(0, -1), change.key]))
    if (!('value' in change)) continue
    written.add(pathText(change.path))
    for (const { text } of leavesOf(change.value)) kept.add(text)
  }
  const removed = changes.flatMap((change) =>
    change.kind === 'remove' && written.has(pathText(change.path)) ? [] : removedBy(change, root),
  )
  const around = new Surroundings(root)
  for (const { path, data } of removed) if (data !== undefined) around.take(path, data)
  return removed
    .filter(({ path, data }) => data === undefined || around.lacks(path, data, kept))
    .map(({ path }) => path)
}

/**
 * The paths of what changes take out of an object without writing it to another place, as when one of two equal items of a
 * list goes: nothing is lost by it, but somebody wrote it.
 */
export function removalsOf(changes: readonly ProposedChange[], root: Value): readonly Path[] {
  const values = changes.flatMap((change) => ('value' in change ? [change.value] : []))
  const written = new Set(values.flatMap((value) => [...leavesOf(value)].map(({ text }) => text)))
  return changes
    .filter(({ kind, path }) => kind === 'remove' && !isWrittenAt(path, changes))
    .flatMap((change) => removedBy(change, root))
    .filter(({ data }) => data === undefined || [...leavesOf(data)].some(({ text }) => !written.has(text)))
    .map(({ path }) => path)
}

const isWrittenAt = (path: Path, changes: readonly ProposedChange[]): boolean =>
  changes.some((change) => 'value' in change && pathText(change.path) === pathText(path))

/** `data`: undefined when there is too much of it to compare. */
type Removed = { readonly path: Path; readonly data: Json | undefined }

function removedBy(change: ProposedChange, root: Value): readonly Removed[] {
  const before = change.kind === 'remove' || change.kind === 'set' ? valueAt(root, change.path) : undefined
  if (!before) return []
  const data = toJson(before)
  if (change.kind === 'remove') return [{ path: change.path, data }]
  if (!isObject(data) || !('value' in change) || !isObject(change.value)) return []
  const { path, value } = change
  if (!Object.keys(data).some((key) => Object.hasOwn(value, key))) return []
  return Object.entries(data).flatMap(([key, member]) =>
    Object.hasOwn(value, key) ? [] : [{ path: [...path, key], data: member }],
  )
}

type Leaf = {
  readonly text: string
  /** With the nearest key around it. */
  readonly member: string
}

/** The scalars in data; null and empty texts say nothing. */
function* leavesOf(data: Json, key = ''): Generator<Leaf> {
  if (isList(data)) for (const item of data) yield* leavesOf(item, key)
  else if (isObject(data)) for (const [name, value] of Object.entries(data)) yield* leavesOf(value, name)
  else if (data !== null && data !== '') yield { text: String(data), member: `${key}: ${String(data)}` }
}

const keyOf = (path: Path): string => path.findLast(isText) ?? ''

/** More values around a removed one are not looked at. */
const valueLimit = 100_000

/** How often what surrounds removed values, two steps up, says the same under the same key once they are gone. */
class Surroundings {
  private readonly counts = new Map<string, Map<string, number>>()

  constructor(private readonly root: Value) {}

  take(path: Path, data: Json) {
    const counts = this.of(path)
    for (const { member } of leavesOf(data, keyOf(path))) counts.set(member, (counts.get(member) ?? 0) - 1)
  }

  /** Whether a removed value has a scalar that is neither kept elsewhere nor left around it. */
  lacks(path: Path, data: Json, kept: ReadonlySet<string>): boolean {
    const counts = this.of(path)
    for (const { text, member } of leavesOf(data, keyOf(path)))
      if (!kept.has(text) && (counts.get(member) ?? 0) <= 0) return true
    return false
  }

  private of(path: Path): Map<string, number> {
    const place = path.slice(0, -2)
    const key = pathText(place)
    const known = this.counts.get(key)
    if (known) return known
    const counts = new Map<string, number>()
    const value = valueAt(this.root, place)
    const data = value && toJson(value, { budget: { left: valueLimit } })
    for (const { member } of data === undefined ? [] : leavesOf(data, keyOf(place)))
      counts.set(member, (counts.get(member) ?? 0) + 1)
    this.counts.set(key, counts)
    return counts
  }
}
