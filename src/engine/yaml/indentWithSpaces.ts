import type { TextEdit } from '../model/textEdit'
import { isZeroWidth, unusualSpace } from './unusualSpaces'

/**
 * The edits that indent the lines of a document with spaces: a tab fills up to the next multiple of `tabWidth`, an unusual
 * space becomes a space, and characters without a width go. Only what stands before the first visible character of a line
 * and after its dashes is changed; of a block scalar, only what comes before its text. Takes time like the text.
 */
export function indentWithSpaces(text: string, tabWidth: number): readonly TextEdit[] {
  const lines = new Lines(text, tabWidth)
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from)
    const next = end < 0 ? text.length : end + 1
    const to = end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end
    lines.line(from, Math.max(from, to))
    from = next
  }
  return lines.edits
}

/** `parent`: the column of the key or dash. `indent`: that of its text, as soon as a line of it was seen. */
type BlockScalar = { readonly parent: number; indent: number | undefined }

const isBlank = (character: string | undefined): boolean =>
  character === ' ' || character === '\t' || (character !== undefined && unusualSpace.test(character))

const isSpace = (character: string | undefined): boolean =>
  character === undefined || character === ' ' || character === '\t'

class Lines {
  readonly edits: TextEdit[] = []
  private block: BlockScalar | undefined
  private quote: '"' | "'" | undefined
  private brackets = 0

  constructor(
    private readonly text: string,
    private readonly tabWidth: number,
  ) {}

  line(from: number, to: number) {
    if (this.quote) return this.scan(from, to, 0)
    if (this.block && this.isInBlock(this.block, from, to)) return
    this.block = undefined
    if (/^---(?:[ \t]|$)/.test(this.text.slice(from, Math.min(to, from + 4))))
      return this.scan(from + 3, to, -1)
    const start = this.blanksEnd(from, to)
    let column = this.blanks(from, start, 0)
    let parent = column
    let at = start
    while (this.brackets === 0 && this.isIndicator(at, to)) {
      parent = column
      const end = this.blanksEnd(at + 1, to)
      column = this.blanks(at + 1, end, column + 1)
      at = end
    }
    this.scan(at, to, parent, column)
  }

  /** Whether there is a dash, or a question mark, with blanks after it. Blanks that start a value are not meant. */
  private isIndicator(at: number, to: number): boolean {
    if (at >= to || !/[-?]/.test(this.text[at] ?? '')) return false
    if (at + 1 === to || !isSpace(this.text[at + 1])) return at + 1 === to || isBlank(this.text[at + 1])
    const end = this.blanksEnd(at + 1, to)
    const hasUnusual = unusualSpace.test(this.text.slice(at + 1, end))
    return !hasUnusual || /^(?:[-?](?:\s|$)|[\w./-]+:(?:\s|$))/.test(this.text.slice(end, to))
  }

  private blanksEnd(from: number, to: number): number {
    let at = from
    while (at < to && isBlank(this.text[at])) at++
    return at
  }

  /** Replaces blanks, if need be, that start in a column; returns the column after them. */
  private blanks(from: number, to: number, start: number): number {
    const column = this.columnAfter(from, to, start)
    if (!/^ *$/.test(this.text.slice(from, to)))
      this.edits.push({ from, to, insert: ' '.repeat(column - start) })
    return column
  }

  private columnAfter(from: number, to: number, start: number): number {
    let column = start
    for (let at = from; at < to; at++) column = this.columnAfterOne(at, column)
    return column
  }

  private columnAfterOne(at: number, column: number): number {
    const character = this.text[at] ?? ''
    if (character === '\t') return column + this.tabWidth - (column % this.tabWidth)
    return isZeroWidth(character) ? column : column + 1
  }

  /** Whether a line is part of a block scalar; replaces what it is indented with. */
  private isInBlock(block: BlockScalar, from: number, to: number): boolean {
    const end = this.blanksEnd(from, to)
    if (end < to && this.columnAfter(from, end, 0) <= block.parent) return false
    if (block.indent === undefined) {
      if (end < to) block.indent = this.indentOfBlock(block.parent, from, end)
      else this.blanks(from, end, 0)
    }
    const { indent } = block
    if (indent === undefined) return true
    let column = 0
    let at = from
    while (at < end && column < indent) column = this.columnAfterOne(at++, column)
    if (end < to && column < indent) return false
    if (!/^ *$/.test(this.text.slice(from, at)))
      this.edits.push({ from, to: at, insert: ' '.repeat(Math.min(column, indent)) })
    return true
  }

  /** The column in which the text of a block scalar starts: the blanks of its first line up to another kind of them. */
  private indentOfBlock(parent: number, from: number, end: number): number {
    let column = 0
    let at = from
    while (at < end && (column <= parent || (this.text[at] === '\t') === (this.text[at - 1] === '\t')))
      column = this.columnAfterOne(at++, column)
    return column
  }

  /**
   * Reads what a line has after its indentation: where quotes and brackets stay open, and whether a block scalar starts.
   * `column`: of the first key on the line, if there is one.
   */
  private scan(from: number, to: number, parent: number, column = parent) {
    let isStart = !this.quote
    let owner = parent
    for (let at = from; at < to; at++) {
      const character = this.text[at]
      if (this.quote === '"') {
        if (character === '\\') at++
        else if (character === '"') this.quote = undefined
      } else if (this.quote) {
        if (character === "'" && this.text[at + 1] === "'") at++
        else if (character === "'") this.quote = undefined
      } else if (isSpace(character)) continue
      else if (character === '#' && (at === from || isSpace(this.text[at - 1]))) return
      else if (character === ':' && (at + 1 >= to || isSpace(this.text[at + 1]) || this.brackets > 0)) {
        isStart = true
        owner = column
      } else if (this.brackets > 0 && /[,\]}[{]/.test(character ?? '')) {
        this.brackets += character === ',' ? 0 : /[[{]/.test(character ?? '') ? 1 : -1
        isStart = true
      } else if (isStart && /["'[{|>&!]/.test(character ?? '')) {
        if (character === '"' || character === "'") this.quote = character
        else if (character === '[' || character === '{') this.brackets = 1
        else if (character === '&' || character === '!') {
          while (at + 1 < to && !isSpace(this.text[at + 1])) at++
          continue
        } else if (this.brackets === 0) {
          const explicit = /^[|>][-+]?([1-9])/.exec(this.text.slice(at, at + 3))?.[1]
          this.block = {
            parent: owner,
            indent: explicit === undefined ? undefined : Math.max(owner, 0) + Number(explicit),
          }
          return
        }
        isStart = this.brackets > 0
      } else isStart = false
    }
  }
}
