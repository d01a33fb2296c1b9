import type { Lock } from './sourceData'
import type { Document } from '../yaml/readDocument'
import type { SourceData } from './documentStyle'
import type { Mapping, Value } from '../yaml/value'
import type { SourceNode } from './sourceNode'

/** The data of a document, each part with its place in the text, or with the reason why it cannot be changed there. */
export function attachSource(root: Mapping, written: SourceNode, { problems }: Document): SourceData {
  const repeated = problems.filter(({ rule }) => rule === 'duplicate-key').map(({ range }) => range.from)
  return new Matcher(new Set(aliasesIn(written)), new Set(repeated)).part(root, written)
}

/** The names that stand behind a `*` somewhere. */
function* aliasesIn({ style, anchor, members }: SourceNode): Generator<string> {
  if (style === 'alias' && anchor !== undefined) yield anchor
  for (const { value } of members) yield* aliasesIn(value)
}

const unclear: Lock = {
  why: 'This part is written in a way that few readers take, so no edit of it is safe.',
}

class Matcher {
  /** `repeated`: where keys stand that are set before in their mapping. */
  constructor(
    private readonly aliases: ReadonlySet<string>,
    private readonly repeated: ReadonlySet<number>,
  ) {}

  part(value: Value, node: SourceNode): SourceData {
    const { style, anchor } = node
    if (style === 'alias') {
      const why = `This comes from the alias *${anchor}, so it is changed where the anchor &${anchor} stands.`
      return { ...contentOf(value), node, locked: { why, inside: true } }
    }
    const isShared = anchor !== undefined && this.aliases.has(anchor)
    const why = `The alias *${anchor} repeats this elsewhere, so a change here would change it there too.`
    return { ...this.content(value, node), ...(isShared && { locked: { why } }) }
  }

  private content(value: Value, node: SourceNode): SourceData {
    const { style, members } = node
    const isCollection = style === 'block' || style === 'flow' || style === 'pair'
    if (value.type === 'scalar' && !isCollection) return { ...contentOf(value), node }
    if (value.type === 'mapping' && isCollection && members.every(({ key }) => key))
      return this.mapping(value, node)
    if (value.type !== 'sequence' || !isCollection || value.items.length !== members.length)
      return { ...contentOf(value), locked: unclear }
    const items = value.items.map((item, index) => {
      const member = members[index]
      return member && !member.key ? this.part(item, member.value) : { ...contentOf(item), locked: unclear }
    })
    return { type: 'list', items, node }
  }

  private mapping(value: Mapping, node: SourceNode): SourceData {
    const places = new Map(node.members.map((member) => [member.key?.from, member.value]))
    const entries = [...value.entries].map(([name, entry]): readonly [string, SourceData] => {
      const written = places.get(entry.keyFrom)
      if (!written) {
        const why = `The key ${name} comes from a merge (<<), so it is changed where the anchor stands.`
        return [name, { ...contentOf(entry.value), locked: { why } }]
      }
      const why = `The key ${name} is set twice, so one of the two has to go first.`
      return [
        name,
        { ...this.part(entry.value, written), ...(this.repeated.has(entry.keyFrom) && { locked: { why } }) },
      ]
    })
    return { type: 'mapping', entries: new Map(entries), node }
  }
}

/** Data without places: it stands elsewhere. */
function contentOf(value: Value): SourceData {
  if (value.type === 'scalar')
    return { type: 'scalar', data: value.data, ...(value.fraction && { fraction: value.fraction }) }
  if (value.type === 'sequence') return { type: 'list', items: value.items.map(contentOf) }
  return {
    type: 'mapping',
    entries: new Map([...value.entries].map(([name, entry]) => [name, contentOf(entry.value)])),
  }
}

/** The cluster reads such a text with a line break at its end or without, by what is behind it. */
export const openBlockText =
  'The document ends within a block of text, with no line break behind it: an addition would change that text.'

/** Whether the last value of a document is the text of a block scalar, with its last line break. */
export function endsInBlockText(data: SourceData): boolean {
  const { style, stripped } = data.node ?? {}
  if (data.type === 'scalar') return (style === 'literal' || style === 'folded') && !stripped
  const last = data.type === 'list' ? data.items.at(-1) : [...data.entries.values()].at(-1)
  return last !== undefined && style !== 'flow' && endsInBlockText(last)
}
