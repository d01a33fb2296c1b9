import type { Json, JsonObject } from '../../engine/model/json'
import type { Hint, Answer } from '../answer'
import { labelProblem } from '../../kubernetes/names'
import type { Place } from '../place'
import { portInRange, portNumberOrName, protocols, validateAppProtocol } from '../ports'
import { has, isTrueAt, listAt, numberAt, textAt } from '../read'
import { capital, forbidden, invalid, named, oneOf, remove, required, copiesIn } from '../say'

const portOf = (port: Json): number => numberAt(port, 'port') ?? 0
const nodePortOf = (port: Json): number => numberAt(port, 'nodePort') ?? 0

/** How messages name a port: by its name or, without one, its number. */
const titleOf = (port: Json): string => `port ${textAt(port, 'name') || portOf(port)} of the Service`

/** Ports that Kubernetes allocates are negative here: one for each port of the Service. */
const given = (port: Json): number => -portOf(port)

/**
 * Whether the Service asks for the same node port twice, whatever the protocol. The server then says nothing else.
 * Source: `initNodePorts`, where ports of the same number share a node port.
 */
export function hasDuplicateAllocation(service: JsonObject, place: Place, answer: Answer): boolean {
  if (!getsNodePorts(service)) return false
  const ports = listAt(service, 'ports')
  const first = requestsOf(ports)
  const taken = new Set<number>()
  const byPort = new Map<number, number>()
  for (const [index, port] of ports.entries()) {
    const asked = nodePortOf(port)
    if (asked === 0 && !givesNodePorts(service)) continue
    const known = byPort.get(portOf(port))
    const requested =
      known === undefined ? (first.get(portOf(port)) ?? 0) : asked === 0 || asked === known ? 0 : asked
    if (known === undefined) byPort.set(portOf(port), requested === 0 ? given(port) : requested)
    if (requested === 0) continue
    if (taken.has(requested)) {
      invalid(
        answer,
        place.child('ports').index(index).child('nodePort'),
        `The nodePort ${requested} of ${titleOf(port)} is already that of another port.`,
        'duplicate-port',
      )
      return true
    }
    taken.add(requested)
  }
  return false
}

const getsNodePorts = (service: JsonObject): boolean =>
  ['NodePort', 'LoadBalancer'].includes(textAt(service, 'type'))

/** A load balancer can work without node ports. */
const givesNodePorts = (service: JsonObject): boolean =>
  textAt(service, 'type') === 'NodePort' || isTrueAt(service, 'allocateLoadBalancerNodePorts')

/** The first node port that is asked for, by the number of the port. */
const requestsOf = (ports: readonly Json[]): ReadonlyMap<number, number> =>
  new Map(
    ports
      .filter((port) => nodePortOf(port) !== 0)
      .toReversed()
      .map((port) => [portOf(port), nodePortOf(port)]),
  )

/** The ports of a Service. Source: `validateServicePort` and what follows it in `validateService`. */
export function validatePorts(service: JsonObject, spec: Place, answer: Answer): void {
  const ports = listAt(service, 'ports')
  const place = spec.child('ports')
  const names = new Set<string>()
  for (const [index, port] of ports.entries()) {
    validatePort(port, ports.length > 1, place.index(index), answer)
    const name = textAt(port, 'name')
    if (names.has(name) && name !== '')
      answer.refuse(
        'duplicate-name',
        'FieldValueDuplicate',
        place.index(index).child('name'),
        `Two ports of the Service have the name ${name}.`,
      )
    names.add(name)
  }
  if (textAt(service, 'type') === 'ClusterIP') refuseNodePorts(ports, place, answer)
  refuseDuplicates(service, ports, place, answer)
}

/** A name for a port that has none: `tcp-81`. Ports cannot share one, as the pair of protocol and number is unique. */
const portNameFor = (port: Json): string =>
  `${(textAt(port, 'protocol') || 'TCP').toLowerCase()}-${portOf(port)}`

/** The name of a port of a Service or of Endpoints. `needsName`: there are other ports. */
export function validatePortName(
  port: Json,
  needsName: boolean,
  title: string,
  place: Place,
  answer: Answer,
): void {
  const name = textAt(port, 'name')
  const at = place.child('name')
  if (name !== '') named(answer, at, 'The port name', name, labelProblem)
  else if (needsName)
    required(
      answer,
      at,
      `${capital(title)} has no name. It needs one, because there are other ports.`,
      'required-field',
      { kind: 'set', value: portNameFor(port) },
    )
}

function validatePort(port: Json, needsName: boolean, place: Place, answer: Answer): void {
  const title = titleOf(port)
  validatePortName(port, needsName, title, place, answer)
  const number = portOf(port)
  const portPlace = place.child('port')
  portInRange(answer, portPlace, 'The port of the Service', number)
  oneOf(answer, place.child('protocol'), `The protocol of ${title}`, textAt(port, 'protocol'), protocols)
  const text = textAt(port, 'targetPort')
  const target = text === '' ? (numberAt(port, 'targetPort') ?? 0) : text
  const targetPlace = place.child('targetPort')
  // The server fills in the target from the port, and then says of both what is wrong with one.
  if (target === number)
    portInRange(answer, portPlace.spelled(targetPlace.field), 'The port of the Service', number)
  else portNumberOrName(answer, targetPlace, `The targetPort of ${title}`, target)
  validateAppProtocol(port, title, place, answer)
}

/** There is no fix: the user may have wanted another type of Service. */
function refuseNodePorts(ports: readonly Json[], place: Place, answer: Answer): void {
  for (const [index, port] of ports.entries())
    if (nodePortOf(port) !== 0)
      forbidden(
        answer,
        place.index(index).child('nodePort'),
        `${capital(titleOf(port))} has a nodePort, but the Service is of type ClusterIP.`,
      )
}

/** Pairs of protocol and (node) port must differ. */
function refuseDuplicates(service: JsonObject, ports: readonly Json[], place: Place, answer: Answer): void {
  const keys = new Set<string>()
  const asked = requestsOf(ports)
  const isCopy = copiesIn(ports)
  const refuse = (at: Place, message: string, hint?: Hint): void =>
    answer.refuse('duplicate-port', 'FieldValueDuplicate', at, message, hint)
  for (const [index, port] of ports.entries()) {
    const protocol = textAt(port, 'protocol')
    const nodePort = effectiveNodePort(service, asked, port)
    const nodeKey = `node ${protocol} ${nodePort}`
    const key = `${protocol} ${portOf(port)}`
    if (nodePort !== 0 && keys.has(nodeKey)) {
      const message = `Two ports of the Service have the same node port for ${protocol}.`
      // One that is allocated is the same for ports of the same number.
      const at = has(port, 'nodePort') ? place.index(index).child('nodePort') : place.index(index)
      refuse(at.spelled(place.index(index).child('nodePort').field), message)
    }
    if (keys.has(key))
      refuse(
        place.index(index),
        `Two ports of the Service have the number ${portOf(port)} for ${protocol}.`,
        isCopy(index) ? remove : undefined,
      )
    keys.add(nodeKey).add(key)
  }
}

/** The node port that a port of a Service has in the end. `asked`: see `requestsOf`. */
function effectiveNodePort(service: JsonObject, asked: ReadonlyMap<number, number>, port: Json): number {
  const own = nodePortOf(port)
  if (own !== 0 || !getsNodePorts(service) || !givesNodePorts(service)) return own
  return asked.get(portOf(port)) ?? given(port)
}
