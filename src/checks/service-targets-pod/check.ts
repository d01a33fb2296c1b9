import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'
import { selectorText, serviceSelector } from '../../engine/objects/labelSelectors'
import type * as Mends from './fix'

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
      mend: (by: typeof Mends) => by.nearPods(service, relations),
    }
  },
})
