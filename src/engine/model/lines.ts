/** The offset of the first character of the line that contains `offset`. */
export const lineStart = (text: string, offset: number): number =>
  offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1

/** The end of the line without its line break (`\n` or `\r\n`). */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  if (end < 0) return text.length
  return end > offset && text[end - 1] === '\r' ? end - 1 : end
}

/** The start of the next line, or the end of the text. */
export const nextLine = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end + 1
}

/** The column of an offset: the number of characters before it on its line. */
export const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset)

/** Whether there are only spaces and tabs before an offset on its line. */
export const isFirstOnLine = (text: string, offset: number): boolean =>
  /^[ \t]*$/.test(text.slice(lineStart(text, offset), offset))
