import type { EditRefusal } from '../model/change'
import type { JsonObject } from '../model/json'
import type { Range } from '../model/range'
import { applyEdits, withBreaksOf, type TextEdit } from '../model/textEdit'
import { readDocument } from '../yaml/readDocument'
import { normalizeBreaks, splitDocuments } from '../yaml/splitDocuments'
import { isRefusal } from './applyChange'
import { endsInBlockScalar, unterminatedBlockScalar } from './blockScalarEnd'
import { detectStyle, localStyle } from './documentStyle'
import { entryLines, flowText, type Style } from './printYaml'
import { readSource } from './readSource'
import { dataOf, equalsValue, unwritableReason, type SourceData } from './sourceData'

/**
 * The edit that inserts a new document, with a `---` line, after the document whose range is `after`, in the style of that
 * document. The edit is verified: the edited text is split and parsed again, the new document must equal `value`, and all
 * others must be unchanged.
 */
export function insertDocument(text: string, after: Range, value: JsonObject): TextEdit | EditRefusal {
  const reason = unwritableReason(value)
  if (reason) return { refused: reason }
  const previousText = normalizeBreaks(text.slice(after.from, after.to))
  const previous = readSource(previousText)
  const hasFinalBreak = /[\r\n]$/.test(text.slice(0, after.to))
  if (!hasFinalBreak && !isRefusal(previous) && endsInBlockScalar(previous.data))
    return { refused: unterminatedBlockScalar }
  const style = isRefusal(previous)
    ? detectStyle('', noData)
    : localStyle(previousText, previous.data, detectStyle(previousText, previous.data))
  const data = dataOf<never>(value)
  const body = bodyOf(data, { ...style, literal: hasFinalBreak })
  const rest = text.slice(after.to)
  const separator = /\S/.test(rest) && !/^---(?=\s|$)/.test(rest) ? separatorBefore(rest) : ''
  const insert = hasFinalBreak ? `---\n${body}\n${separator}` : `\n---\n${body}`
  const [edit, ...others] = withBreaksOf(text, [{ from: after.to, to: after.to, insert }])
  return edit && others.length === 0 && isVerified(text, edit, after, data) ? edit : { refused: unsafe }
}

/** A directive, with or without comments before it, is one only where the document before it has ended. */
const separatorBefore = (rest: string): string =>
  /^(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*%/.test(rest) ? '...\n' : '---\n'

const unsafe = 'No document can be added after this one without changing how the text is read.'

const noData: SourceData = { type: 'mapping', entries: new Map() }

function bodyOf(data: SourceData, style: Style): string {
  const isBlock = !style.flow.json && data.type === 'mapping' && data.entries.size > 0
  return isBlock ? entryLines(data.entries, 0, style).join('\n') : flowText(data, style, '')
}

/** Whether the edited text has the same documents as before and, after the one at `after`, a new one with `data`. */
function isVerified(text: string, edit: TextEdit, after: Range, data: SourceData): boolean {
  const normalized = normalizeBreaks(text)
  const ranges = splitDocuments(normalized)
  const oldTexts = documentTexts(normalized)
  const newTexts = documentTexts(normalizeBreaks(applyEdits(text, [edit])))
  const index = ranges.findIndex(({ to }) => to === after.to) + 1
  const { root, problems } = readDocument(newTexts[index] ?? '')
  const others = newTexts.toSpliced(index, 1)
  // A document after `...` can be without a `---` line, and gets one.
  const areUnchanged =
    others.length === oldTexts.length &&
    others.every((other, position) => [oldTexts[position], `---\n${oldTexts[position]}`].includes(other))
  return index > 0 && areUnchanged && root !== undefined && equalsValue(root, data) && problems.length === 0
}

/** The texts of all documents, without their final line breaks. */
const documentTexts = (text: string): readonly string[] =>
  splitDocuments(text).map(({ from, to }) => text.slice(from, to).replace(/\r?\n$/, ''))
