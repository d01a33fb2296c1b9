import { indentOf, type SourceData } from './documentStyle'
import { removedRuns, lastKeptBefore, type Added, type MemberDiff } from './diffMembers'
import type { TextEdit } from '../model/textEdit'
import { isFirstOnLine, lineEnd, lineStart, nextLine } from '../model/lines'
import type { Member, SourceNode } from './sourceNode'
import { flowText, keyText, scalarText, type Style } from './printYaml'

/** The edits that regroup the members of a list or mapping in brackets. Line breaks are written as LF. */
export function flowEdits(text: string, regrouping: MemberDiff, style: Style): TextEdit[] {
  const { node, stays, added } = regrouping
  const [first, last] = [node.members[0], node.members.at(-1)]
  if (!first || !last) return []
  if (!stays.includes(true)) return [emptied(text, node, first, last)]
  const edits = removedRuns(regrouping).flatMap(([from, to]) => removed(text, node, from, to))
  for (const [before, parts] of added) {
    const above = lastKeptBefore(regrouping, before)
    edits.push(...(above ? addedBehind(text, above, parts, style) : addedFirst(text, first, parts, style)))
  }
  return edits
}

/** Everything between the brackets goes, or, when comments stand around the members, these alone. */
function emptied(text: string, { from, to }: SourceNode, first: Member, last: Member): TextEdit {
  const end = commaBehind(text, last.to) ?? last.to
  const around = text.slice(from + 1, first.from) + text.slice(end, to - 1)
  if (!around.includes('#')) return { from: from + 1, to: to - 1, insert: '' }
  return wholeLines(text, first, end) ?? { from: first.from, to: end, insert: '' }
}

function removed(text: string, { members }: SourceNode, from: number, to: number): TextEdit[] {
  const [above, first, last, below] = [members[from - 1], members[from], members[to], members[to + 1]]
  if (!first || !last) return []
  const comma = commaBehind(text, last.to)
  const lines = wholeLines(text, first, comma ?? last.to)
  if (below) return [lines ?? { from: first.from, to: below.from, insert: '' }]
  if (!above) return []
  const { end, blank } = endOf(text, above)
  const between = commaBehind(text, end) ?? end
  if (comma !== undefined) return [lines ?? { from: between, to: comma, insert: '' }]
  if (!text.slice(between, first.from).includes('#')) return [{ from: end, to: last.to, insert: blank }]
  return [{ from: end, to: between, insert: blank }, lines ?? { from: first.from, to: last.to, insert: '' }]
}

/** The lines of members that share them with nothing but comments. */
function wholeLines(text: string, first: Member, end: number): TextEdit | undefined {
  if (!isFirstOnLine(text, first.from) || !/^[ \t]*(?:#.*)?$/.test(text.slice(end, lineEnd(text, end))))
    return undefined
  return { from: lineStart(text, first.from), to: nextLine(text, end), insert: '' }
}

/** The offset behind the comma that follows a member; undefined behind the last one, when it has none. */
function commaBehind(text: string, end: number): number | undefined {
  const gap = /(?:\s|#[^\n]*\n)*,/y
  gap.lastIndex = end
  return gap.test(text) ? gap.lastIndex : undefined
}

/**
 * The end of a member with the blanks that set off a colon or tag without a value: without any, one has to be put in,
 * or the colon belongs to the key.
 */
function endOf(text: string, { to, value }: Member): { readonly end: number; readonly blank: string } {
  if (value.style !== 'absent') return { end: to, blank: '' }
  const blanks = /^[ \t]*/.exec(text.slice(to, lineEnd(text, to)))?.[0] ?? ''
  return { end: to + blanks.length, blank: blanks ? '' : ' ' }
}

function addedBehind(text: string, above: Member, added: readonly Added[], style: Style): TextEdit[] {
  const parts = partTexts(text, above, added, style)
  const { end, blank } = endOf(text, above)
  if (!isFirstOnLine(text, above.from))
    return [insertion(end, blank + parts.map((part) => style.flow.comma + part).join(''))]
  const indent = `\n${indentOf(text, above.from)}`
  const comma = commaBehind(text, end)
  const line = lineEnd(text, comma ?? end)
  if (!/^[ \t]*#/.test(text.slice(comma ?? end, line)))
    return [insertion(end, blank + parts.map((part) => `,${indent}${part}`).join(''))]
  if (comma !== undefined) return [insertion(line, parts.map((part) => `${indent}${part},`).join(''))]
  return [insertion(end, `${blank},`), insertion(line, indent + parts.join(`,${indent}`))]
}

function addedFirst(text: string, first: Member, added: readonly Added[], style: Style): TextEdit[] {
  const separator = isFirstOnLine(text, first.from) ? `,\n${indentOf(text, first.from)}` : style.flow.comma
  return [
    insertion(
      first.from,
      partTexts(text, first, added, style)
        .map((part) => part + separator)
        .join(''),
    ),
  ]
}

const insertion = (at: number, insert: string): TextEdit => ({ from: at, to: at, insert })

/** The texts of new members, spread over lines only when their neighbour has a line of its own. */
function partTexts(text: string, neighbour: Member, added: readonly Added[], style: Style): string[] {
  const spread = isFirstOnLine(text, neighbour.from) ? style : onOneLine(style)
  const indent = indentOf(text, neighbour.from)
  return added.map(
    ({ name, value }) =>
      (name === undefined ? '' : keyText(name, spread, 'flow') + spread.flow.colon) +
      flowText(value, spread, indent),
  )
}

const onOneLine = (style: Style): Style => ({ ...style, flow: { ...style.flow, unit: undefined } })

/** The edit that writes something else in the place of a value inside brackets, or of all the document's brackets. */
export function replacedInFlow(
  text: string,
  member: Member | undefined,
  place: SourceNode,
  next: SourceData,
  style: Style,
): TextEdit {
  const isSpread = !member || isFirstOnLine(text, member.from)
  const wanted = place.style === 'single' || place.style === 'double' ? place.style : undefined
  const written =
    next.type === 'scalar'
      ? scalarText(next.data, style, 'flow', wanted)
      : flowText(next, isSpread ? style : onOneLine(style), indentOf(text, member?.from ?? place.from))
  if (place.head < place.to) return { from: place.head, to: place.to, insert: written }
  const isBare = member?.key && member.colon === undefined
  // A key of several lines can have no colon: the proof refuses what is left.
  const colon = isBare && !text.slice(member.from, member.to).includes('\n') ? ':' : ''
  return { from: place.to, to: place.to, insert: `${colon} ${written}` }
}
