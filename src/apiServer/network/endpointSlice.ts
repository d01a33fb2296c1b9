import type { Json, JsonObject } from '../../engine/model/json'
import { checkCanonicalIp, checkIp, checkReachable, warnOfIp } from '../addressRules'
import { isV4 } from '../addresses'
import type { Judge } from '../judge'
import { labelProblem, labelValueProblem, qualifiedNameProblem, subdomainProblem } from '../names'
import { root, type Place } from '../place'
import { protocols } from '../ports'
import { has, listAt, objectAt, textAt, textsAt, textsOf } from '../read'
import { duplicate, invalid, named, namedIfSet, neededName, oneOf, remove, required, tooMany } from '../say'

const most = { endpoints: 1000, addresses: 100, ports: 20_000, hints: 8 }
const what = 'The address of the endpoint'

/** Source: `ValidateEndpointSlice`. Names and protocols of ports have defaults. */
export function validateEndpointSlice(object: JsonObject, judge: Judge): void {
  const type = textAt(object, 'addressType')
  const typePlace = root.child('addressType')
  if (type === '') required(judge, typePlace, 'The EndpointSlice has no addressType.')
  else oneOf(judge, typePlace, 'The addressType of the EndpointSlice', type, ['FQDN', 'IPv4', 'IPv6'])
  validatePorts(listAt(object, 'ports'), root.child('ports'), judge)
  const endpoints = listAt(object, 'endpoints')
  const place = root.child('endpoints')
  if (isTooMany(judge, place, 'The endpoints of the EndpointSlice', endpoints, most.endpoints)) return
  for (const [index, endpoint] of endpoints.entries())
    validateEndpoint(endpoint, type, place.index(index), judge)
  if (judge.causes.length === 0) warnOfSlice(object, type, judge)
}

function isTooMany(judge: Judge, place: Place, list: string, items: readonly Json[], limit: number): boolean {
  if (items.length > limit) tooMany(judge, place, list, limit)
  return items.length > limit
}

function validatePorts(ports: readonly Json[], place: Place, judge: Judge): void {
  if (isTooMany(judge, place, 'The ports of the EndpointSlice', ports, most.ports)) return
  const names = new Set<string>()
  for (const [index, port] of ports.entries()) {
    const at = place.index(index)
    const name = textAt(port, 'name')
    namedIfSet(judge, at.child('name'), 'The port name', name, labelProblem)
    if (names.has(name))
      judge.refuse(
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
    oneOf(judge, at.child('protocol'), `The protocol of ${title}`, protocol, protocols)
    if (has(port, 'appProtocol'))
      named(
        judge,
        at.child('appProtocol'),
        `The appProtocol of ${title}`,
        textAt(port, 'appProtocol'),
        qualifiedNameProblem,
      )
  }
}

function validateEndpoint(endpoint: Json, type: string, place: Place, judge: Judge): void {
  const addresses = listAt(endpoint, 'addresses')
  const list = place.child('addresses')
  if (addresses.length === 0) required(judge, list, 'The endpoint has no addresses.')
  isTooMany(judge, list, 'The addresses of the endpoint', addresses, most.addresses)
  for (const [index, address] of textsAt(endpoint, 'addresses').entries())
    validateAddress(address, type, list.index(index), list, judge)
  const form = (key: string, title: string, problem: (name: string) => string | undefined): void => {
    if (has(endpoint, key)) named(judge, place.child(key), title, textAt(endpoint, key), problem)
  }
  form('nodeName', 'The node of the endpoint', subdomainProblem)
  if (has(endpoint, 'deprecatedTopology'))
    judge.drop('no-effect', place.child('deprecatedTopology'), 'deprecatedTopology has no effect.')
  form('hostname', 'The hostname of the endpoint', labelProblem)
  validateHints(objectAt(endpoint, 'hints'), place.child('hints'), judge)
}

/**
 * `list`: where the server says that an address is of the other family. In the source of 1.32.0 it
 * said so at the address, and took any spelling of IPv6; in that of 1.33.0 it does not.
 */
function validateAddress(address: string, type: string, place: Place, list: Place, judge: Judge): void {
  if (type === 'FQDN') neededName(judge, place, what, address, domainProblem)
  if (type !== 'IPv4' && type !== 'IPv6') return
  const isStrict = type === 'IPv6' && judge.isFrom(33)
  const ip = (isStrict ? checkCanonicalIp : checkIp)(judge, place, what, address)
  if (!ip) return
  if (isV4(ip) !== (type === 'IPv4'))
    invalid(
      judge,
      judge.isFrom(33) ? place.spelled(list.field) : place,
      `${what} is ${address}, but the addressType of the EndpointSlice is ${type}.`,
      'invalid-address',
    )
  checkReachable(judge, place, what, ip)
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
function validateHints(hints: JsonObject, place: Place, judge: Judge): void {
  const zones = listAt(hints, 'forZones')
  const zonesPlace = place.child('forZones')
  if (isTooMany(judge, zonesPlace, 'The zone hints of the endpoint', zones, most.hints)) return
  validateHintNames(zones, 'The zone in a hint', labelValueProblem, zonesPlace, judge)
  const nodesPlace = place.child('forNodes')
  const nodes = listAt(hints, 'forNodes')
  // Gate PreferSameTrafficDistribution.
  if (!judge.isFrom(34)) {
    if (nodes.length > 0)
      judge.drop('no-effect', nodesPlace, 'forNodes has no effect before Kubernetes 1.34.')
    return
  }
  if (!isTooMany(judge, nodesPlace, 'The node hints of the endpoint', nodes, most.hints))
    validateHintNames(nodes, 'The node in a hint', subdomainProblem, nodesPlace, judge)
}

function validateHintNames(
  items: readonly Json[],
  title: string,
  problem: (name: string) => string | undefined,
  place: Place,
  judge: Judge,
): void {
  const names = new Set<string>()
  for (const [index, item] of items.entries()) {
    const name = textAt(item, 'name')
    const at = place.index(index)
    // The item is the one to remove: it has nothing but its name.
    if (names.has(name))
      duplicate(
        judge,
        at.spelled(at.child('name').field),
        `${title} is ${name}, which is listed twice.`,
        remove,
      )
    names.add(name)
    named(judge, at.child('name'), title, name, problem)
  }
}

const controllers: readonly string[] = [
  'endpointslice-controller.k8s.io',
  'endpointslicemirroring-controller.k8s.io',
]

function warnOfSlice(object: JsonObject, type: string, judge: Judge): void {
  if (type === 'FQDN')
    judge.warn(
      'deprecated',
      root.child('addressType').spelled('spec.addressType'),
      'The addressType FQDN is deprecated.',
    )
  const label = textsOf(objectAt(object, 'metadata'), 'labels').find(
    ([key]) => key === 'endpointslice.kubernetes.io/managed-by',
  )
  if (label && controllers.includes(label[1])) return
  for (const [index, endpoint] of listAt(object, 'endpoints').entries())
    for (const [at, address] of textsAt(endpoint, 'addresses').entries())
      warnOfIp(judge, root.child('endpoints').index(index).child('addresses').index(at), what, address)
}
