import { lineEnd, nextLine } from '../model/lines'
import type { Range } from '../model/range'

export type Quote = 'single' | 'double'

/**
 * How a node is written: offsets into the text of its document, and what an edit needs to know about the node. For the
 * value of a block entry:
 *
 *     replicas: 2 # two
 *     ^       ^^^^
 *     |       |||`- 11  `to`
 *     |       ||`-- 10  `from`, `replaceFrom`
 *     |       |`---  9  `indicatorEnd`, `propertiesEnd`, and `colonEnd` of the member
 *     |       `----  8  `to` of the key
 *     `------------  0  `from` of the key and of the member
 *
 * With an anchor and a tag, which YAML calls the properties of the node:
 *
 *     replicas: &n !!int 2
 *              ^^       ^^^
 *              ||       ||`- 20  `to`
 *              ||       |`-- 19  `from`
 *              ||       `--- 18  `propertiesEnd`
 *              |`----------- 10  `replaceFrom`
 *              `------------  9  `indicatorEnd`
 */
export type SourceNode = Range & {
  /**
   * `absent`: no characters at all, like the value of `limits:`. `pair`: a mapping without braces in a flow sequence, like
   * `[a: 1]`.
   */
  readonly style: Quote | 'plain' | 'literal' | 'folded' | 'alias' | 'absent' | 'block' | 'flow' | 'pair'
  /** A block scalar without its trailing line breaks: `|-` or `>-`. */
  readonly stripped?: true
  /** The end of the `:`, `-` or `---` before the node. */
  readonly indicatorEnd: number
  /** The end of the anchor and tag. Without them, the same as `indicatorEnd`. */
  readonly propertiesEnd: number
  /**
   * Where a replacement of the value starts. With a tag, at the tag or at the anchor before it, because the tag sets the
   * type of the old value.
   */
  readonly replaceFrom: number
  /** The name of the node's anchor, or of the anchor that an alias refers to. */
  readonly anchor?: string
  /** The members of a mapping or sequence, in the order of the text. */
  readonly members: readonly Member[]
}

/**
 * An entry of a mapping, or an item of a sequence. In block style it starts at the key or dash. It ends with its value,
 * before any comment.
 */
export type Member = Range & {
  readonly value: SourceNode
  readonly key?: Range & { readonly style: SourceNode['style'] }
  /** The end of the colon after the key. Undefined for a key without a colon, as in `{a, b}`. */
  readonly colonEnd?: number
}

/** The lines from an offset at the start of a line, each with the column of its first character; -1 for a blank line. */
function* linesFrom(text: string, offset: number) {
  for (let start = offset; start < text.length; start = nextLine(text, start)) {
    const line = text.slice(start, lineEnd(text, start))
    yield { start, isComment: /^ *#/.test(line), column: line.search(/[^ \t\r]/) }
  }
}

/**
 * The start of the line after a member that ends at `end`, and after the comment lines that belong to the member: those
 * directly below it that are indented by at least `column`. Comments indented like the content below them belong to
 * that content. With `column` 2:
 *
 *     a:
 *       b: 1
 *       # about b
 *     # about c, and the line that is returned
 *     c: 2
 */
export function lineAfterComments(text: string, end: number, column: number): number {
  let after = end > 0 && text[end - 1] === '\n' ? end : nextLine(text, end)
  if (after === text.length) return after
  let minimum = column
  for (const line of linesFrom(text, after)) {
    if (line.isComment || line.column < 0) continue
    if (!/^(?:---|\.\.\.)/.test(text.slice(line.start, line.start + 3)))
      minimum = Math.max(column, line.column + 1)
    break
  }
  for (const line of linesFrom(text, after)) {
    if (!line.isComment || line.column < minimum) break
    after = nextLine(text, line.start)
  }
  return after
}
