import type { Fixed } from './sourceData'
import type { Document } from '../yaml/readDocument'
import type { Placed } from './documentStyle'
import type { Mapping, Value } from '../yaml/value'
import type { Written } from './sourceNode'

/** The data of a document, each part with its place in the text, or with the reason why it cannot be changed there. */
export function standing(root: Mapping, written: Written, { problems }: Document): Placed {
  const repeated = problems.filter(({ rule }) => rule === 'duplicate-key').map(({ range }) => range.from)
  return new Matcher(new Set(aliasesIn(written)), new Set(repeated)).part(root, written)
}

/** The names that stand behind a `*` somewhere. */
function* aliasesIn({ style, anchor, members }: Written): Generator<string> {
  if (style === 'alias' && anchor !== undefined) yield anchor
  for (const { value } of members) yield* aliasesIn(value)
}

const unclear: Fixed = {
  why: 'This part is written in a way that few readers take, so no edit of it is safe.',
}

class Matcher {
  /** `repeated`: where keys stand that are set before in their mapping. */
  constructor(
    private readonly aliases: ReadonlySet<string>,
    private readonly repeated: ReadonlySet<number>,
  ) {}

  part(value: Value, place: Written): Placed {
    const { style, anchor } = place
    if (style === 'alias') {
      const why = `This comes from the alias *${anchor}, so it is changed where the anchor &${anchor} stands.`
      return { ...contentOf(value), place, fixed: { why, inside: true } }
    }
    const isShared = anchor !== undefined && this.aliases.has(anchor)
    const why = `The alias *${anchor} repeats this elsewhere, so a change here would change it there too.`
    return { ...this.content(value, place), ...(isShared && { fixed: { why } }) }
  }

  private content(value: Value, place: Written): Placed {
    const { style, members } = place
    const isCollection = style === 'block' || style === 'flow' || style === 'pair'
    if (value.type === 'scalar' && !isCollection) return { ...contentOf(value), place }
    if (value.type === 'mapping' && isCollection && members.every(({ key }) => key))
      return this.mapping(value, place)
    if (value.type !== 'sequence' || !isCollection || value.items.length !== members.length)
      return { ...contentOf(value), fixed: unclear }
    const items = value.items.map((item, index) => {
      const member = members[index]
      return member && !member.key ? this.part(item, member.value) : { ...contentOf(item), fixed: unclear }
    })
    return { type: 'list', items, place }
  }

  private mapping(value: Mapping, place: Written): Placed {
    const places = new Map(place.members.map((member) => [member.key?.from, member.value]))
    const entries = [...value.entries].map(([name, entry]): readonly [string, Placed] => {
      const written = places.get(entry.keyFrom)
      if (!written) {
        const why = `The key ${name} comes from a merge (<<), so it is changed where the anchor stands.`
        return [name, { ...contentOf(entry.value), fixed: { why } }]
      }
      const why = `The key ${name} is set twice, so one of the two has to go first.`
      return [
        name,
        { ...this.part(entry.value, written), ...(this.repeated.has(entry.keyFrom) && { fixed: { why } }) },
      ]
    })
    return { type: 'mapping', entries: new Map(entries), place }
  }
}

/** Data without places: it stands elsewhere. */
function contentOf(value: Value): Placed {
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
export function endsInBlockText(data: Placed): boolean {
  const { style, stripped } = data.place ?? {}
  if (data.type === 'scalar') return (style === 'literal' || style === 'folded') && !stripped
  const last = data.type === 'list' ? data.items.at(-1) : [...data.entries.values()].at(-1)
  return last !== undefined && style !== 'flow' && endsInBlockText(last)
}
