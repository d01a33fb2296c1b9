import type { Score } from '../engine/model/report'
import { scoreWithout } from '../engine/report/scoreWithout'

type Change = {
  readonly score: Score | undefined
  readonly scoreAfter: number | undefined
  /** What it is about: the findings of one rule that count, and how many of them go away. */
  readonly rule: string
  readonly ruleTitle: string
  readonly gone: number
  readonly total: number
}

/** What a fix does to the score. `settles`: what it is good for where the score stays the same, in words. */
export type Gain = {
  readonly way: 'up' | 'down' | 'same'
  readonly points: string | undefined
  readonly settles: string | undefined
}

/** Undefined as long as there is no final score. */
export function gainOf({ score, scoreAfter, rule, ruleTitle, gone, total }: Change): Gain | undefined {
  if (score === undefined || scoreAfter === undefined) return undefined
  if (scoreAfter !== score.value) {
    const way = scoreAfter > score.value ? 'up' : 'down'
    return { way, points: `${score.value} → ${scoreAfter}`, settles: undefined }
  }
  const settles = `${gone} of ${total} for ${ruleTitle}`
  const whenAll = scoreWithout(score, rule)
  if (gone < total && whenAll > score.value)
    return { way: 'up', points: `${score.value} → ${whenAll} when all ${total} are fixed`, settles }
  return {
    way: 'same',
    points: score.cap && `the score stays at ${score.value}: ${capWords[score.cap.reason]}`,
    settles,
  }
}

const capWords: Readonly<Record<NonNullable<Score['cap']>['reason'], string>> = {
  refused: 'a cluster refuses part of the text',
  unreadable: 'part of the text cannot be read',
}
