import type { Place } from './sourceSet'

/** A snippet is all of its region or nothing: longer ones are left to the file itself. */
const longestSnippet = 400

/** A place as SARIF has it: lines and columns from 1, the end exclusive, offsets in UTF-16 code units. */
export const sarifRegion = ({ file, range: { from, to }, start, end }: Place) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
  charOffset: from,
  charLength: to - from,
  ...(to > from && to - from <= longestSnippet && { snippet: { text: file.text.slice(from, to) } }),
})
