import type { Document } from '../yaml/readDocument'
import type { Mapping, Value } from '../yaml/value'
import type { Lock, SourceData } from './sourceData'
import type { SourceNode } from './sourceNode'

/**
 * The data of a document, each value with its source node. A value that cannot be changed on its own gets a lock: one
 * that comes from an alias or a merge key, one whose anchor has an alias, and one whose key is a duplicate.
 */
export function attachSource(root: Mapping, node: SourceNode, { problems }: Document): SourceData {
  const duplicateKeys = problems.filter(({ rule }) => rule === 'duplicate-key').map(({ range }) => range.from)
  return new SourceAttacher(new Set(aliasNames(node)), new Set(duplicateKeys)).attach(root, node)
}

/** The names of all aliases in a node: `a` for `*a`. */
function* aliasNames({ style, anchor, members }: SourceNode): Generator<string> {
  if (style === 'alias' && anchor !== undefined) yield anchor
  for (const { value } of members) yield* aliasNames(value)
}

/** For a value whose node has another structure, in case there is YAML for which that happens. */
const unusualSyntax: Lock = {
  reason: 'This part uses unusual YAML syntax, so it cannot be edited safely.',
}

class SourceAttacher {
  /** `aliases`: their names. `duplicateKeys`: the offsets of keys that repeat an earlier key of their mapping. */
  constructor(
    private readonly aliases: ReadonlySet<string>,
    private readonly duplicateKeys: ReadonlySet<number>,
  ) {}

  attach(value: Value, node: SourceNode): SourceData {
    const { style, anchor } = node
    if (style === 'alias') {
      const reason = `This value comes from the alias *${anchor}. Change it at the anchor &${anchor}.`
      return { ...withoutNodes(value), node, lock: { reason, insideOnly: true } }
    }
    const isAliased = anchor !== undefined && this.aliases.has(anchor)
    const reason = `The alias *${anchor} uses this value too, so changing it here would also change it there.`
    return { ...this.content(value, node), ...(isAliased && { lock: { reason } }) }
  }

  private content(value: Value, node: SourceNode): SourceData {
    const { style, members } = node
    const isCollection = style === 'block' || style === 'flow' || style === 'pair'
    if (value.type === 'scalar' && !isCollection) return { ...withoutNodes(value), node }
    if (value.type === 'mapping' && isCollection && members.every(({ key }) => key))
      return this.mapping(value, node)
    if (value.type !== 'sequence' || !isCollection || value.items.length !== members.length)
      return { ...withoutNodes(value), lock: unusualSyntax }
    const items = value.items.map((item, index) => {
      const member = members[index]
      return member && !member.key
        ? this.attach(item, member.value)
        : { ...withoutNodes(item), lock: unusualSyntax }
    })
    return { type: 'sequence', items, node }
  }

  private mapping(value: Mapping, node: SourceNode): SourceData {
    const nodesByKeyFrom = new Map(node.members.map((member) => [member.key?.from, member.value]))
    const entries = [...value.entries].map(([name, entry]): readonly [string, SourceData] => {
      const valueNode = nodesByKeyFrom.get(entry.keyFrom)
      if (!valueNode) {
        const reason = `The key ${name} comes from a merge key (<<). Change it at the anchor.`
        return [name, { ...withoutNodes(entry.value), lock: { reason } }]
      }
      const isDuplicate = this.duplicateKeys.has(entry.keyFrom)
      const reason = `The key ${name} is set twice. Remove one of the two first.`
      return [name, { ...this.attach(entry.value, valueNode), ...(isDuplicate && { lock: { reason } }) }]
    })
    return { type: 'mapping', entries: new Map(entries), node }
  }
}

function withoutNodes(value: Value): SourceData {
  if (value.type === 'scalar')
    return { type: 'scalar', data: value.data, ...(value.fraction && { fraction: value.fraction }) }
  if (value.type === 'sequence') return { type: 'sequence', items: value.items.map(withoutNodes) }
  return {
    type: 'mapping',
    entries: new Map([...value.entries].map(([name, entry]) => [name, withoutNodes(entry.value)])),
  }
}
