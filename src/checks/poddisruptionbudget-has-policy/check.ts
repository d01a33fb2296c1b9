import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'
import type * as Mends from './fix'

export default check({
  id: 'poddisruptionbudget-has-policy',
  title: 'PodDisruptionBudget has policy',
  topic: 'reliable',
  on: 'PodDisruptionBudget',
  *judge(budget) {
    const { minAvailable, maxUnavailable } = budget.data.spec ?? {}
    if (minAvailable !== undefined || maxUnavailable !== undefined) return
    yield {
      severity: 'critical',
      at: ['spec', 'maxUnavailable'],
      subject: '',
      message: `${titleOf(budget)} says neither minAvailable nor maxUnavailable.`,
      advice:
        'Without either, no eviction is allowed at all: the drain of a node waits until someone deletes the budget.',
      mend: (by: typeof Mends) => by.oneAtATime(),
    }
  },
})
