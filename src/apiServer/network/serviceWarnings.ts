import type { JsonObject } from '../../engine/model/json'
import { warnOfCidr, warnOfIp } from '../addressRules'
import type { Judge } from '../judge'
import { root, type Place } from '../place'
import { listAt, objectAt, textAt, textsAt, textsOf } from '../read'
import { remove } from '../say'
import { clusterIpPlace } from './serviceAddresses'

const spec = root.child('spec')

const ignored = (judge: Judge, place: Place, message: string): void =>
  judge.warn('no-effect', place, message, remove)

/** Source: `GetWarningsForService`. */
export function warnOfService(object: JsonObject, service: JsonObject, judge: Judge): void {
  const isHeadless = textAt(service, 'type') === 'ClusterIP' && textAt(service, 'clusterIP') === 'None'
  warnOfAnnotation(object, judge)
  if (isHeadless) warnOfHeadless(service, judge)
  warnOfAddresses(service, judge)
  warnOfNames(service, isHeadless, judge)
  // In the source of 1.35.0, not in that of 1.34.0.
  if (judge.isFrom(35) && textAt(service, 'trafficDistribution') === 'PreferClose')
    judge.warn(
      'deprecated',
      spec.child('trafficDistribution'),
      'The trafficDistribution PreferClose is deprecated. Its new name is PreferSameZone.',
      { kind: 'set', value: 'PreferSameZone' },
    )
}

function warnOfAnnotation(object: JsonObject, judge: Judge): void {
  const name = 'service.kubernetes.io/topology-aware-hints'
  if (textsOf(objectAt(object, 'metadata'), 'annotations').some(([key]) => key === name))
    judge.warn(
      'deprecated',
      root.child('metadata', 'annotations').keyOf(name),
      `The annotation ${name} is deprecated. Use service.kubernetes.io/topology-mode.`,
    )
}

function warnOfHeadless(service: JsonObject, judge: Judge): void {
  const say = (name: string): string => `The Service is headless, so ${name} has no effect.`
  if (textAt(service, 'loadBalancerIP') !== '')
    ignored(judge, spec.child('loadBalancerIP'), say('loadBalancerIP'))
  if (listAt(service, 'externalIPs').length > 0) ignored(judge, spec.child('externalIPs'), say('externalIPs'))
  if (textAt(service, 'sessionAffinity') !== 'None')
    ignored(judge, spec.child('sessionAffinity').spelled('spec.SessionAffinity'), say('sessionAffinity'))
}

function warnOfAddresses(service: JsonObject, judge: Judge): void {
  for (const [index, ip] of textsAt(service, 'clusterIPs').entries())
    warnOfIp(judge, clusterIpPlace(service, spec, index), 'The cluster IP of the Service', ip)
  for (const [index, ip] of textsAt(service, 'externalIPs').entries())
    warnOfIp(judge, spec.child('externalIPs').index(index), 'The external IP of the Service', ip)
  const balancer = textAt(service, 'loadBalancerIP')
  warnOfIp(judge, spec.child('loadBalancerIP'), 'The loadBalancerIP of the Service', balancer)
  for (const [index, range] of textsAt(service, 'loadBalancerSourceRanges').entries())
    warnOfCidr(
      judge,
      spec.child('loadBalancerSourceRanges').index(index),
      'The source range of the Service',
      range,
    )
}

function warnOfNames(service: JsonObject, isHeadless: boolean, judge: Judge): void {
  const isExternalName = textAt(service, 'type') === 'ExternalName'
  const hasExternalIps = listAt(service, 'externalIPs').length > 0
  const place = spec.child('externalIPs')
  if (hasExternalIps && isExternalName)
    ignored(judge, place, 'externalIPs has no effect on a Service of type ExternalName.')
  else if (hasExternalIps && !isHeadless && judge.isFrom(36))
    judge.warn('deprecated', place, 'The field externalIPs is deprecated, and some clusters ignore it.')
  if (!isExternalName && textAt(service, 'externalName') !== '')
    ignored(
      judge,
      spec.child('externalName'),
      'externalName has no effect: the Service is not of type ExternalName.',
    )
}
