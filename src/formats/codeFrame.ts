import type { Range } from '../engine/model/range'
import type { Paint, Style } from './paint'
import { lineStartsOf, type Place } from './sourceSet'
import { textWidth } from './textWidth'
import { visible } from './visible'

/** `width`: columns of the whole frame. `tone`: of the carets. */
export type FrameLook = { readonly width: number; readonly paint: Paint; readonly tone: Style }

/** So many lines are shown before the marked one, and after it. */
const context = 1

/** The numbers of most lines have no more, so that all frames begin in the same column. */
const fewestDigits = 4

/** So many columns of a line are shown, however narrow the terminal is. */
const fewestColumns = 24

/**
 * The line of a place with its neighbours, their numbers, and carets below what is meant. A place of several lines is marked
 * in its first one. What a line has beyond the width is cut, around the carets.
 *
 *        1 | replicas: 1
 *          |           ^
 */
export function codeFrame(
  { file, range, start }: Place,
  { width, paint, tone }: FrameLook,
): readonly string[] {
  const starts = lineStartsOf(file)
  const lineOf = (number: number): Range => lineRange(file.text, starts, number)
  const numbers = Array.from({ length: 2 * context + 1 }, (_, index) => start.line - context + index).filter(
    (number) =>
      number === start.line || (number > 0 && number <= starts.length && !isBlank(file.text, lineOf(number))),
  )
  const digits = Math.max(fewestDigits, String(numbers.at(-1)).length)
  const columns = Math.max(fewestColumns, width - digits - 3)
  const gutter = (label: string): string => paint('dim', `${label.padStart(digits)} |`)
  return numbers.flatMap((number) => {
    const line = lineOf(number)
    const isMarked = number === start.line
    const mark = isMarked ? range : { from: line.from, to: line.from }
    const { text, from, to } = shownLine(file.text, line, mark, columns)
    const shown = text === '' ? '' : ` ${isMarked ? text : paint('dim', text)}`
    const carets = ` ${' '.repeat(from)}${paint(tone, '^'.repeat(to - from))}`
    return [`${gutter(String(number))}${shown}`, ...(isMarked ? [`${gutter('')}${carets}`] : [])]
  })
}

/** A line without its line break. */
function lineRange(text: string, starts: readonly number[], number: number): Range {
  const from = starts[number - 1] ?? text.length
  let to = starts[number] ?? text.length
  while (to > from && ['\n', '\r'].includes(text[to - 1] ?? '')) to -= 1
  return { from, to }
}

/** Only the beginning of a line that is longer than any terminal is looked at. */
const isBlank = (text: string, { from, to }: Range): boolean =>
  text.slice(from, Math.min(to, from + 1_000)).trim() === ''

/** A character as it is shown. `at`: its offset. `column`: from 0. */
type Cell = { readonly at: number; readonly shown: string; readonly column: number; readonly width: number }

/** `from`, `to`: the columns of the mark in the text; at least one. */
type ShownLine = { readonly text: string; readonly from: number; readonly to: number }

function shownLine(text: string, line: Range, mark: Range, columns: number): ShownLine {
  // No more can be seen, so no more is looked at: a line can be as long as the text.
  const piece = {
    from: Math.max(line.from, mark.from - 2 * columns),
    to: Math.min(line.to, mark.from + 2 * columns),
  }
  const cells = cellsOf(text, piece)
  const end = cells.at(-1)
  const total = end ? end.column + end.width : 0
  const columnAt = (offset: number): number => cells.find(({ at }) => at >= offset)?.column ?? total
  const from = columnAt(mark.from)
  const to = Math.max(from + 1, columnAt(mark.to))
  const isCutBefore = piece.from > line.from
  const isWhole = !isCutBefore && piece.to === line.to && total <= columns
  if (isWhole) return { text: textOf(cells), from, to }
  const isFromStart = !isCutBefore && Math.max(to, from + 1) < columns
  const left = isFromStart ? 0 : Math.max(0, from - Math.floor(columns / 3))
  const right = left + columns - 2
  const kept = cells.filter(({ column, width }) => column >= left && column + width <= right)
  const before = isFromStart ? '' : '…'
  const isCutAfter = kept.at(-1) !== end || piece.to < line.to
  const offset = textWidth(before) - (kept[0]?.column ?? left)
  return {
    text: `${before}${textOf(kept)}${isCutAfter ? '…' : ''}`,
    from: from + offset,
    to: Math.max(from + 1, Math.min(to, right)) + offset,
  }
}

const textOf = (cells: readonly Cell[]): string =>
  cells
    .map(({ shown }) => shown)
    .join('')
    .trimEnd()

function cellsOf(text: string, { from, to }: Range): readonly Cell[] {
  const cells: Cell[] = []
  let at = from
  let column = 0
  for (const character of text.slice(from, to)) {
    const shown = shownCharacter(character)
    const width = textWidth(shown)
    cells.push({ at, shown, column, width })
    at += character.length
    column += width
  }
  return cells
}

function shownCharacter(character: string): string {
  if (character === '\t') return '    '
  return character === '\uFEFF' ? '' : visible(character)
}
