import type { Safety } from '../findings/remedy'
import { mapRange } from '../model/mapRange'
import type { Range } from '../model/range'
import type { TextEdit } from '../model/textEdit'
import type { FilledPlaceholder } from './placeholders'

/** One fix of several that were applied one after the other. */
export type AppliedFix = {
  /** The id of the finding that it fixes, its rule, and its message. */
  readonly finding: string
  readonly rule: string
  readonly message: string
  readonly title: string
  /** With what it introduces: a safe one that introduces more than advice needs a review. */
  readonly safety: Safety
  readonly note: string
  /** What it means for what runs, in at most five words. */
  readonly effect: string
  /** Their ranges are in the text after all of the fixes. */
  readonly placeholders: readonly FilledPlaceholder[]
  /** What it takes out of the text without putting it elsewhere: paths, or pieces of the text. */
  readonly removes: readonly string[]
  /** The finding whose fix led to the one that this fixes, by its id. */
  readonly follows?: string
  /**
   * The score of the text with it, those before it, and those after it that have to follow: so it never falls from one to
   * the next, unless it is lower at the end.
   */
  readonly scoreAfter?: number
  /** What it inserted, in the text after all of them; an empty range where it only removed something. */
  readonly places: readonly Range[]
}

/** A finding whose recommended fix was not applied, with the reason. */
export type SkippedFix = { readonly finding: string; readonly message: string; readonly reason: string }

/** The same fixes, where each that lowers the score has the score of the text with those that bring it back. */
export function withoutFalls(
  applied: readonly AppliedFix[],
  start: number | undefined,
): readonly AppliedFix[] {
  const last = applied.at(-1)?.scoreAfter
  if (last === undefined) return applied
  let reached = start ?? 0
  const scores: number[] = []
  applied.forEach(({ scoreAfter = reached }, index) => {
    if (scoreAfter < reached) return
    reached = scoreAfter
    while (scores.length <= index) scores.push(scoreAfter)
  })
  return applied.map((fix, index) => ({ ...fix, scoreAfter: scores[index] ?? last }))
}

/** The same fix, with its places in the text after more edits. */
export const movedBy = (fix: AppliedFix, edits: readonly TextEdit[]): AppliedFix => ({
  ...fix,
  places: fix.places.map((place) => mapRange(place, edits)),
  placeholders: fix.placeholders.map((one) => ({ ...one, range: mapRange(one.range, edits) })),
})

/** Whether two ranges have a character or an end in common. */
export const touch = (left: Range, right: Range): boolean => left.from <= right.to && right.from <= left.to
