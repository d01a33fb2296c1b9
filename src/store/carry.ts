import type { Range } from '../engine/model/range'
import { diffEdit } from '../engine/model/textEdit'

/**
 * Where a place of `before` stands in `after`, taking everything between the first and the last difference
 * for one change. A place inside the change is cut to what is left of it.
 */
export const carry = (before: string, after: string, range: Range): Range => {
  if (before === after) return range
  const { from, to, insert } = diffEdit(before, after)
  const end = from + insert.length
  const move = (offset: number): number => {
    if (offset <= from) return offset
    return offset >= to ? offset + end - to : Math.min(offset, end)
  }
  return { from: move(range.from), to: move(range.to) }
}
