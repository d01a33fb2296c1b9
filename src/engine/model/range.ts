/** UTF-16 offsets into the whole text, `from` inclusive, `to` exclusive. The only kind of position inside the engine. */
export type Range = { readonly from: number; readonly to: number }
/** A range moved by `offset`, as when a document's own offsets become offsets of the whole text. */
export const shift = (range: Range, offset: number): Range => ({
  from: range.from + offset,
  to: range.to + offset,
})
