import type { JsonObject } from '../../engine/model/json'
import { checkCidr, checkIp, checkReachable } from '../addressRules'
import { isV4, parseIp } from '../addresses'
import type { Hint, Answer } from '../answer'
import { qualifiedNameProblem } from '../../kubernetes/names'
import { root, type Place } from '../place'
import { annotationOf, has, listAt, textAt, textsAt, textsOf } from '../read'
import { duplicate, forbidden, invalid, named, oneOf, remove, repeats } from '../say'

const familyPolicies: readonly string[] = ['PreferDualStack', 'RequireDualStack', 'SingleStack']
const families: readonly string[] = ['IPv4', 'IPv6']

const refuse = (answer: Answer, place: Place, message: string, hint?: Hint): void =>
  invalid(answer, place, message, 'invalid-cluster-ip', hint)

/** Where a cluster IP is. The first is usually in a field of its own, from which the server makes the list. */
export const clusterIpPlace = (service: JsonObject, spec: Place, index: number): Place => {
  const place = spec.child('clusterIPs').index(index)
  const [first] = listAt(service, 'clusterIPs')
  return index === 0 && first === textAt(service, 'clusterIP')
    ? spec.child('clusterIP').spelled(place.field)
    : place
}

/**
 * Cluster IPs, families of addresses and their policy. Returns whether all of them are valid.
 * Source: `ValidateServiceClusterIPsRelatedFields` and `initIPFamilyFields`. What the cluster has is not known here.
 */
export function validateClusterIps(service: JsonObject, spec: Place, answer: Answer): boolean {
  const before = answer.causes.length
  checkFirst(service, spec, answer)
  validateFamilies(service, spec, answer)
  const isReadable = checkEach(service, spec, answer)
  if (isReadable) checkTogether(service, spec, answer)
  if (answer.causes.length === before) checkSingle(service, spec.child('ipFamilyPolicy'), answer)
  return answer.causes.length === before
}

/** The field of the one cluster IP must be the first of the list. */
function checkFirst(service: JsonObject, spec: Place, answer: Answer): void {
  const ip = textAt(service, 'clusterIP')
  const [first] = textsAt(service, 'clusterIPs')
  const place = spec.child('clusterIPs')
  if (first === undefined || (first === ip && ip !== '')) return
  if (ip === '')
    refuse(
      answer,
      spec.child('clusterIP').spelled(place.field),
      'The Service has clusterIPs without clusterIP, which must be the first of them.',
      { kind: 'set', value: first },
    )
  else
    refuse(
      answer,
      place,
      `The clusterIP of the Service is ${ip}, but the first of its clusterIPs is ${first}.`,
    )
}

function validateFamilies(service: JsonObject, spec: Place, answer: Answer): void {
  const given = textsAt(service, 'ipFamilies')
  const again = repeats(given)
  for (const [index, family] of given.entries()) {
    const place = spec.child('ipFamilies').index(index)
    oneOf(answer, place, 'The IP family of the Service', family, families)
    if (again[index]) duplicate(answer, place, `The Service has the IP family ${family} twice.`, remove)
  }
  const policy = textAt(service, 'ipFamilyPolicy')
  if (has(service, 'ipFamilyPolicy'))
    oneOf(answer, spec.child('ipFamilyPolicy'), 'The ipFamilyPolicy of the Service', policy, familyPolicies)
}

function checkEach(service: JsonObject, spec: Place, answer: Answer): boolean {
  const ips = textsAt(service, 'clusterIPs')
  const place = spec.child('clusterIPs')
  const before = answer.causes.length
  for (const [index, ip] of ips.entries()) {
    if (index > 0 || ip !== 'None')
      checkIp(answer, clusterIpPlace(service, spec, index), 'The cluster IP of the Service', ip)
    else if (ips.length > 1)
      refuse(answer, place, 'The cluster IP of the Service is “None”, so there must be no other one.')
  }
  const isReadable = answer.causes.length === before
  if (ips.length > 2)
    refuse(answer, place, `The Service has ${ips.length} cluster IPs. It can have at most 2.`)
  return isReadable
}

function checkTogether(service: JsonObject, spec: Place, answer: Answer): void {
  const ips = textsAt(service, 'clusterIPs')
  const areV4 = ips.map((text) => {
    const ip = parseIp(text)
    return ip !== undefined && isV4(ip)
  })
  if (ips.length > 1 && new Set(areV4).size < 2)
    refuse(answer, spec.child('clusterIPs'), 'Two cluster IPs must be one IPv4 and one IPv6 address.')
  if (ips[0] === 'None') return
  for (const [index, family] of textsAt(service, 'ipFamilies').entries()) {
    const isWanted = family === 'IPv4' ? areV4[index] : !areV4[index]
    if (index < ips.length && families.includes(family) && !isWanted)
      refuse(
        answer,
        clusterIpPlace(service, spec, index),
        `The cluster IP ${ips[index]} is not an ${family} address, as ipFamilies says.`,
      )
  }
}

/** Two addresses need a policy that allows them. Without cluster IP and selector, two are the default. */
function checkSingle(service: JsonObject, place: Place, answer: Answer): void {
  const isFree = textAt(service, 'clusterIP') === 'None' && textsOf(service, 'selector').length === 0
  const policy = textAt(service, 'ipFamilyPolicy') || (isFree ? 'RequireDualStack' : 'SingleStack')
  const isDual = [listAt(service, 'clusterIPs'), listAt(service, 'ipFamilies')].some(
    ({ length }) => length === 2,
  )
  if (policy === 'SingleStack' && isDual)
    invalid(
      answer,
      place,
      'A Service with two IP families needs the ipFamilyPolicy RequireDualStack or PreferDualStack.',
      'conflicting-fields',
      { kind: 'set', value: 'PreferDualStack' },
    )
}

/** Addresses at which nodes accept traffic for the Service. */
export function validateExternalIps(service: JsonObject, spec: Place, answer: Answer): void {
  const what = 'The external IP of the Service'
  for (const [index, text] of textsAt(service, 'externalIPs').entries()) {
    const place = spec.child('externalIPs').index(index)
    const ip = checkIp(answer, place, what, text)
    if (ip) checkReachable(answer, place, what, ip)
  }
}

const rangesAnnotation = 'service.beta.kubernetes.io/load-balancer-source-ranges'

/** Fields that only a load balancer has. */
export function validateLoadBalancer(
  object: JsonObject,
  service: JsonObject,
  spec: Place,
  answer: Answer,
): void {
  const isLoadBalancer = textAt(service, 'type') === 'LoadBalancer'
  const forbid = (place: Place, name: string, hint?: Hint): void => {
    const message = `Only Services of type LoadBalancer can have ${name}.`
    if (!isLoadBalancer) forbidden(answer, place, message, 'field-not-allowed', hint)
  }
  const what = 'The source range of the Service'
  const ranges = textsAt(service, 'loadBalancerSourceRanges')
  const place = spec.child('loadBalancerSourceRanges').spelled(spec.child('LoadBalancerSourceRanges').field)
  const annotation = annotationOf(object, rangesAnnotation)
  if (ranges.length > 0) {
    forbid(place, 'loadBalancerSourceRanges')
    for (const [index, range] of ranges.entries()) checkCidr(answer, place.index(index), what, range.trim())
  } else if (annotation !== undefined) {
    const annotations = root.child('metadata', 'annotations')
    forbid(annotations.keyOf(rangesAnnotation), `the annotation ${rangesAnnotation}`)
    let end = -1
    for (const part of annotation.trim() === '' ? [] : annotation.split(',')) {
      const range = part.trim()
      const from = end + 1 + part.indexOf(range)
      end += 1 + part.length
      const whole = (usual: string): string =>
        `${annotation.slice(0, from)}${usual}${annotation.slice(from + range.length)}`
      checkCidr(answer, annotations.key(rangesAnnotation), what, range, whole)
    }
  }
  const allocate = 'allocateLoadBalancerNodePorts'
  if (has(service, allocate)) forbid(spec.child(allocate), allocate, remove)
  if (!has(service, 'loadBalancerClass')) return
  const classPlace = spec.child('loadBalancerClass')
  forbid(classPlace, 'a loadBalancerClass')
  if (isLoadBalancer)
    named(
      answer,
      classPlace,
      'The loadBalancerClass of the Service',
      textAt(service, 'loadBalancerClass'),
      qualifiedNameProblem,
    )
}
