import { lineEnd, lineStart, nextLine } from '../model/lines'
import type { Range } from '../model/range'
import { plainKey } from './keyPattern'

/** A line in block style: its indentation, its dashes, and possibly a key with the text after the colon. */
const blockLine = new RegExp(
  String.raw`^([ \t]*)((?:-[ \t]+|-$)*)(?:(?:("[^"\n]*"|'[^'\n]*')[ \t]*|(${plainKey})):(?=\s|$)(.*))?`,
)

/** At most this many lines above the word are read, from the start of the document, and as many below it. */
const lineLimit = 20_000

type Line = {
  /** The columns of the dashes. */
  readonly dashes: readonly number[]
  /** The column of the first character after the dashes. Infinity for a blank line or a comment. */
  readonly column: number
  readonly key?: string
  /** The text after the colon of the key. */
  readonly value?: string
}

/**
 * Replaces a document that cannot be parsed by the lines that determine the path of a word: by their indentation, the keys
 * and dashes that contain it, and their siblings. Their values are left out, and so are items before the word, which
 * changes its indices to 0. With the word `im`:
 *
 *     metadata: [             metadata:
 *     spec:                   spec:
 *       x: "a" b                x:
 *       containers:             containers:
 *         - name: a               -
 *           im                      name:
 *                                   im
 *
 * Undefined when the indentation contradicts itself: a parent of the word already has a value, or has children in another
 * column.
 */
export function recoverByIndent(
  text: string,
  word: Range,
): { readonly text: string; readonly word: Range } | undefined {
  const start = lineStart(text, word.from)
  const wordLine = text.slice(start, lineEnd(text, word.to)).trimEnd()
  const walk = new OutlineWalk(parseLine(wordLine))
  for (const line of text.slice(0, start).split('\n', lineLimit).toReversed()) walk.addAbove(parseLine(line))
  if (walk.isContradictory) return undefined
  const below: string[] = []
  const columns = walk.levels.filter(({ isSequence }) => !isSequence).map(({ column }) => column)
  for (const line of text.slice(nextLine(text, word.to)).split('\n', lineLimit))
    addBelow(columns, below, parseLine(line))
  const above = walk.lines.map((line) => `${line}\n`).join('')
  return {
    text: [above + wordLine, ...below].join('\n') + '\n',
    word: { from: word.from + above.length - start, to: word.to + above.length - start },
  }
}

/** A mapping or sequence that contains the word. `column`: that of its keys or dashes. */
type Level = { readonly column: number; readonly isSequence: boolean }

/** Reads lines upwards from the line of the word, and collects its parents and their siblings. */
class OutlineWalk {
  /** The innermost first. */
  readonly levels: Level[]
  readonly lines: string[] = []
  /** Whether a parent has a value on its line, or children in another column. */
  isContradictory = false
  /** The start of the line below the next one to be read. */
  private below: Level

  constructor({ dashes, column }: Line) {
    this.levels = [
      { column, isSequence: false },
      ...dashes.toReversed().map((dash) => ({ column: dash, isSequence: true })),
    ]
    this.below = this.outermost
  }

  /** Reads the next line above. */
  addAbove(line: Line): void {
    const { column, isSequence } = this.outermost
    const start = { column: line.dashes[0] ?? line.column, isSequence: line.dashes.length > 0 }
    if (start.column === Infinity) return
    const isParent = line.key !== undefined && (isSequence ? line.column <= column : line.column < column)
    if (!isSequence && line.column === column) this.lines.unshift(entryText(line))
    else if (isParent) this.addParent(line)
    for (const dash of line.dashes.toReversed())
      if (dash < this.outermost.column) this.addLevel({ column: dash, isSequence: true }, '-')
    this.below = start
  }

  private addParent({ column, key = '', value = '' }: Line): void {
    const { below, outermost } = this
    const hasNoValue = /^\s*(?:[&!]\S*(?:\s+|$))*(?:#.*)?$/.test(value)
    if (!hasNoValue || below.column !== outermost.column || below.isSequence !== outermost.isSequence)
      this.isContradictory = true
    this.addLevel({ column, isSequence: false }, `${key}:`)
  }

  private addLevel(level: Level, text: string): void {
    this.levels.push(level)
    this.lines.unshift(' '.repeat(level.column) + text)
  }

  private get outermost(): Level {
    return this.levels.at(-1) ?? { column: 0, isSequence: false }
  }
}

/**
 * Adds a line below the word to `below` when it is a sibling of a parent of the word. `columns`: those of the mappings that
 * contain the word and that have not ended yet, innermost first.
 */
function addBelow(columns: number[], below: string[], line: Line): void {
  const column = line.dashes[0] ?? line.column
  if (column === Infinity) return
  while (columns[0] !== undefined && columns[0] > column) columns.shift()
  if (columns[0] === line.column) below.push(entryText(line))
}

/** A key without its value, except for the values of apiVersion and kind. */
const entryText = ({ column, key, value = '' }: Line): string => {
  if (key === undefined) return ''
  const identity = /^["']?(?:apiVersion|kind)["']?$/.test(key)
    ? /^\s*["']?([\w./-]+)["']?\s*(?:#|$)/.exec(value)?.[1]
    : ''
  return `${' '.repeat(column)}${key}: ${identity ?? ''}`
}

function parseLine(text: string): Line {
  const [, indent = '', dashText = '', quoted, plain, value] = blockLine.exec(text.trimEnd()) ?? []
  const key = quoted ?? plain?.trimEnd()
  const dashes = [...dashText.matchAll(/-/g)].map(({ index }) => indent.length + index)
  const column = indent.length + dashText.length
  const hasContent = /^[^#]/.test(text.slice(column).trim())
  return {
    dashes,
    column: hasContent ? column : Infinity,
    ...(key !== undefined && { key, value: value ?? '' }),
  }
}
