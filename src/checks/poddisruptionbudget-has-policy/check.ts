import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'

export default check({
  id: 'poddisruptionbudget-has-policy',
  title: 'PodDisruptionBudget has policy',
  topic: 'reliable',
  severities: ['critical'],
  on: 'PodDisruptionBudget',
  *find(budget) {
    const { minAvailable, maxUnavailable } = budget.data.spec ?? {}
    if (minAvailable !== undefined || maxUnavailable !== undefined) return
    yield {
      severity: 'critical',
      at: ['spec', 'maxUnavailable'],
      subject: '',
      message: `${titleOf(budget)} has neither minAvailable nor maxUnavailable.`,
      title: 'Neither minAvailable nor maxUnavailable',
      advice:
        'Without either, no eviction is allowed at all: draining a node blocks until someone deletes the budget.',
    }
  },
  fix: () => import('./fix'),
})
