import type { Range } from '../engine/place'

/**
 * Where a place of `before` stands in `after`, taking everything between the first and the last difference
 * for one change. A place inside the change is cut to what is left of it.
 */
export const carry = (before: string, after: string, range: Range): Range => {
  if (before === after) return range
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const move = (offset: number): number => {
    if (offset <= head) return offset
    if (offset >= before.length - tail) return offset + after.length - before.length
    return Math.min(offset, after.length - tail)
  }
  return { from: move(range.from), to: move(range.to) }
}
