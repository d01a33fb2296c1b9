import type { Score } from '../engine/model/report'
import type { State } from './store'

/** The score of a report that is not provisional. */
export const selectFinalScore = ({ report }: State): Score | undefined => report?.admission && report.score
