import type { Range } from './range'
import type { TextEdit } from './textEdit'

/** The range of every inserted text in the text after the edits; empty for an edit that only removes text. */
export function insertedRanges(edits: readonly TextEdit[]): readonly Range[] {
  let shift = 0
  return edits.map(({ from, to, insert }) => {
    const start = from + shift
    shift += insert.length - (to - from)
    return { from: start, to: start + insert.length }
  })
}

/**
 * The range after the edits. Text inserted at one of its ends is not part of it; text replaced across one of its ends is
 * no longer part of it.
 */
export function mapRange({ from, to }: Range, edits: readonly TextEdit[]): Range {
  const start = mapOffset(from, edits, true)
  return { from: start, to: Math.max(start, mapOffset(to, edits, from === to)) }
}

/** `isAfterInsertion`: whether text inserted exactly at the offset comes before it. */
function mapOffset(offset: number, edits: readonly TextEdit[], isAfterInsertion: boolean): number {
  let shift = 0
  for (const { from, to, insert } of edits) {
    if (from > offset || (from === offset && !isAfterInsertion)) break
    if (to > offset) return from + shift + insert.length
    shift += insert.length - (to - from)
  }
  return offset + shift
}
