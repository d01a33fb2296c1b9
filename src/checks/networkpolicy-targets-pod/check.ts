import { check, mayBeElsewhere } from '../../engine/findings/check'
import { selectorText } from '../../engine/objects/labelSelectors'
import { titleOf } from '../../engine/objects/readObjects'
import { selectorError } from '../../kubernetes/labelSelector'

export default check({
  id: 'networkpolicy-targets-pod',
  title: 'NetworkPolicy targets Pod',
  topic: 'connected',
  severities: ['critical'],
  on: 'NetworkPolicy',
  *findAmong(policy, relations) {
    const selector = policy.data.spec?.podSelector ?? {}
    if (relations.podSelectedBy(policy.namespace, selector)) return
    yield {
      severity: 'critical',
      at: ['spec', 'podSelector'],
      subject: '',
      message: `${titleOf(policy)} selects no Pod in this text (${selectorText(selector)}).`,
      title: 'Applies to no Pod in this text',
      ...(!selectorError(selector) && mayBeElsewhere),
      advice:
        'A policy that selects no Pods protects nothing. Compare its labels and namespace with those of the Pods.',
    }
  },
  fix: () => import('./fix'),
})
