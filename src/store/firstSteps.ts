import type { Severity } from '../engine/model/finding'
import type { Score } from '../engine/model/report'
import type { Row } from '../engine/report/rows'
import { scoreWithout } from '../engine/report/scoreWithout'
import { memoizeLast } from './memoizeLast'
import { selectRows, selectShown } from './selectors'
import type { State } from './store'

/** What is worth doing first: everything that one rule finds. */
export type FirstStep = {
  readonly rule: string
  readonly severity: Severity
  /** By how much the score rises when nothing of it is left. */
  readonly gain: number
  /** All that the rule finds, the worst first. */
  readonly rows: readonly Row[]
}

const stepCount = 3

/** The rules whose findings cost most, by how much the score rises without them; fewer where fewer raise it. */
export function firstStepsOf(score: Score, rows: readonly Row[]): readonly FirstStep[] {
  return score.steps
    .flatMap(({ rule, severity }): readonly FirstStep[] => {
      const own = rows.filter((row) => row.rule === rule)
      const gain = scoreWithout(score, rule) - score.value
      return own.length > 0 && gain > 0 ? [{ rule, severity, gain, rows: own }] : []
    })
    .toSorted((left, right) => right.gain - left.gain)
    .slice(0, stepCount)
}

const remembered = memoizeLast((score: Score | undefined, rows: readonly Row[]): readonly FirstStep[] =>
  // A short list needs no shorter one.
  score && rows.length > stepCount ? firstStepsOf(score, rows) : [],
)

export const selectFirstSteps = (state: State): readonly FirstStep[] =>
  remembered(selectShown(state)?.score, selectRows(state))
