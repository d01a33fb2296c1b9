import { check, mayBeElsewhere } from '../../engine/findings/check'
import { serviceSelector } from '../../engine/objects/labelSelectors'
import { titleOf } from '../../engine/objects/readObjects'
import { matches, selectorError } from '../../kubernetes/labelSelector'

export default check({
  id: 'statefulset-has-servicename',
  title: 'StatefulSet has ServiceName',
  topic: 'connected',
  severities: ['critical'],
  on: 'StatefulSet',
  *findAmong(set, relations) {
    const serviceName = set.data.spec?.serviceName ?? ''
    const services = relations.services(set.namespace, serviceName)
    const isGoverned = services.some(({ data }) => {
      const selector = serviceSelector(data)
      return data.spec?.clusterIP === 'None' && !selectorError(selector) && matches(selector, set.pod.labels)
    })
    if (isGoverned) return
    yield {
      severity: 'critical',
      at: ['spec', 'serviceName'],
      subject: '',
      message: serviceName
        ? `${titleOf(set)} names the Service ${serviceName}, but no headless Service of that name in this text selects its Pods.`
        : `${titleOf(set)} names no headless Service.`,
      title: titleFor(serviceName, services.length),
      ...(serviceName && services.length === 0 && mayBeElsewhere),
      advice: 'Without it the Pods have no stable DNS names and cannot find one another.',
      related: services.map((object) => ({
        object,
        at: ['spec'],
        message: `${titleOf(object)} is not headless, or does not select the Pods.`,
      })),
      data: { services },
    }
  },
  fix: () => import('./fix'),
})

function titleFor(serviceName: string, services: number): string {
  if (!serviceName) return 'Names no headless Service'
  return services > 0
    ? 'Its Service is not headless or selects other Pods'
    : 'Its Service is not in this text'
}
