/** UTF-16 offsets into the whole text, `from` inclusive, `to` exclusive. The engine has no other kind of position. */
export type Range = { readonly from: number; readonly to: number }

/** A range shifted by `offset`, such as from offsets in a document to offsets in the whole text. */
export const shift = (range: Range, offset: number): Range => ({
  from: range.from + offset,
  to: range.to + offset,
})
