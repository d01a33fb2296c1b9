import { check, mayBeElsewhere } from '../../engine/findings/check'
import { selectorText, serviceSelector } from '../../engine/objects/labelSelectors'
import { titleOf } from '../../engine/objects/readObjects'
import { selectorError } from '../../kubernetes/labelSelector'

export default check({
  id: 'service-targets-pod',
  title: 'Service targets Pod',
  topic: 'connected',
  severities: ['critical'],
  on: 'Service',
  *findAmong(service, relations) {
    if (service.data.spec?.type === 'ExternalName') return
    const selector = serviceSelector(service.data)
    if (relations.podSelectedBy(service.namespace, selector)) return
    yield {
      severity: 'critical',
      at: ['spec', 'selector'],
      subject: '',
      message: `${titleOf(service)} selects no Pod in this text (${selectorText(selector)}).`,
      title: 'Selects no Pod in this text',
      ...(!selectorError(selector) && mayBeElsewhere),
      advice:
        'A Service without Pods refuses every connection. Compare its labels and namespace with those of the Pods.',
    }
  },
  fix: () => import('./fix'),
})
