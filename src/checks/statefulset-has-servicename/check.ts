import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'
import { serviceSelector } from '../../engine/objects/labelSelectors'
import { matches, selectorFault } from '../../kubernetes/labelSelector'
import type * as Mends from './fix'

export default check({
  id: 'statefulset-has-servicename',
  title: 'StatefulSet has ServiceName',
  topic: 'connected',
  on: 'StatefulSet',
  *judgeAmong(set, relations) {
    const serviceName = set.data.spec?.serviceName ?? ''
    const services = relations.services(set.namespace, serviceName)
    const governed = services.some(({ data }) => {
      const selector = serviceSelector(data)
      return data.spec?.clusterIP === 'None' && !selectorFault(selector) && matches(selector, set.pod.labels)
    })
    if (governed) return
    yield {
      severity: 'critical',
      at: ['spec', 'serviceName'],
      subject: '',
      message: serviceName
        ? `${titleOf(set)} names the Service ${serviceName}, and no headless Service of that name in this text selects its pods.`
        : `${titleOf(set)} names no headless Service.`,
      advice: 'Without it the pods have no stable names in DNS, and cannot find each other.',
      mend: (by: typeof Mends) => by.governing(set, services, relations),
      related: services.map((object) => ({
        object,
        at: ['spec'],
        message: `${titleOf(object)} does not fit.`,
      })),
    }
  },
})
