import { addTo } from '../model/groupBy'
import type { SourceData } from './sourceData'
import type { Member, SourceNode } from './sourceNode'

/** Which members of a mapping or sequence are kept, removed and added. */
export type MemberDiff = {
  readonly node: SourceNode
  /** For each member of `node`, whether it is kept. */
  readonly isKept: readonly boolean[]
  /** The members that are kept, each with its old and its new value. */
  readonly kept: readonly KeptMember[]
  /** New members, by the index of the member that they are inserted before: at the end, the number of members. */
  readonly added: ReadonlyMap<number, readonly AddedMember[]>
}

export type KeptMember = {
  readonly member: Member
  readonly old: SourceData
  readonly next: SourceData
  /** The new key, when the key is renamed. */
  readonly newKey?: string
}

/** A new member. `key`: undefined for an item of a sequence. */
export type AddedMember = { readonly key?: string; readonly value: SourceData }

/**
 * The difference between two versions of a mapping or sequence. Undefined when no member would be kept, so that the whole
 * value is better replaced. Members without data of their own, such as `<<: *defaults`, are always kept.
 */
export function diffMembers(old: SourceData, next: SourceData): MemberDiff | undefined {
  const node = old.node
  if (!node || old.type !== next.type || (node.style !== 'block' && node.style !== 'flow')) return undefined
  const oldChildren = childrenOf(old)
  const nextChildren = childrenOf(next)
  const members = new Map(node.members.map((member, index) => [member.value, { member, index }] as const))
  const oldChildByNode = new Map(oldChildren.map((child) => [child.value.node, child] as const))
  const kept: KeptMember[] = []
  const added = new Map<number, AddedMember[]>()
  // Values from merge keys are not members, so there is nothing to keep or add for them.
  const inherited = new Set(oldChildren.filter(({ value }) => !value.node).map(({ value }) => value))
  const withoutData = node.members.filter(({ value }) => !oldChildByNode.has(value))
  const keptNodes = new Set(withoutData.map(({ value }) => value))
  let indexAfterKept = 0
  for (const { key, value } of nextChildren) {
    const oldMember = value.node && members.get(value.node)
    const oldChild = oldMember && oldChildByNode.get(oldMember.member.value)
    if (oldMember && oldChild) {
      indexAfterKept = oldMember.index + 1
      keptNodes.add(oldMember.member.value)
      const isRenamed = key !== undefined && key !== oldChild.key
      kept.push({
        member: oldMember.member,
        old: oldChild.value,
        next: value,
        ...(isRenamed && { newKey: key }),
      })
    } else if (!inherited.has(value)) {
      const index = old.type === 'mapping' ? node.members.length : indexAfterKept
      addTo(added, index, { value, ...(key !== undefined && { key }) })
    }
  }
  if (keptNodes.size === 0 && (nextChildren.length > 0 || node.members.length === 0)) return undefined
  return { node, isKept: node.members.map(({ value }) => keptNodes.has(value)), kept, added }
}

type Child = { readonly key?: string; readonly value: SourceData }

const childrenOf = (data: SourceData): readonly Child[] => {
  if (data.type === 'mapping') return [...data.entries].map(([key, value]) => ({ key, value }))
  return data.type === 'sequence' ? data.items.map((value) => ({ value })) : []
}

/** The runs of removed members, each as the indices of its first and its last member. */
export function removedRuns({ isKept }: MemberDiff): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = []
  for (const [index, kept] of isKept.entries()) {
    const run = runs.at(-1)
    if (kept) continue
    if (run?.[1] === index - 1) run[1] = index
    else runs.push([index, index])
  }
  return runs
}

/** The last kept member before an index. */
export const lastKeptBefore = ({ node, isKept }: MemberDiff, index: number): Member | undefined =>
  node.members.slice(0, index).findLast((_, other) => isKept[other])
