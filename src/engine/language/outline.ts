import { lineEnd, lineStart } from '../model/lines'
import { plainKey } from './keyPattern'

/** A line with a key in block style or in indented JSON: spaces and dashes before the key, then the key without quotes. */
const keyLine = new RegExp(
  String.raw`^([ \t]*(?:- +)*)(?:(?:"([^"\n]*)"|'([^'\n]*)')[ \t]*|(${plainKey})):(?=\s|$)`,
)

/** Keys more than this many lines above the cursor are not found. */
const lineLimit = 20_000

/** Only this many characters of a line are searched for a key. */
const lineLength = 300

/**
 * The keys that contain an offset, outermost first: `['spec', 'template']`. They are found by indentation, without parsing,
 * so that they can be shown while a text has syntax errors.
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
      keys.unshift(match[2] ?? match[3] ?? match[4]?.trimEnd() ?? '')
      indent = column
    } else if (lines === 0 && column >= 0 && !/^\s*#/.test(line)) indent = column
    // The parent of an item is a key in a column before its dash or, because dashes need no indentation, in the same one.
    const dashColumn = /^[ \t]*(?=- )/.exec(line)?.[0].length
    if (dashColumn !== undefined && dashColumn < indent) indent = dashColumn + 1
    if (start === 0 || indent === 0) break
    end = start - 1
  }
  return keys
}
