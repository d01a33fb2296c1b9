import { check, type Remark } from '../../engine/check'
import { titleOf, type KubernetesObject } from '../../engine/objects'
import type { Relations } from '../../engine/relations'
import { selectorText, serviceSelector } from '../../engine/selectors'
import type { Service } from '../../kubernetes/objects'
import { nearSelectors } from '../nearSelector'

export default check({
  id: 'service-targets-pod',
  title: 'Service targets Pod',
  topic: 'connected',
  on: 'Service',
  *judgeAmong(service, relations) {
    if (service.data.spec?.type === 'ExternalName') return
    const selector = serviceSelector(service.data)
    if (relations.podSelectedBy(service.namespace, selector)) return
    yield {
      severity: 'critical',
      at: ['spec', 'selector'],
      subject: '',
      message: `${titleOf(service)} selects no pod of this text (${selectorText(selector)}).`,
      advice:
        'A Service without pods refuses every connection; compare its labels and namespace with those of the pods.',
      ...mend(service, relations),
    }
  },
})

function mend(service: KubernetesObject<Service>, relations: Relations): Pick<Remark, 'fixes' | 'unfixable'> {
  const selector = serviceSelector(service.data)
  if (Object.keys(selector.matchLabels ?? {}).length === 0)
    return {
      unfixable:
        'It has no selector, and no pods are in this text. Where its endpoints are made by something else, ignore this check; else select pods.',
    }
  const fixes = nearSelectors(service, selector, ['spec', 'selector'], relations)
  if (fixes.length > 0) return { fixes }
  return {
    unfixable:
      'No pod of this text comes near. Add the workload that it is for, or copy the labels of the one that is meant, in the same namespace.',
  }
}
