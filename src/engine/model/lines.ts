/** The offset of the first character of the line that holds `offset`. */
export const lineStart = (text: string, offset: number): number =>
  offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1

/** The end of the line's content: before its `\n` or `\r\n`, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  if (end < 0) return text.length
  return end > offset && text[end - 1] === '\r' ? end - 1 : end
}

/** The start of the line below, behind the line break, or the end of the text. */
export const nextLine = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end + 1
}

/** How many characters of its line come before an offset. */
export const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset)

/** Whether only blanks come before an offset on its line. */
export const isFirstOnLine = (text: string, offset: number): boolean =>
  /^[ \t]*$/.test(text.slice(lineStart(text, offset), offset))
