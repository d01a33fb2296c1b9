import { check, type Remark } from '../../engine/check'
import { titleOf, type KubernetesObject } from '../../engine/objects'
import type { Relations } from '../../engine/relations'
import { selectorText } from '../../engine/selectors'
import type { NetworkPolicy } from '../../kubernetes/objects'
import { nearSelectors } from '../nearSelector'

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
      ...mend(policy, relations),
    }
  },
})

function mend(
  policy: KubernetesObject<NetworkPolicy>,
  relations: Relations,
): Pick<Remark, 'fixes' | 'unfixable'> {
  const selector = policy.data.spec?.podSelector ?? {}
  const fixes = nearSelectors(policy, selector, ['spec', 'podSelector', 'matchLabels'], relations)
  if (fixes.length > 0) return { fixes }
  return {
    unfixable:
      'No pod of this text comes near. Add the workload that it is for, or copy the labels of the one that is meant, in the same namespace.',
  }
}
