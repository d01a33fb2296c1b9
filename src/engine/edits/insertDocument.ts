import { isRefusal } from './applyChange'
import { normalizeBreaks, splitDocuments } from '../yaml/splitDocuments'
import { dataOf, equalsValue, unwritable } from './sourceData'
import { readDocument } from '../yaml/readDocument'
import { isStrictJson } from './planEdits'
import { readSource } from './readSource'
import { learnStyle, styleAmong, type SourceData } from './documentStyle'
import type { Range } from '../model/range'
import { endsInBlockText, openBlockText } from './attachSource'
import { applyEdits, withBreaksOf, type TextEdit } from '../model/textEdit'
import { entryLines, flowText, type Style } from './printYaml'
import type { JsonObject } from '../model/json'
import type { EditRefusal } from '../model/change'

/**
 * The edit that puts a further document, with a separator, behind the one whose text is at `after`, in the style of
 * that one. It is proved: the new text is read again, the document says exactly `value`, and no other one changed.
 */
export function insertDocument(text: string, after: Range, value: JsonObject): TextEdit | EditRefusal {
  const fault = unwritable(value)
  if (fault) return { refused: fault }
  const neighbour = readSource(normalizeBreaks(text.slice(after.from, after.to)))
  const isOpen = !/[\r\n]$/.test(text.slice(0, after.to))
  if (isOpen && !isRefusal(neighbour) && endsInBlockText(neighbour.data)) return { refused: openBlockText }
  const style = isRefusal(neighbour)
    ? learnStyle('', blank, false)
    : styleOf(text.slice(after.from, after.to), neighbour)
  const data = dataOf<never>(value)
  const body = bodyOf(data, { ...style, literal: !isOpen })
  const rest = text.slice(after.to)
  const next = /\S/.test(rest) && !/^---(?=\s|$)/.test(rest) ? '---\n' : ''
  const insert = isOpen ? `\n---\n${body}` : `---\n${body}\n${next}`
  const edit = withBreaksOf(text, [{ from: after.to, to: after.to, insert }])
  return edit.length === 1 && edit[0] && isProved(text, edit[0], after, data) ? edit[0] : { refused: unsafe }
}

const unsafe = 'A document cannot be put behind this one without changing how the text is read.'

const blank: SourceData = { type: 'mapping', entries: new Map() }

function styleOf(
  chunk: string,
  { document, data }: Exclude<ReturnType<typeof readSource>, EditRefusal>,
): Style {
  const normal = normalizeBreaks(chunk)
  return styleAmong(normal, data, learnStyle(normal, data, isStrictJson(document)))
}

function bodyOf(data: SourceData, style: Style): string {
  const isBlock = !style.flow.json && data.type === 'mapping' && data.entries.size > 0
  return isBlock ? entryLines(data.entries, 0, style).join('\n') : flowText(data, style, '')
}

/** Whether the new text holds the same documents and, behind the one that ends at `after`, the new one. */
function isProved(text: string, edit: TextEdit, after: Range, data: SourceData): boolean {
  const textsOf = (whole: string) => {
    const normal = normalizeBreaks(whole)
    return splitDocuments(normal).map(({ from, to }) => normal.slice(from, to).replace(/\r?\n$/, ''))
  }
  const old = textsOf(text)
  const place = splitDocuments(normalizeBreaks(text)).findIndex(({ to }) => to === after.to) + 1
  const now = textsOf(applyEdits(text, [edit]))
  const { root, problems } = readDocument(now[place] ?? '')
  const others = [...now.slice(0, place), ...now.slice(place + 1)]
  // A separator of its own is all that a document may gain: it had none, behind three dots.
  const isSame =
    others.length === old.length &&
    others.every((other, index) => other === old[index] || other === `---\n${old[index]}`)
  return place > 0 && isSame && root !== undefined && equalsValue(root, data) && problems.length === 0
}
