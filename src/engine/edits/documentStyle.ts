import type { Data, ListData } from './sourceData'
import { columnOf, isFirstOnLine, lineEnd, lineStart } from '../model/lines'
import type { Quote, SourceNode } from './sourceNode'
import { isPlain, newDashes, type Flow, type Style } from './printYaml'

/** Parts of a document as they stand in its text. */
export type SourceData = Data<SourceNode>

/** How most of a document is written: what its own parts do counts, one vote each. */
export function learnStyle(text: string, root: SourceData, json: boolean): Style {
  const votes = new Votes(text)
  votes.count(root)
  return {
    step: Number(most(votes.steps) ?? 2),
    indentless: most(votes.dashes) === 'under the key',
    ...newDashes,
    literal: true,
    quote: most(votes.quotes) ?? 'double',
    flow: json && root.node ? jsonFlow(text, root.node) : { json: false, colon: ': ', comma: ', ', pad: '' },
  }
}

class Votes {
  readonly steps = new Map<string, number>()
  readonly dashes = new Map<'under the key' | 'indented', number>()
  readonly quotes = new Map<Quote, number>()

  constructor(private readonly text: string) {}

  count(part: SourceData) {
    const style = part.node?.style
    if (style === 'single' || style === 'double') vote(this.quotes, style)
    for (const { key, value } of part.node?.members ?? []) this.indentation(key?.from, value)
    const children = part.type === 'list' ? part.items : part.type === 'mapping' ? part.entries.values() : []
    for (const child of children) this.count(child)
  }

  private indentation(key: number | undefined, value: SourceNode) {
    if (key === undefined || value.style !== 'block' || !isFirstOnLine(this.text, value.from)) return
    const deeper = columnOf(this.text, value.from) - columnOf(this.text, key)
    const isList = value.members[0]?.key === undefined
    if (isList) vote(this.dashes, deeper > 0 ? 'indented' : 'under the key')
    if (deeper > 0) vote(this.steps, String(deeper))
  }
}

const vote = <Key>(votes: Map<Key, number>, key: Key) => votes.set(key, (votes.get(key) ?? 0) + 1)

/** What most voted for; of two with as many votes, what was met first. */
const most = <Key>(votes: ReadonlyMap<Key, number>): Key | undefined =>
  [...votes].toSorted(([, left], [, right]) => right - left)[0]?.[0]

/** The blanks of JSON, as its outermost braces have them. */
function jsonFlow(text: string, root: SourceNode): Flow {
  const [first, second] = root.members
  const colon = `:${/^[ \t]*/.exec(text.slice(first?.colon ?? text.length))?.[0] ?? ''}`
  const comma = first && second ? /,[ \t]*/.exec(text.slice(first.to, second.from))?.[0] : undefined
  if (!first || !isFirstOnLine(text, first.from))
    return {
      json: true,
      colon,
      comma: comma ?? colon.replace(':', ','),
      pad: /^ */.exec(text.slice(root.from + 1))?.[0] ?? '',
    }
  const outer = indentOf(text, root.from)
  return { json: true, colon, comma: ', ', pad: '', unit: indentOf(text, first.from).slice(outer.length) }
}

/** The blanks at the start of the line of an offset. */
export const indentOf = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(lineStart(text, offset), lineEnd(text, offset)))?.[0] ?? ''

/** The style of a document, as the neighbours of a new part of a mapping or list have it. */
export function styleAmong(text: string, part: SourceData, style: Style): Style {
  const place = part.node
  if (!place) return style
  const keys = quotesOf(place.members.map(({ key }) => key?.style))
  const children =
    part.type === 'list' ? part.items : part.type === 'mapping' ? [...part.entries.values()] : []
  const strings = quotesOf(children.filter(isFreelyQuoted).map((child) => child.node?.style))
  return {
    ...style,
    ...(keys && { keys }),
    ...(strings && { strings }),
    ...(place.style === 'flow' && { flow: paddedAs(text, place, style.flow) }),
    ...(part.type === 'list' && dashes(text, part)),
  }
}

/** A plain word that nothing forces into quotes tells what its writer prefers; schedules and the like are quoted by many. */
const isFreelyQuoted = (part: SourceData): boolean =>
  part.type === 'scalar' &&
  typeof part.data === 'string' &&
  part.node !== undefined &&
  /^[\w./-]+$/.test(part.data) &&
  isPlain(part.data, 'flow')

/** The quotes of all, when all have the same. */
function quotesOf(styles: readonly (SourceNode['style'] | undefined)[]): Quote | undefined {
  const [first] = styles
  return (first === 'single' || first === 'double') && styles.every((style) => style === first)
    ? first
    : undefined
}

function paddedAs(text: string, { from, members: [first] }: SourceNode, flow: Flow): Flow {
  if (flow.unit !== undefined || !first?.key) return flow
  return { ...flow, pad: /^ +$/.exec(text.slice(from + 1, first.from))?.[0] ?? '' }
}

/** How the last item that is a mapping stands to its dash. */
function dashes(text: string, list: ListData<SourceNode>): Pick<Style, 'gap' | 'below'> {
  const dash = list.node?.members[0]
  const item = list.items.findLast(({ type, node }) => type === 'mapping' && node?.style === 'block')?.node
  if (!dash || !item) return newDashes
  const offset = columnOf(text, item.from) - columnOf(text, dash.from)
  const isBelow = isFirstOnLine(text, item.from)
  return isBelow ? { gap: 1, below: offset } : { gap: offset - 1, below: undefined }
}
