import { check } from '../../engine/check'
import { titleOf } from '../../engine/objects'
import { setting } from '../setting'

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
      fixes: [
        setting(
          'Let one pod go at a time',
          ['spec', 'maxUnavailable'],
          1,
          'How many may be missing at a time depends on how many there are. A single pod is then evicted without a successor.',
        ),
      ],
    }
  },
})
