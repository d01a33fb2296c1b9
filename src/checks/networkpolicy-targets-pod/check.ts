import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'
import { selectorText } from '../../engine/objects/labelSelectors'
import type * as Mends from './fix'

export default check({
  id: 'networkpolicy-targets-pod',
  title: 'NetworkPolicy targets Pod',
  topic: 'connected',
  on: 'NetworkPolicy',
  *judgeAmong(policy, relations) {
    const selector = policy.data.spec?.podSelector ?? {}
    if (relations.podSelectedBy(policy.namespace, selector)) return
    yield {
      severity: 'critical',
      at: ['spec', 'podSelector'],
      subject: '',
      message: `${titleOf(policy)} selects no pod of this text (${selectorText(selector)}).`,
      advice:
        'A policy that selects nothing protects nothing; compare its labels and namespace with those of the pods.',
      mend: (by: typeof Mends) => by.nearPods(policy, relations),
    }
  },
})
