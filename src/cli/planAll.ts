import { movedBy } from '../engine/fixes/appliedFix'
import { tooMuchWork } from '../engine/fixes/fixRounds'
import type { FixPlan, FixRequest, Fixer } from '../engine/fixes/fixer'
import { composeEdits } from '../engine/model/composeEdits'
import type { Settings } from '../engine/model/settings'

/** What was planned in all. */
export type WholePlan = Pick<FixPlan, 'text' | 'edits' | 'applied' | 'skipped'>

/** One plan does the work of some seconds. Of a set that has more, plan follows plan until everything had its turn. */
export function planAll(fixer: Fixer, text: string, request: FixRequest, settings: Settings): WholePlan {
  let whole: WholePlan = fixer.planFixes(text, request, settings)
  let { applied, skipped } = whole
  while (applied.length > 0 && skipped.some(({ reason }) => reason === tooMuchWork)) {
    const next = fixer.planFixes(whole.text, request, settings)
    ;({ applied, skipped } = next)
    whole = {
      ...{ text: next.text, skipped },
      edits: composeEdits(text.length, whole.edits, next.edits),
      applied: [...whole.applied.map((fix) => movedBy(fix, next.edits)), ...applied],
    }
  }
  return whole
}
