import type { Json, JsonObject } from '../../engine/model/json'
import { checkCanonicalIp, checkIp, checkReachable, warnOfIp } from '../addressRules'
import { isV4 } from '../addresses'
import type { Answer } from '../answer'
import { labelProblem, labelValueProblem, subdomainProblem } from '../../kubernetes/names'
import { root, type Place } from '../place'
import { protocols, validateAppProtocol } from '../ports'
import { has, listAt, objectAt, textAt, textsAt } from '../read'
import {
  duplicate,
  invalid,
  nameAt,
  named,
  namedIfSet,
  neededName,
  oneOf,
  remove,
  required,
  tooMany,
} from '../say'

const most = { endpoints: 1000, addresses: 100, ports: 20_000, hints: 8 }
const what = 'The address of the endpoint'

/** Source: `ValidateEndpointSlice`. Names and protocols of ports have defaults. */
export function validateEndpointSlice(object: JsonObject, answer: Answer): void {
  const type = textAt(object, 'addressType')
  const typePlace = root.child('addressType')
  if (type === '') required(answer, typePlace, 'The EndpointSlice has no addressType.')
  else oneOf(answer, typePlace, 'The addressType of the EndpointSlice', type, ['FQDN', 'IPv4', 'IPv6'])
  validatePorts(listAt(object, 'ports'), root.child('ports'), answer)
  const endpoints = listAt(object, 'endpoints')
  const place = root.child('endpoints')
  if (isTooMany(answer, place, 'The endpoints of the EndpointSlice', endpoints, most.endpoints)) return
  for (const [index, endpoint] of endpoints.entries())
    validateEndpoint(endpoint, type, place.index(index), answer)
  if (answer.causes.length === 0) warnOfSlice(object, type, answer)
}

function isTooMany(
  answer: Answer,
  place: Place,
  list: string,
  items: readonly Json[],
  limit: number,
): boolean {
  if (items.length > limit) tooMany(answer, place, list, limit)
  return items.length > limit
}

function validatePorts(ports: readonly Json[], place: Place, answer: Answer): void {
  if (isTooMany(answer, place, 'The ports of the EndpointSlice', ports, most.ports)) return
  const names = new Set<string>()
  for (const [index, port] of ports.entries()) {
    const at = place.index(index)
    const name = textAt(port, 'name')
    namedIfSet(answer, at.child('name'), 'The port name', name, labelProblem)
    if (names.has(name))
      answer.refuse(
        'duplicate-name',
        'FieldValueDuplicate',
        at.child('name'),
        name === ''
          ? 'Two ports of the EndpointSlice have no name.'
          : `Two ports of the EndpointSlice have the name ${name}.`,
      )
    names.add(name)
    const title = name === '' ? 'a port of the EndpointSlice' : `port ${name} of the EndpointSlice`
    const protocol = has(port, 'protocol') ? textAt(port, 'protocol') : 'TCP'
    oneOf(answer, at.child('protocol'), `The protocol of ${title}`, protocol, protocols)
    validateAppProtocol(port, title, at, answer)
  }
}

function validateEndpoint(endpoint: Json, type: string, place: Place, answer: Answer): void {
  const addresses = listAt(endpoint, 'addresses')
  const list = place.child('addresses')
  if (addresses.length === 0) required(answer, list, 'The endpoint has no addresses.')
  isTooMany(answer, list, 'The addresses of the endpoint', addresses, most.addresses)
  for (const [index, address] of textsAt(endpoint, 'addresses').entries())
    validateAddress(address, type, list.index(index), list, answer)
  nameAt(answer, place, 'The node of the endpoint', endpoint, 'nodeName', subdomainProblem)
  if (has(endpoint, 'deprecatedTopology'))
    answer.drop('no-effect', place.child('deprecatedTopology'), 'deprecatedTopology has no effect.')
  nameAt(answer, place, 'The hostname of the endpoint', endpoint, 'hostname', labelProblem)
  validateHints(objectAt(endpoint, 'hints'), place.child('hints'), answer)
}

/**
 * `list`: where the server reports an address of the other family. The source of 1.32.0 reports it at the address, and
 * accepts any spelling of IPv6; that of 1.33.0 does not.
 */
function validateAddress(address: string, type: string, place: Place, list: Place, answer: Answer): void {
  if (type === 'FQDN') neededName(answer, place, what, address, domainProblem)
  if (type !== 'IPv4' && type !== 'IPv6') return
  const isStrict = type === 'IPv6' && answer.isFrom(33)
  const ip = (isStrict ? checkCanonicalIp : checkIp)(answer, place, what, address)
  if (!ip) return
  if (isV4(ip) !== (type === 'IPv4'))
    invalid(
      answer,
      answer.isFrom(33) ? place.spelled(list.field) : place,
      `${what} is ${address}, but the addressType of the EndpointSlice is ${type}.`,
      'invalid-address',
    )
  checkReachable(answer, place, what, ip)
}

/** Source: apimachinery, `IsFullyQualifiedDomainName`. */
const domainProblem = (name: string): string | undefined => {
  const bare = name.replace(/\.$/, '')
  const labels = bare.split('.')
  const problem = subdomainProblem(bare)
  if (problem !== undefined) return problem
  if (labels.some((label) => label.length > 63)) return 'must not have a part of more than 63 characters'
  return labels.length < 2 ? 'must have at least two parts with a dot between them' : undefined
}

/** Source: `validateHints`. */
function validateHints(hints: JsonObject, place: Place, answer: Answer): void {
  const zones = listAt(hints, 'forZones')
  const zonesPlace = place.child('forZones')
  if (isTooMany(answer, zonesPlace, 'The zone hints of the endpoint', zones, most.hints)) return
  validateHintNames(zones, 'The zone in a hint', labelValueProblem, zonesPlace, answer)
  const nodesPlace = place.child('forNodes')
  const nodes = listAt(hints, 'forNodes')
  // Gate PreferSameTrafficDistribution.
  if (!answer.isFrom(34)) {
    if (nodes.length > 0)
      answer.drop('no-effect', nodesPlace, 'forNodes has no effect before Kubernetes 1.34.')
    return
  }
  if (!isTooMany(answer, nodesPlace, 'The node hints of the endpoint', nodes, most.hints))
    validateHintNames(nodes, 'The node in a hint', subdomainProblem, nodesPlace, answer)
}

function validateHintNames(
  items: readonly Json[],
  title: string,
  problem: (name: string) => string | undefined,
  place: Place,
  answer: Answer,
): void {
  const names = new Set<string>()
  for (const [index, item] of items.entries()) {
    const name = textAt(item, 'name')
    const at = place.index(index)
    // The item is the one to remove: it has nothing but its name.
    if (names.has(name))
      duplicate(
        answer,
        at.spelled(at.child('name').field),
        `${title} is ${name}, which is listed twice.`,
        remove,
      )
    names.add(name)
    named(answer, at.child('name'), title, name, problem)
  }
}

const controllers: readonly string[] = [
  'endpointslice-controller.k8s.io',
  'endpointslicemirroring-controller.k8s.io',
]

function warnOfSlice(object: JsonObject, type: string, answer: Answer): void {
  if (type === 'FQDN')
    answer.warn(
      'deprecated',
      root.child('addressType').spelled('spec.addressType'),
      'The addressType FQDN is deprecated.',
    )
  const labels = objectAt(objectAt(object, 'metadata'), 'labels')
  if (controllers.includes(textAt(labels, 'endpointslice.kubernetes.io/managed-by'))) return
  for (const [index, endpoint] of listAt(object, 'endpoints').entries())
    for (const [at, address] of textsAt(endpoint, 'addresses').entries())
      warnOfIp(answer, root.child('endpoints').index(index).child('addresses').index(at), what, address)
}
