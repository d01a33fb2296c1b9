import type { Json, JsonObject } from '../../engine/model/json'
import { checkIp, checkReachable, warnOfIp } from '../addressRules'
import { parseIp } from '../addresses'
import type { Answer } from '../answer'
import { labelProblem, subdomainProblem } from '../../kubernetes/names'
import { root, type Place } from '../place'
import { portInRange, protocols, validateAppProtocol } from '../ports'
import { listAt, numberAt, objectAt, textAt, withItems } from '../read'
import { nameAt, namedIfSet, oneOf, required } from '../say'
import { validatePortName } from './servicePorts'

/** Source: `SetDefaults_Endpoints`. */
export const completeEndpoints = (object: JsonObject): JsonObject =>
  withItems(object, 'subsets', (subset) =>
    withItems(subset, 'ports', (port) =>
      textAt(port, 'protocol') === '' ? { ...port, protocol: 'TCP' } : port,
    ),
  )

const lists: readonly string[] = ['addresses', 'notReadyAddresses']
const what = 'The address of the Endpoints'

/** Source: `ValidateEndpoints`. */
export function validateEndpoints(object: JsonObject, answer: Answer): void {
  for (const [index, subset] of listAt(object, 'subsets').entries())
    validateSubset(subset, root.child('subsets').index(index), answer)
  if (answer.isFrom(33))
    answer.warn('deprecated', root, 'The kind Endpoints is deprecated. EndpointSlice replaces it.')
  const manager = textAt(objectAt(objectAt(object, 'metadata'), 'labels'), managedBy)
  if (answer.causes.length === 0 && manager !== 'endpoints-controller') warnOfAddresses(object, answer)
}

const managedBy = 'endpoints.kubernetes.io/managed-by'

function validateSubset(subset: Json, place: Place, answer: Answer): void {
  if (lists.every((name) => listAt(subset, name).length === 0))
    required(
      answer,
      place.child('addresses').spelled(place.field),
      'A subset of the Endpoints has no addresses.',
    )
  for (const name of lists)
    for (const [index, address] of listAt(subset, name).entries())
      validateAddress(address, place.child(name).index(index), answer)
  const ports = listAt(subset, 'ports')
  for (const [index, port] of ports.entries())
    validatePort(port, ports.length > 1, place.child('ports').index(index), answer)
}

/** Source: `validateEndpointAddress`. */
function validateAddress(address: Json, place: Place, answer: Answer): void {
  const text = textAt(address, 'ip')
  const at = place.child('ip')
  checkIp(answer, at, what, text)
  const hostname = textAt(address, 'hostname')
  namedIfSet(answer, place.child('hostname'), `The hostname of ${text}`, hostname, labelProblem)
  nameAt(answer, place, `The node of ${text}`, address, 'nodeName', subdomainProblem)
  const ip = parseIp(text)
  if (ip) checkReachable(answer, at, what, ip)
}

/** Source: `validateEndpointPort`. */
function validatePort(port: Json, needsName: boolean, place: Place, answer: Answer): void {
  const number = numberAt(port, 'port') ?? 0
  const title = `port ${textAt(port, 'name') || number} of the Endpoints`
  validatePortName(port, needsName, title, place, answer)
  portInRange(answer, place.child('port'), 'The port of the Endpoints', number)
  oneOf(answer, place.child('protocol'), `The protocol of ${title}`, textAt(port, 'protocol'), protocols)
  validateAppProtocol(port, title, place, answer)
}

function warnOfAddresses(object: JsonObject, answer: Answer): void {
  for (const [index, subset] of listAt(object, 'subsets').entries())
    for (const name of lists)
      for (const [at, address] of listAt(subset, name).entries())
        warnOfIp(
          answer,
          root.child('subsets').index(index).child(name).index(at).child('ip'),
          what,
          textAt(address, 'ip'),
        )
}
