/** Where each line begins, in UTF-16 offsets. The first entry is always 0. */
export type LineStarts = readonly number[]

/** Both count from 1, as editors and compilers count. */
export type Position = { readonly line: number; readonly column: number }

const lineFeed = 10
const carriageReturn = 13

/** `\n`, `\r\n` and a lone `\r` each end a line: for YAML and for the editor alike. */
export const lineStarts = (text: string): LineStarts => {
  const starts = [0]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === lineFeed) starts.push(index + 1)
    else if (code === carriageReturn && text.charCodeAt(index + 1) !== lineFeed) starts.push(index + 1)
  }
  return starts
}

/** Offsets outside the text are taken as its beginning or its last line. */
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
