export type LineEnd = '\n' | '\r\n'

/** How most lines of a text end. */
export const lineEndOf = (text: string): LineEnd => {
  const all = text.match(/\r\n|[\r\n]/g) ?? []
  return all.filter((end) => end.length > 1).length * 2 > all.length ? '\r\n' : '\n'
}

/** The text of a text area, which has no other line end than `\n`, with another one. */
export const withLineEnd = (text: string, lineEnd: LineEnd): string => text.replaceAll('\n', lineEnd)

/** The text as a text area has it. */
export const asInTextArea = (text: string): string => text.replace(/\r\n?/g, '\n')
