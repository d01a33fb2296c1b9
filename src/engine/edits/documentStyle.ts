import { columnOf, isFirstOnLine, lineEnd, lineStart } from '../model/lines'
import { isStrictJson } from '../yaml/splitDocuments'
import { canBePlain, defaultDashStyle, type FlowStyle, type Style } from './printYaml'
import type { SequenceData, SourceData } from './sourceData'
import type { Quote, SourceNode } from './sourceNode'

/** The most frequent indentation and quotes of a document; of equally frequent ones, the first in the text. */
export function detectStyle(text: string, root: SourceData): Style {
  const counts = new StyleCounts(text)
  counts.add(root)
  return {
    indent: Number(mostFrequent(counts.indents) ?? 2),
    indentless: mostFrequent(counts.dashes) === 'indentless',
    ...defaultDashStyle,
    literal: true,
    quote: mostFrequent(counts.quotes) ?? 'double',
    flow:
      isStrictJson(text) && root.node
        ? jsonFlowStyle(text, root.node)
        : { json: false, colon: ': ', comma: ', ', padding: '' },
  }
}

/** How often each way to write a value occurs in a document. */
class StyleCounts {
  /** The number of spaces by which a block value is indented, as text. */
  readonly indents = new Map<string, number>()
  readonly dashes = new Map<'indentless' | 'indented', number>()
  readonly quotes = new Map<Quote, number>()

  constructor(private readonly text: string) {}

  add(data: SourceData) {
    const style = data.node?.style
    if (style === 'single' || style === 'double') increment(this.quotes, style)
    for (const { key, value } of data.node?.members ?? []) this.addIndent(key?.from, value)
    for (const child of childrenOf(data)) this.add(child)
  }

  private addIndent(keyFrom: number | undefined, value: SourceNode) {
    if (keyFrom === undefined || value.style !== 'block' || !isFirstOnLine(this.text, value.from)) return
    const indent = columnOf(this.text, value.from) - columnOf(this.text, keyFrom)
    const isSequence = value.members[0]?.key === undefined
    if (isSequence) increment(this.dashes, indent > 0 ? 'indented' : 'indentless')
    if (indent > 0) increment(this.indents, String(indent))
  }
}

const childrenOf = (data: SourceData): readonly SourceData[] => {
  if (data.type === 'sequence') return data.items
  return data.type === 'mapping' ? [...data.entries.values()] : []
}

const increment = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1)

const mostFrequent = <Key>(counts: ReadonlyMap<Key, number>): Key | undefined =>
  [...counts].toSorted(([, left], [, right]) => right - left)[0]?.[0]

/** The spacing of a JSON document, as it is between the members of the root. */
function jsonFlowStyle(text: string, root: SourceNode): FlowStyle {
  const [first, second] = root.members
  const colon = `:${/^[ \t]*/.exec(text.slice(first?.colonEnd ?? text.length))?.[0] ?? ''}`
  const comma = first && second ? /,[ \t]*/.exec(text.slice(first.to, second.from))?.[0] : undefined
  if (!first || !isFirstOnLine(text, first.from))
    return {
      json: true,
      colon,
      comma: comma ?? colon.replace(':', ','),
      padding: /^ */.exec(text.slice(root.from + 1))?.[0] ?? '',
    }
  const rootIndent = indentAt(text, root.from)
  const indent = indentAt(text, first.from).slice(rootIndent.length)
  return { json: true, colon, comma: ', ', padding: '', indent }
}

/** The spaces and tabs at the start of the line that contains an offset. */
export const indentAt = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(lineStart(text, offset), lineEnd(text, offset)))?.[0] ?? ''

/** The style for new members of one mapping or sequence: that of its present members where they agree. */
export function localStyle(text: string, data: SourceData, style: Style): Style {
  const { node } = data
  if (!node) return style
  const keyQuote = commonQuote(node.members.map(({ key }) => key?.style))
  const stringQuote = commonQuote(
    childrenOf(data)
      .filter(isPlainWord)
      .map((child) => child.node?.style),
  )
  return {
    ...style,
    ...(keyQuote && { keyQuote }),
    ...(stringQuote && { stringQuote }),
    ...(node.style === 'flow' && { flow: withPadding(text, node, style.flow) }),
    ...(data.type === 'sequence' && dashStyle(text, data)),
  }
}

/** Whether a value is a string that needs no quotes. Quotes around others, such as schedules, are no matter of style. */
const isPlainWord = (data: SourceData): boolean =>
  data.type === 'scalar' &&
  typeof data.data === 'string' &&
  data.node !== undefined &&
  /^[\w./-]+$/.test(data.data) &&
  canBePlain(data.data, 'flow')

/** The quote that all nodes have; undefined when they differ or have none. */
function commonQuote(styles: readonly (SourceNode['style'] | undefined)[]): Quote | undefined {
  const [first] = styles
  return (first === 'single' || first === 'double') && styles.every((style) => style === first)
    ? first
    : undefined
}

function withPadding(text: string, { from, members: [first] }: SourceNode, flow: FlowStyle): FlowStyle {
  if (flow.indent !== undefined || !first?.key) return flow
  return { ...flow, padding: /^ +$/.exec(text.slice(from + 1, first.from))?.[0] ?? '' }
}

/** The space between dash and item, as in the last item that is a block mapping. */
function dashStyle(
  text: string,
  sequence: SequenceData<SourceNode>,
): Pick<Style, 'spacesAfterDash' | 'indentBelowDash'> {
  const dash = sequence.node?.members[0]
  const item = sequence.items.findLast(
    ({ type, node }) => type === 'mapping' && node?.style === 'block',
  )?.node
  if (!dash || !item) return defaultDashStyle
  const offset = columnOf(text, item.from) - columnOf(text, dash.from)
  return isFirstOnLine(text, item.from)
    ? { spacesAfterDash: 1, indentBelowDash: offset }
    : { spacesAfterDash: offset - 1, indentBelowDash: undefined }
}
