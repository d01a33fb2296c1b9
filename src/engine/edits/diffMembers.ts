import type { Placed } from './documentStyle'
import type { Member, Written } from './sourceNode'

/** What becomes of the members of a mapping or list: some stay, some go, some come. */
export type Regrouping = {
  /** Where they are written. */
  readonly place: Written
  readonly stays: readonly boolean[]
  readonly kept: readonly Kept[]
  /** What comes, by the index of the member in front of which it does; the number of members for behind the last. */
  readonly added: ReadonlyMap<number, readonly Added[]>
}

export type Kept = {
  readonly member: Member
  readonly old: Placed
  readonly next: Placed
  /** Its new name, when it gets one. */
  readonly name?: string
}

/** A new part. `name` of a mapping's. */
export type Added = { readonly name?: string; readonly value: Placed }

/**
 * How one mapping or list becomes another; undefined when nothing that is written stays, so that it is better written
 * anew. What a mapping has but does not tell, like its merges, stays.
 */
export function regroup(old: Placed, next: Placed): Regrouping | undefined {
  const place = old.place
  if (!place || old.type !== next.type || (place.style !== 'block' && place.style !== 'flow'))
    return undefined
  const before = partsOf(old)
  const after = partsOf(next)
  const written = new Map(place.members.map((member, index) => [member.value, { member, index }] as const))
  const told = new Map(before.map(({ name, value }) => [value.place, { name, value }] as const))
  const kept: Kept[] = []
  const added = new Map<number, readonly Added[]>()
  const borrowed = new Set(before.filter(({ value }) => !value.place).map(({ value }) => value))
  const staying = new Set(place.members.filter(({ value }) => !told.has(value)).map(({ value }) => value))
  let behind = 0
  for (const { name, value } of after) {
    const spot = value.place && written.get(value.place)
    const origin = spot && told.get(spot.member.value)
    if (spot && origin) {
      behind = spot.index + 1
      staying.add(spot.member.value)
      const renamed = name !== undefined && name !== origin.name
      kept.push({ member: spot.member, old: origin.value, next: value, ...(renamed && { name }) })
    } else if (!borrowed.has(value)) {
      const index = old.type === 'mapping' ? place.members.length : behind
      added.set(index, [...(added.get(index) ?? []), { value, ...(name !== undefined && { name }) }])
    }
  }
  if (staying.size === 0 && (after.length > 0 || place.members.length === 0)) return undefined
  return { place, stays: place.members.map(({ value }) => staying.has(value)), kept, added }
}

type Part = { readonly name?: string; readonly value: Placed }

const partsOf = (part: Placed): readonly Part[] => {
  if (part.type === 'mapping') return [...part.entries].map(([name, value]) => ({ name, value }))
  return part.type === 'list' ? part.items.map((value) => ({ value })) : []
}

/** The runs of members that go: the first and the last index of each. */
export function leavingRuns({ stays }: Regrouping): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = []
  for (const [index, kept] of stays.entries()) {
    const last = runs.at(-1)
    if (kept) continue
    if (last?.[1] === index - 1) last[1] = index
    else runs.push([index, index])
  }
  return runs
}

/** The last member that stays in front of an index. */
export const staysAbove = ({ place, stays }: Regrouping, index: number): Member | undefined =>
  place.members.slice(0, index).findLast((_, other) => stays[other])
