import { lineEnd, nextLine } from '../model/lines'
import type { Range } from '../model/range'

export type Quote = 'single' | 'double'

/** How a part of a document is written: offsets into its text, with what an edit has to know around it. */
export type SourceNode = Range & {
  /** `absent`: nothing stands there, as behind the colon of `limits:`; `pair`: a mapping without braces in brackets. */
  readonly style: Quote | 'plain' | 'literal' | 'folded' | 'alias' | 'absent' | 'block' | 'flow' | 'pair'
  /** Of a block scalar whose header strips the line breaks at its end. */
  readonly stripped?: true
  /** Right behind the colon or dash in front of it. */
  readonly after: number
  /** Behind its anchor and tag; without any, the same as `after`. */
  readonly lead: number
  /** Where it is replaced from: its start, or that of its anchor and tag when it has a tag, which tells its type. */
  readonly head: number
  /** The name of its anchor, or of the anchor that an alias repeats. */
  readonly anchor?: string
  /** What a mapping or list consists of, in the order of the text. */
  readonly members: readonly Member[]
}

/** A key with its value, or an item of a list. In a block from the key or dash on; it ends with its content. */
export type Member = Range & {
  readonly value: SourceNode
  readonly key?: Range & { readonly style: SourceNode['style'] }
  /** Behind the colon of a key; absent when there is none, as in `{a, b}`. */
  readonly colon?: number
}

/** The lines below an offset that starts a line, each with the column of its first character; -1 for a blank one. */
function* linesBelow(text: string, offset: number) {
  for (let at = offset; at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at))
    yield { at, comment: /^ *#/.test(line), column: line.search(/[^ \t\r]/) }
  }
}

/**
 * The start of the line behind a part that ends at `end`. Comment lines right below it belong to it when they stand at
 * `column` or deeper, unless what follows them stands there too.
 */
export function lineBehind(text: string, end: number, column: number): number {
  let behind = end > 0 && text[end - 1] === '\n' ? end : nextLine(text, end)
  if (behind === text.length) return behind
  let least = column
  for (const line of linesBelow(text, behind)) {
    if (line.comment || line.column < 0) continue
    if (!/^(?:---|\.\.\.)/.test(text.slice(line.at, line.at + 3))) least = Math.max(column, line.column + 1)
    break
  }
  for (const line of linesBelow(text, behind)) {
    if (!line.comment || line.column < least) break
    behind = nextLine(text, line.at)
  }
  return behind
}
