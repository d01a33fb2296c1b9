import { lineEnd, lineStart } from '../model/lines'

/** A key of block style or of indented JSON, with what stands in front of it. */
const keyLine =
  /^([ \t]*(?:- +)*)(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#'"{}[\],&*!|>%@`-][^\n#]*?|-[^\s][^\n#]*?))[ \t]*:(?=\s|$)/

/** How far up to look: a document longer than that is shown without its outermost keys. */
const lineLimit = 20_000

/** No key stands further right than this. */
const lineLength = 300

/**
 * The keys around a place, outermost first, read off the indentation: `['spec', 'template']`. A look at the text
 * alone, for showing where the caret is; it says nothing about whether the text is sound.
 */
export function outlineAt(text: string, offset: number): readonly string[] {
  const keys: string[] = []
  let end = lineEnd(text, offset)
  let indent = Infinity
  for (let lines = 0; lines < lineLimit; lines++) {
    const start = lineStart(text, end)
    const line = text.slice(start, Math.min(end, start + lineLength))
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line)) break
    const match = keyLine.exec(line)
    const column = match?.[1]?.length ?? line.search(/\S/)
    if (match && column < indent) {
      keys.unshift(match[2] ?? match[3] ?? match[4] ?? '')
      indent = column
    } else if (lines === 0 && column >= 0 && !/^\s*#/.test(line)) indent = column
    // Keys of a list's item stand further right than the dash, and the list may stand in the column of its key.
    const dash = /^[ \t]*(?=- )/.exec(line)?.[0].length
    if (dash !== undefined && dash < indent) indent = dash + 1
    if (start === 0 || indent === 0) break
    end = start - 1
  }
  return keys
}
