import { isFirstOnLine, lineEnd, lineStart, nextLine } from '../model/lines'
import type { TextEdit } from '../model/textEdit'
import { lastKeptBefore, removedRuns, type AddedMember, type MemberDiff } from './diffMembers'
import { indentAt } from './documentStyle'
import { flowText, keyText, scalarText, type Style } from './printYaml'
import type { SourceData } from './sourceData'
import type { Member, SourceNode } from './sourceNode'

/**
 * The edits that remove and add members of a flow mapping or sequence; the values of kept members are edited elsewhere.
 * Inserted line breaks are LF.
 */
export function flowEdits(text: string, diff: MemberDiff, style: Style): TextEdit[] {
  const { node, isKept, added } = diff
  const [first, last] = [node.members[0], node.members.at(-1)]
  if (!first || !last) return []
  if (!isKept.includes(true)) return [removeAll(text, node, first, last)]
  const edits = removedRuns(diff).flatMap(([firstIndex, lastIndex]) =>
    removeRun(text, node, firstIndex, lastIndex),
  )
  for (const [index, members] of added) {
    const previous = lastKeptBefore(diff, index)
    edits.push(
      ...(previous
        ? insertAfter(text, previous, members, style)
        : insertBeforeFirst(text, first, members, style)),
    )
  }
  return edits
}

/** Removes everything between the brackets, but keeps comments. */
function removeAll(text: string, { from, to }: SourceNode, first: Member, last: Member): TextEdit {
  const end = commaEnd(text, last.to) ?? last.to
  const around = text.slice(from + 1, first.from) + text.slice(end, to - 1)
  if (!around.includes('#')) return { from: from + 1, to: to - 1, insert: '' }
  return removeLines(text, first, end) ?? { from: first.from, to: end, insert: '' }
}

function removeRun(text: string, { members }: SourceNode, firstIndex: number, lastIndex: number): TextEdit[] {
  const [first, last] = [members[firstIndex], members[lastIndex]]
  const [previous, next] = [members[firstIndex - 1], members[lastIndex + 1]]
  if (!first || !last) return []
  const comma = commaEnd(text, last.to)
  const lines = removeLines(text, first, comma ?? last.to)
  if (next) return [lines ?? { from: first.from, to: next.from, insert: '' }]
  if (!previous) return []
  const { end, space } = endOf(text, previous)
  const previousComma = commaEnd(text, end) ?? end
  if (comma !== undefined) return [lines ?? { from: previousComma, to: comma, insert: '' }]
  if (!text.slice(previousComma, first.from).includes('#')) return [{ from: end, to: last.to, insert: space }]
  return [
    { from: end, to: previousComma, insert: space },
    lines ?? { from: first.from, to: last.to, insert: '' },
  ]
}

/** Removes whole lines, comments included. Undefined when other members are on the same lines. */
function removeLines(text: string, first: Member, end: number): TextEdit | undefined {
  if (!isFirstOnLine(text, first.from) || !/^[ \t]*(?:#.*)?$/.test(text.slice(end, lineEnd(text, end))))
    return undefined
  return { from: lineStart(text, first.from), to: nextLine(text, end), insert: '' }
}

/** The end of the comma after a member that ends at `end`; undefined when there is no comma. */
function commaEnd(text: string, end: number): number | undefined {
  const comma = /(?:\s|#[^\n]*\n)*,/y
  comma.lastIndex = end
  return comma.test(text) ? comma.lastIndex : undefined
}

/**
 * The end of a member, and the space to insert there before a comma. A member without a value ends in a colon, which
 * go-yaml reads as part of the key when a comma follows directly: `{a:, b: 1}` has the key `a:` (scannerc.go of yaml.v2,
 * `yaml_parser_scan_plain_scalar`).
 */
function endOf(text: string, { to, value }: Member): { readonly end: number; readonly space: string } {
  if (value.style !== 'absent') return { end: to, space: '' }
  const spaces = /^[ \t]*/.exec(text.slice(to, lineEnd(text, to)))?.[0] ?? ''
  return { end: to + spaces.length, space: spaces ? '' : ' ' }
}

function insertAfter(
  text: string,
  previous: Member,
  added: readonly AddedMember[],
  style: Style,
): TextEdit[] {
  const members = memberTexts(text, previous, added, style)
  const { end, space } = endOf(text, previous)
  if (!isFirstOnLine(text, previous.from))
    return [insertAt(end, space + members.map((member) => style.flow.comma + member).join(''))]
  const indent = `\n${indentAt(text, previous.from)}`
  const comma = commaEnd(text, end)
  const endOfLine = lineEnd(text, comma ?? end)
  const hasComment = /^[ \t]*#/.test(text.slice(comma ?? end, endOfLine))
  if (!hasComment) return [insertAt(end, space + members.map((member) => `,${indent}${member}`).join(''))]
  if (comma !== undefined)
    return [insertAt(endOfLine, members.map((member) => `${indent}${member},`).join(''))]
  return [insertAt(end, `${space},`), insertAt(endOfLine, indent + members.join(`,${indent}`))]
}

function insertBeforeFirst(
  text: string,
  first: Member,
  added: readonly AddedMember[],
  style: Style,
): TextEdit[] {
  const separator = isFirstOnLine(text, first.from) ? `,\n${indentAt(text, first.from)}` : style.flow.comma
  const members = memberTexts(text, first, added, style)
  return [insertAt(first.from, members.map((member) => member + separator).join(''))]
}

const insertAt = (offset: number, insert: string): TextEdit => ({ from: offset, to: offset, insert })

/** The texts of new members. They use several lines only when the member next to them starts a line. */
function memberTexts(text: string, neighbor: Member, added: readonly AddedMember[], style: Style): string[] {
  const memberStyle = isFirstOnLine(text, neighbor.from) ? style : onOneLine(style)
  const indent = indentAt(text, neighbor.from)
  return added.map(
    ({ key, value }) =>
      (key === undefined ? '' : keyText(key, memberStyle, 'flow') + memberStyle.flow.colon) +
      flowText(value, memberStyle, indent),
  )
}

const onOneLine = (style: Style): Style => ({ ...style, flow: { ...style.flow, indent: undefined } })

/**
 * The edit that replaces a value in flow style as a whole. `member`: the member that it belongs to; undefined for the root.
 */
export function replaceInFlow(
  text: string,
  member: Member | undefined,
  node: SourceNode,
  next: SourceData,
  style: Style,
): TextEdit {
  const canUseLines = !member || isFirstOnLine(text, member.from)
  const oldQuote = node.style === 'single' || node.style === 'double' ? node.style : undefined
  const insert =
    next.type === 'scalar'
      ? scalarText(next.data, style, 'flow', oldQuote)
      : flowText(next, canUseLines ? style : onOneLine(style), indentAt(text, member?.from ?? node.from))
  if (node.replaceFrom < node.to) return { from: node.replaceFrom, to: node.to, insert }
  const hasNoColon = member?.key && member.colonEnd === undefined
  // A key of several lines cannot have a colon. The edit is then refused when it is verified.
  const colon = hasNoColon && !text.slice(member.from, member.to).includes('\n') ? ':' : ''
  return { from: node.to, to: node.to, insert: `${colon} ${insert}` }
}
