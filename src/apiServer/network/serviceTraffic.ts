import type { JsonObject } from '../../engine/model/json'
import { withoutGated } from '../gates'
import type { Answer } from '../answer'
import type { Place } from '../place'
import { portInRange } from '../ports'
import { has, listAt, numberAt, textAt } from '../read'
import { invalid, oneOf, remove } from '../say'

const policies: readonly string[] = ['Cluster', 'Local']

/** Where traffic may go. Sources: `validateServiceExternalTrafficPolicy`, `…InternalTrafficFieldsValue`, `…Distribution`. */
export function validateTraffic(service: JsonObject, spec: Place, answer: Answer): void {
  validateExternalPolicy(service, spec, answer)
  validateHealthCheck(service, spec.child('healthCheckNodePort'), answer)
  if (has(service, 'internalTrafficPolicy')) validateInternalPolicy(service, spec, answer)
  const kept = withoutGated(service, spec, 'The Service', { trafficDistribution: 31 }, answer)
  if (has(kept, 'trafficDistribution'))
    oneOf(
      answer,
      spec.child('trafficDistribution'),
      'The trafficDistribution of the Service',
      textAt(service, 'trafficDistribution'),
      // Gate PreferSameTrafficDistribution.
      answer.isFrom(34) ? ['PreferClose', 'PreferSameZone', 'PreferSameNode'] : ['PreferClose'],
    )
}

/** Whether clients outside the cluster can reach the Service. Source: `ExternallyAccessible`. */
export const isFromOutside = (service: JsonObject): boolean => {
  const type = textAt(service, 'type')
  if (type === 'ClusterIP') return listAt(service, 'externalIPs').length > 0
  return type === 'LoadBalancer' || type === 'NodePort'
}

function validateExternalPolicy(service: JsonObject, spec: Place, answer: Answer): void {
  const place = spec.child('externalTrafficPolicy')
  const policy = textAt(service, 'externalTrafficPolicy')
  if (isFromOutside(service))
    oneOf(answer, place, 'The externalTrafficPolicy of the Service', policy, policies)
  else if (policy !== '')
    invalid(
      answer,
      place,
      'The Service has an externalTrafficPolicy, but cannot be reached from outside the cluster.',
      'field-not-allowed',
      remove,
    )
}

/** The port is allocated if it is not set. */
function validateHealthCheck(service: JsonObject, place: Place, answer: Answer): void {
  const port = numberAt(service, 'healthCheckNodePort') ?? 0
  if (port === 0) return
  const isLocal = textAt(service, 'externalTrafficPolicy') === 'Local'
  if (isLocal && textAt(service, 'type') === 'LoadBalancer')
    portInRange(answer, place, 'The healthCheckNodePort of the Service', port)
  else
    invalid(
      answer,
      place,
      'Only Services of type LoadBalancer with externalTrafficPolicy: Local can have a healthCheckNodePort.',
      'field-not-allowed',
      remove,
    )
}

function validateInternalPolicy(service: JsonObject, spec: Place, answer: Answer): void {
  const place = spec.child('internalTrafficPolicy')
  const policy = textAt(service, 'internalTrafficPolicy')
  oneOf(answer, place, 'The internalTrafficPolicy of the Service', policy, policies)
  if (textAt(service, 'type') === 'ExternalName')
    answer.drop('no-effect', place, 'internalTrafficPolicy has no effect on a Service of type ExternalName.')
}
