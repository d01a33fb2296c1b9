import type { SourceData } from './documentStyle'
import { removedRuns, lastKeptBefore, type Added, type MemberDiff } from './diffMembers'
import type { TextEdit } from '../model/textEdit'
import { columnOf, isFirstOnLine, lineStart, nextLine } from '../model/lines'
import { lineBehind, type Member, type SourceNode } from './sourceNode'
import {
  behindDash,
  entryLines,
  itemLines,
  scalarText,
  valueLines,
  type Lines,
  type Style,
} from './printYaml'

/** What a value of a block stands behind: a key or dash at a column, or nothing when it is the whole document. */
export type Holder = { readonly kind: 'root' | 'key' | 'bare key' | 'item'; readonly column: number }

/** The edits that regroup the members of a block. Line breaks are written as LF. */
export function blockEdits(
  text: string,
  regrouping: MemberDiff,
  type: SourceData['type'],
  style: Style,
): TextEdit[] {
  const { node, stays } = regrouping
  const [first] = node.members
  if (!first) return []
  if (!stays.includes(true)) return emptied(text, node, type === 'list' ? '[]' : '{}')
  const column = columnOf(text, first.from)
  const lines = (added: readonly Added[]): string[] =>
    added.flatMap(({ name, value }) =>
      name === undefined ? itemLines(value, column, style) : entryLines([[name, value]], column, style),
    )
  const edits: TextEdit[] = []
  const waiting = new Map(regrouping.added)
  for (const [from, last] of removedRuns(regrouping)) {
    const [start, end] = [node.members[from], node.members[last]]
    if (!start || !end) continue
    if (!isFirstOnLine(text, start.from)) {
      edits.push(pulledUp(text, start, end, node.members[last + 1]))
      continue
    }
    // What comes next to what goes takes its lines.
    const spot = waiting.has(from) ? from : last + 1
    const below = lineBehind(text, end.to, column + 1)
    edits.push(replaceLines(text, lineStart(text, start.from), below, lines(waiting.get(spot) ?? [])))
    waiting.delete(spot)
  }
  for (const [before, added] of waiting) {
    const above = lastKeptBefore(regrouping, before)
    if (above) edits.push(insertLines(text, lineBehind(text, above.to, column), lines(added)))
    else edits.push(insertAbove(text, first, column, lines(added)))
  }
  return edits
}

/** The members that share the line of a dash go, and the next one takes their place, with the comments above it. */
function pulledUp(text: string, first: Member, last: Member, next: Member | undefined): TextEdit {
  if (!next) return { from: first.from, to: last.to, insert: '' }
  const below = nextLine(text, last.to - 1)
  const comment = /^\s*#/.test(text.slice(below, next.from)) ? text.indexOf('#', below) : next.from
  return { from: first.from, to: comment, insert: '' }
}

function insertAbove(text: string, first: Member, column: number, lines: readonly string[]): TextEdit {
  if (isFirstOnLine(text, first.from)) return insertLines(text, lineStart(text, first.from), lines)
  const insert = `${lines.join('\n').trimStart()}\n${' '.repeat(column)}`
  return { from: first.from, to: first.from, insert }
}

function emptied(text: string, place: SourceNode, empty: string): TextEdit[] {
  const [first, last] = [place.members[0], place.members.at(-1)]
  if (!first || !last) return []
  if (!isFirstOnLine(text, first.from))
    return [{ from: place.from, to: contentEnd(text, last.to), insert: empty }]
  const end = lineBehind(text, last.to, columnOf(text, first.from) + 1)
  return [
    { from: place.lead, to: place.lead, insert: ` ${empty}` },
    replaceLines(text, lineStart(text, first.from), end, []),
  ]
}

/** Without the line break that belongs to a block scalar. */
const contentEnd = (text: string, end: number): number =>
  end - (/\r?\n$/.exec(text.slice(Math.max(0, end - 2), end))?.[0].length ?? 0)

/** The edits that write something else in the place of a value that is not kept. Line breaks are written as LF. */
export function replacedInBlock(
  text: string,
  place: SourceNode,
  next: SourceData,
  holder: Holder,
  style: Style,
): TextEdit[] {
  const [head, ...rest] = newLines(text, place, next, holder, style)
  const [first, last] = [place.members[0], place.members.at(-1)]
  if (place.style === 'block' && first && last) {
    if (!isFirstOnLine(text, first.from)) {
      const to = contentEnd(text, last.to)
      return [{ from: head ? place.from : place.after, to, insert: [head, ...rest].join('\n') }]
    }
    const end = lineBehind(text, last.to, columnOf(text, first.from) + 1)
    const from = place.head < place.lead ? place.after : place.lead
    return [
      { from, to: place.lead, insert: head && ` ${head}` },
      replaceLines(text, lineStart(text, first.from), end, rest),
    ]
  }
  if (place.style === 'literal' || place.style === 'folded') {
    const header = /^[|>][-+\d]*/.exec(text.slice(place.from, place.to))?.[0].length ?? 1
    return [
      { from: head ? place.head : place.after, to: place.from + header, insert: head },
      replaceLines(text, nextLine(text, place.from), place.to, rest),
    ]
  }
  if (holder.kind === 'bare key') {
    const value = `${' '.repeat(holder.column)}:${head && ` ${head}`}`
    return [insertLines(text, lineBehind(text, place.to, holder.column + 1), [value, ...rest])]
  }
  const inline =
    place.head < place.to && head
      ? { from: place.head, to: place.to, insert: head }
      : { from: place.after, to: place.to, insert: head && ` ${head}` }
  if (rest.length === 0) return [inline]
  return [inline, insertLines(text, lineBehind(text, place.to, holder.column + 1), rest)]
}

function newLines(
  text: string,
  place: SourceNode,
  next: SourceData,
  { kind, column }: Holder,
  style: Style,
): Lines {
  if (kind === 'root')
    return ['', ...(next.type === 'mapping' ? entryLines(next.entries, column, style) : [])]
  if (next.type === 'scalar' && (place.style === 'single' || place.style === 'double'))
    return [scalarText(next.data, style, 'block', place.style)]
  if (kind !== 'item') return valueLines(next, column, style)
  const gap = place.style === 'absent' ? 1 : columnOf(text, place.head) - column - 1
  return behindDash(next, column, style.below === undefined ? { ...style, gap } : style)
}

/** Lines in front of the one that starts at an offset, or behind the last. */
function insertLines(text: string, at: number, lines: readonly string[]): TextEdit {
  const isOpen = at > 0 && text[at - 1] !== '\n'
  return { from: at, to: at, insert: isOpen ? `\n${lines.join('\n')}` : `${lines.join('\n')}\n` }
}

/** Other lines in place of whole ones. */
const replaceLines = (text: string, from: number, to: number, lines: readonly string[]): TextEdit => {
  if (from === to && lines.length > 0) return insertLines(text, from, lines)
  return { from, to, insert: lines.map((line) => `${line}\n`).join('') }
}
