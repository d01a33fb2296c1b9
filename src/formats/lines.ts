/** The offset of each line's first character, in UTF-16 code units. The first is always 0. */
export type LineStarts = readonly number[]

/** A line and a column, both counted from 1. */
export type Position = { readonly line: number; readonly column: number }

const lineFeed = 10
const carriageReturn = 13

/** `a\nb` → [0, 2]. Lines end with `\n`, `\r\n` or a single `\r`, as in YAML and in the editor. */
export const lineStarts = (text: string): LineStarts => {
  const starts = [0]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === lineFeed) starts.push(index + 1)
    else if (code === carriageReturn && text.charCodeAt(index + 1) !== lineFeed) starts.push(index + 1)
  }
  return starts
}

/** The position of an offset. A negative one is at the start; one after the end is in the last line. */
export const positionAt = (starts: LineStarts, offset: number): Position => {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: Math.max(0, offset - (starts[low] ?? 0)) + 1 }
}
