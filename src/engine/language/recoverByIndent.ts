import type { Range } from '../model/range'
import { lineEnd, lineStart, nextLine } from '../model/lines'

/** Dashes, then a key of block style with what follows its colon. */
const blockLine =
  /^([ \t]*)((?:-[ \t]+|-$)*)(?:("[^"\n]*"|'[^'\n]*'|[^\s#'"{}[\],&*!|>%@`-][^\n#]*?|-[^\s][^\n#]*?)[ \t]*:(?=\s|$)(.*))?/

/** Further away from the place than this, lines are not looked at. */
const lineLimit = 20_000

/** Of a line: the columns of its dashes, and its key. */
type Line = {
  readonly dashes: readonly number[]
  /** Of the key, or of whatever else stands there; Infinity for a line with nothing behind its dashes. */
  readonly column: number
  readonly key?: string
  readonly value?: string
}

/**
 * What is left of a document when only the indentation is trusted: the word, the keys and dashes around it, their
 * neighbours of the same level. For texts too broken to be parsed; indices of lists are lost. Undefined when nothing can
 * stand in the word's column.
 */
export function recoverByIndent(
  text: string,
  word: Range,
): { readonly text: string; readonly word: Range } | undefined {
  const start = lineStart(text, word.from)
  const own = text.slice(start, lineEnd(text, word.to)).trimEnd()
  const climb = new OutlineWalk(lineOf(own))
  for (const line of text.slice(0, start).split('\n', lineLimit).toReversed()) climb.past(lineOf(line))
  if (climb.isBarred) return undefined
  const below: string[] = []
  const columns = climb.levels.filter(({ isList }) => !isList).map(({ column }) => column)
  for (const line of text.slice(nextLine(text, word.to)).split('\n', lineLimit))
    descend(columns, below, lineOf(line))
  const head = climb.kept.map((line) => `${line}\n`).join('')
  const move = head.length - start
  return {
    text: [head + own, ...below].join('\n') + '\n',
    word: { from: word.from + move, to: word.to + move },
  }
}

/** A mapping's keys stand in `column`; the dashes of a list too, and the key it belongs to may as well. */
type Level = { readonly column: number; readonly isList: boolean }

/** Goes up from the line of the word, to the key it stands under, to the key that one stands under, and so on. */
class OutlineWalk {
  /** The innermost first. */
  readonly levels: Level[]
  readonly kept: string[] = []
  /** A parent has a value already, or other children in another column. */
  isBarred = false
  /** The first line of what stands under the next parent, as far as it is known. */
  private first: Level

  constructor({ dashes, column }: Line) {
    this.levels = [
      { column, isList: false },
      ...dashes.toReversed().map((dash) => ({ column: dash, isList: true })),
    ]
    this.first = this.outermost
  }

  past(line: Line): void {
    const { column, isList } = this.outermost
    const start = { column: line.dashes[0] ?? line.column, isList: line.dashes.length > 0 }
    if (start.column === Infinity) return
    const isParent = line.key !== undefined && (isList ? line.column <= column : line.column < column)
    if (!isList && line.column === column) this.kept.unshift(entry(line))
    else if (isParent) this.under(line)
    for (const dash of line.dashes.toReversed())
      if (dash < this.outermost.column) this.open({ column: dash, isList: true }, '-')
    this.first = start
  }

  private under({ column, key = '', value = '' }: Line): void {
    const { first, outermost } = this
    const isEmpty = /^\s*(?:[&!]\S*\s*)*(?:#.*)?$/.test(value)
    if (!isEmpty || first.column !== outermost.column || first.isList !== outermost.isList)
      this.isBarred = true
    this.open({ column, isList: false }, `${key}:`)
  }

  private open(level: Level, text: string): void {
    this.levels.push(level)
    this.kept.unshift(' '.repeat(level.column) + text)
  }

  private get outermost(): Level {
    return this.levels.at(-1) ?? { column: 0, isList: false }
  }
}

/** Takes a line below into account: it ends all levels further right. */
function descend(columns: number[], below: string[], line: Line): void {
  const column = line.dashes[0] ?? line.column
  if (column === Infinity) return
  while (columns[0] !== undefined && columns[0] > column) columns.shift()
  if (columns[0] === line.column) below.push(entry(line))
}

/** Only values that say what an object is are kept. */
const entry = ({ column, key, value = '' }: Line): string => {
  if (key === undefined) return ''
  const plain = /^["']?(?:apiVersion|kind)["']?$/.test(key)
    ? /^\s*["']?([\w./-]+)["']?\s*(?:#|$)/.exec(value)?.[1]
    : ''
  return `${' '.repeat(column)}${key}: ${plain ?? ''}`
}

function lineOf(text: string): Line {
  const [, indent = '', marks = '', key, value] = blockLine.exec(text.trimEnd()) ?? []
  const dashes = [...marks.matchAll(/-/g)].map(({ index }) => indent.length + index)
  const from = indent.length + marks.length
  const isBlank = !/^[^#]/.test(text.slice(from).trim())
  return { dashes, column: isBlank ? Infinity : from, ...(key !== undefined && { key, value: value ?? '' }) }
}
