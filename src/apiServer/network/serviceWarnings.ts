import type { JsonObject } from '../../engine/model/json'
import { warnOfCidr, warnOfIp } from '../addressRules'
import type { Answer } from '../answer'
import { root, type Place } from '../place'
import { annotationOf, listAt, textAt, textsAt } from '../read'
import { remove } from '../say'
import { clusterIpPlace } from './serviceAddresses'

const spec = root.child('spec')

const ignored = (answer: Answer, place: Place, message: string): void =>
  answer.warn('no-effect', place, message, remove)

/** Source: `GetWarningsForService`. */
export function warnOfService(object: JsonObject, service: JsonObject, answer: Answer): void {
  const isHeadless = textAt(service, 'type') === 'ClusterIP' && textAt(service, 'clusterIP') === 'None'
  warnOfAnnotation(object, answer)
  if (isHeadless) warnOfHeadless(service, answer)
  warnOfAddresses(service, answer)
  warnOfNames(service, isHeadless, answer)
  // In the source of 1.35.0, not in that of 1.34.0.
  if (answer.isFrom(35) && textAt(service, 'trafficDistribution') === 'PreferClose')
    answer.warn(
      'deprecated',
      spec.child('trafficDistribution'),
      'The trafficDistribution PreferClose is deprecated. Its new name is PreferSameZone.',
      { kind: 'set', value: 'PreferSameZone' },
    )
}

function warnOfAnnotation(object: JsonObject, answer: Answer): void {
  const name = 'service.kubernetes.io/topology-aware-hints'
  if (annotationOf(object, name) !== undefined)
    answer.warn(
      'deprecated',
      root.child('metadata', 'annotations').keyOf(name),
      `The annotation ${name} is deprecated. Use service.kubernetes.io/topology-mode.`,
    )
}

function warnOfHeadless(service: JsonObject, answer: Answer): void {
  const say = (name: string): string => `The Service is headless, so ${name} has no effect.`
  if (textAt(service, 'loadBalancerIP') !== '')
    ignored(answer, spec.child('loadBalancerIP'), say('loadBalancerIP'))
  if (listAt(service, 'externalIPs').length > 0)
    ignored(answer, spec.child('externalIPs'), say('externalIPs'))
  if (textAt(service, 'sessionAffinity') !== 'None')
    ignored(answer, spec.child('sessionAffinity').spelled('spec.SessionAffinity'), say('sessionAffinity'))
}

function warnOfAddresses(service: JsonObject, answer: Answer): void {
  for (const [index, ip] of textsAt(service, 'clusterIPs').entries())
    warnOfIp(answer, clusterIpPlace(service, spec, index), 'The cluster IP of the Service', ip)
  for (const [index, ip] of textsAt(service, 'externalIPs').entries())
    warnOfIp(answer, spec.child('externalIPs').index(index), 'The external IP of the Service', ip)
  const balancer = textAt(service, 'loadBalancerIP')
  warnOfIp(answer, spec.child('loadBalancerIP'), 'The loadBalancerIP of the Service', balancer)
  for (const [index, range] of textsAt(service, 'loadBalancerSourceRanges').entries())
    warnOfCidr(
      answer,
      spec.child('loadBalancerSourceRanges').index(index),
      'The source range of the Service',
      range,
    )
}

function warnOfNames(service: JsonObject, isHeadless: boolean, answer: Answer): void {
  const isExternalName = textAt(service, 'type') === 'ExternalName'
  const hasExternalIps = listAt(service, 'externalIPs').length > 0
  const place = spec.child('externalIPs')
  if (hasExternalIps && isExternalName)
    ignored(answer, place, 'externalIPs has no effect on a Service of type ExternalName.')
  else if (hasExternalIps && !isHeadless && answer.isFrom(36))
    answer.warn('deprecated', place, 'The field externalIPs is deprecated, and some clusters ignore it.')
  if (!isExternalName && textAt(service, 'externalName') !== '')
    ignored(
      answer,
      spec.child('externalName'),
      'externalName has no effect: the Service is not of type ExternalName.',
    )
}
