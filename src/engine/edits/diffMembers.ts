import type { SourceData } from './documentStyle'
import type { Member, SourceNode } from './sourceNode'

/** What becomes of the members of a mapping or list: some stay, some go, some come. */
export type MemberDiff = {
  /** Where they are written. */
  readonly node: SourceNode
  readonly stays: readonly boolean[]
  readonly kept: readonly Kept[]
  /** What comes, by the index of the member in front of which it does; the number of members for behind the last. */
  readonly added: ReadonlyMap<number, readonly Added[]>
}

export type Kept = {
  readonly member: Member
  readonly old: SourceData
  readonly next: SourceData
  /** Its new name, when it gets one. */
  readonly name?: string
}

/** A new part. `name` of a mapping's. */
export type Added = { readonly name?: string; readonly value: SourceData }

/**
 * How one mapping or list becomes another; undefined when nothing that is written stays, so that it is better written
 * anew. What a mapping has but does not tell, like its merges, stays.
 */
export function diffMembers(old: SourceData, next: SourceData): MemberDiff | undefined {
  const node = old.node
  if (!node || old.type !== next.type || (node.style !== 'block' && node.style !== 'flow')) return undefined
  const before = partsOf(old)
  const after = partsOf(next)
  const written = new Map(node.members.map((member, index) => [member.value, { member, index }] as const))
  const told = new Map(before.map(({ name, value }) => [value.node, { name, value }] as const))
  const kept: Kept[] = []
  const added = new Map<number, readonly Added[]>()
  const borrowed = new Set(before.filter(({ value }) => !value.node).map(({ value }) => value))
  const staying = new Set(node.members.filter(({ value }) => !told.has(value)).map(({ value }) => value))
  let behind = 0
  for (const { name, value } of after) {
    const spot = value.node && written.get(value.node)
    const origin = spot && told.get(spot.member.value)
    if (spot && origin) {
      behind = spot.index + 1
      staying.add(spot.member.value)
      const renamed = name !== undefined && name !== origin.name
      kept.push({ member: spot.member, old: origin.value, next: value, ...(renamed && { name }) })
    } else if (!borrowed.has(value)) {
      const index = old.type === 'mapping' ? node.members.length : behind
      added.set(index, [...(added.get(index) ?? []), { value, ...(name !== undefined && { name }) }])
    }
  }
  if (staying.size === 0 && (after.length > 0 || node.members.length === 0)) return undefined
  return { node, stays: node.members.map(({ value }) => staying.has(value)), kept, added }
}

type Part = { readonly name?: string; readonly value: SourceData }

const partsOf = (part: SourceData): readonly Part[] => {
  if (part.type === 'mapping') return [...part.entries].map(([name, value]) => ({ name, value }))
  return part.type === 'list' ? part.items.map((value) => ({ value })) : []
}

/** The runs of members that go: the first and the last index of each. */
export function removedRuns({ stays }: MemberDiff): readonly (readonly [first: number, last: number])[] {
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
export const lastKeptBefore = ({ node, stays }: MemberDiff, index: number): Member | undefined =>
  node.members.slice(0, index).findLast((_, other) => stays[other])
