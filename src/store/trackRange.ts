import type { Range } from '../engine/model/range'
import { diffEdit } from '../engine/model/textEdit'

/**
 * Where a range of one text is in a later one. Everything between the first and the last difference counts as one change;
 * a range inside that change is cut to what remains of it.
 */
export const trackRange = (before: string, after: string, range: Range): Range => {
  if (before === after) return range
  const { from, to, insert } = diffEdit(before, after)
  const end = from + insert.length
  const track = (offset: number): number => {
    if (offset <= from) return offset
    return offset >= to ? offset + end - to : Math.min(offset, end)
  }
  return { from: track(range.from), to: track(range.to) }
}
