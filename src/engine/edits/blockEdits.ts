import { columnOf, isFirstOnLine, lineStart, nextLine } from '../model/lines'
import type { TextEdit } from '../model/textEdit'
import { lastKeptBefore, removedRuns, type AddedMember, type MemberDiff } from './diffMembers'
import {
  entryLines,
  itemLines,
  linesAfterDash,
  scalarText,
  valueLines,
  type Lines,
  type Style,
} from './printYaml'
import type { SourceData } from './sourceData'
import { lineAfterComments, type Member, type SourceNode } from './sourceNode'

/**
 * What a value in block style belongs to: the document, a key or an item. `column`: that of the key or dash. A key without
 * a colon comes from `? a`.
 */
export type Parent = {
  readonly kind: 'root' | 'key' | 'key without colon' | 'item'
  readonly column: number
}

/**
 * The edits that remove and add members of a block mapping or sequence; the values of kept members are edited elsewhere.
 * Inserted line breaks are LF.
 */
export function blockEdits(
  text: string,
  diff: MemberDiff,
  type: SourceData['type'],
  style: Style,
): TextEdit[] {
  const { node, isKept } = diff
  const [first] = node.members
  if (!first) return []
  if (!isKept.includes(true)) return removeAll(text, node, type === 'sequence' ? '[]' : '{}')
  const column = columnOf(text, first.from)
  const linesOf = (members: readonly AddedMember[]): string[] =>
    members.flatMap(({ key, value }) =>
      key === undefined ? itemLines(value, column, style) : entryLines([[key, value]], column, style),
    )
  const edits: TextEdit[] = []
  const remaining = new Map(diff.added)
  for (const [firstIndex, lastIndex] of removedRuns(diff)) {
    const [start, end] = [node.members[firstIndex], node.members[lastIndex]]
    if (!start || !end) continue
    if (!isFirstOnLine(text, start.from)) {
      edits.push(removeAfterDash(text, start, end, node.members[lastIndex + 1]))
      continue
    }
    // A member that is added where others are removed replaces their lines.
    const index = remaining.has(firstIndex) ? firstIndex : lastIndex + 1
    const to = lineAfterComments(text, end.to, column + 1)
    edits.push(replaceLines(text, lineStart(text, start.from), to, linesOf(remaining.get(index) ?? [])))
    remaining.delete(index)
  }
  for (const [index, members] of remaining) {
    const previous = lastKeptBefore(diff, index)
    if (previous)
      edits.push(insertLines(text, lineAfterComments(text, previous.to, column), linesOf(members)))
    else edits.push(insertBeforeFirst(text, first, column, linesOf(members)))
  }
  return edits
}

/**
 * Removes members of a collection that starts on the line of a dash. The next member takes their place, with the comments
 * above it: without `b`, `- b: 1` and `  c: 2` below it become `- c: 2`.
 */
function removeAfterDash(text: string, first: Member, last: Member, next: Member | undefined): TextEdit {
  if (!next) return { from: first.from, to: last.to, insert: '' }
  const below = nextLine(text, last.to - 1)
  const to = /^\s*#/.test(text.slice(below, next.from)) ? text.indexOf('#', below) : next.from
  return { from: first.from, to, insert: '' }
}

function insertBeforeFirst(text: string, first: Member, column: number, lines: readonly string[]): TextEdit {
  if (isFirstOnLine(text, first.from)) return insertLines(text, lineStart(text, first.from), lines)
  const insert = `${lines.join('\n').trimStart()}\n${' '.repeat(column)}`
  return { from: first.from, to: first.from, insert }
}

/** `brackets`: `{}` or `[]`, which replace the members. */
function removeAll(text: string, node: SourceNode, brackets: string): TextEdit[] {
  const [first, last] = [node.members[0], node.members.at(-1)]
  if (!first || !last) return []
  if (!isFirstOnLine(text, first.from))
    return [{ from: node.from, to: withoutFinalBreak(text, last.to), insert: brackets }]
  const end = lineAfterComments(text, last.to, columnOf(text, first.from) + 1)
  return [
    { from: node.propertiesEnd, to: node.propertiesEnd, insert: ` ${brackets}` },
    replaceLines(text, lineStart(text, first.from), end, []),
  ]
}

/** The end of a value without the line break that is part of a block scalar. */
const withoutFinalBreak = (text: string, end: number): number =>
  end - (/\r?\n$/.exec(text.slice(Math.max(0, end - 2), end))?.[0].length ?? 0)

/** The edits that replace a value in block style as a whole. Inserted line breaks are LF. */
export function replaceInBlock(
  text: string,
  node: SourceNode,
  next: SourceData,
  parent: Parent,
  style: Style,
): TextEdit[] {
  const [firstLine, ...rest] = newLines(text, node, next, parent, style)
  const [first, last] = [node.members[0], node.members.at(-1)]
  if (node.style === 'block' && first && last) {
    if (!isFirstOnLine(text, first.from)) {
      const to = withoutFinalBreak(text, last.to)
      return [
        { from: firstLine ? node.from : node.indicatorEnd, to, insert: [firstLine, ...rest].join('\n') },
      ]
    }
    const end = lineAfterComments(text, last.to, columnOf(text, first.from) + 1)
    const from = node.replaceFrom < node.propertiesEnd ? node.indicatorEnd : node.propertiesEnd
    return [
      { from, to: node.propertiesEnd, insert: firstLine && ` ${firstLine}` },
      replaceLines(text, lineStart(text, first.from), end, rest),
    ]
  }
  if (node.style === 'literal' || node.style === 'folded') {
    const headerLength = /^[|>][-+\d]*/.exec(text.slice(node.from, node.to))?.[0].length ?? 1
    return [
      {
        from: firstLine ? node.replaceFrom : node.indicatorEnd,
        to: node.from + headerLength,
        insert: firstLine,
      },
      replaceLines(text, nextLine(text, node.from), node.to, rest),
    ]
  }
  if (parent.kind === 'key without colon') {
    const valueLine = `${' '.repeat(parent.column)}:${firstLine && ` ${firstLine}`}`
    return [insertLines(text, lineAfterComments(text, node.to, parent.column + 1), [valueLine, ...rest])]
  }
  const sameLine =
    node.replaceFrom < node.to && firstLine
      ? { from: node.replaceFrom, to: node.to, insert: firstLine }
      : { from: node.indicatorEnd, to: node.to, insert: firstLine && ` ${firstLine}` }
  if (rest.length === 0) return [sameLine]
  return [sameLine, insertLines(text, lineAfterComments(text, node.to, parent.column + 1), rest)]
}

function newLines(
  text: string,
  node: SourceNode,
  next: SourceData,
  { kind, column }: Parent,
  style: Style,
): Lines {
  if (kind === 'root')
    return ['', ...(next.type === 'mapping' ? entryLines(next.entries, column, style) : [])]
  if (next.type === 'scalar' && (node.style === 'single' || node.style === 'double'))
    return [scalarText(next.data, style, 'block', node.style)]
  if (kind !== 'item') return valueLines(next, column, style)
  const spacesAfterDash = node.style === 'absent' ? 1 : columnOf(text, node.replaceFrom) - column - 1
  return linesAfterDash(
    next,
    column,
    style.indentBelowDash === undefined ? { ...style, spacesAfterDash } : style,
  )
}

/** Inserts lines at the start of a line, or at the end of a text without a final line break. */
function insertLines(text: string, offset: number, lines: readonly string[]): TextEdit {
  const needsBreak = offset > 0 && text[offset - 1] !== '\n'
  return {
    from: offset,
    to: offset,
    insert: needsBreak ? `\n${lines.join('\n')}` : `${lines.join('\n')}\n`,
  }
}

/** Replaces whole lines. */
const replaceLines = (text: string, from: number, to: number, lines: readonly string[]): TextEdit => {
  if (from === to && lines.length > 0) return insertLines(text, from, lines)
  return { from, to, insert: lines.map((line) => `${line}\n`).join('') }
}
