import type { Fix } from '../../engine/findings/check'
import { review, risky, type Assessment, type Proposal, type Remedy } from '../../engine/findings/remedy'
import type { Path } from '../../engine/model/path'
import type { KubernetesObject } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import { closest } from '../../engine/schema/didYouMean'
import type { Ingress, Service } from '../../kubernetes/objects'
import type { IntOrString } from '../../kubernetes/pods'
import { candidates } from '../facts/candidates'
import { hasPort, type BackendTarget } from './target'
import type { BackendProblem } from './backendProblem'

const fix: Fix<'Ingress', BackendProblem> = ({ data }, { object, relations }) => {
  switch (data.kind) {
    case 'no service':
      return {
        unfixable:
          'We cannot tell which Service you want. Name one, or ignore this check if the backend is a resource of another kind.',
      }
    case 'unknown service':
      return chooseService(object, data.target, data.at, relations)
    case 'unknown port':
      return choosePort(data.service, data.target, data.at)
  }
}

export default fix

/** The Service with the closest name, and one of its ports where it does not have the one of the backend. */
function chooseService(
  ingress: KubernetesObject<Ingress>,
  target: BackendTarget,
  at: Path,
  relations: Relations,
): Remedy {
  const services = candidates(ingress, relations).filter(
    (other): other is KubernetesObject<Service> => other.kind === 'Service',
  )
  const names = services.map((other) => other.name)
  const name = target.name ? closest(target.name, names) : undefined
  const service = services.find((other) => other.name === name)
  if (!service)
    return {
      unfixable:
        'No Service in this text has a similar name. Add the Service to the namespace of the Ingress, or name another one.',
    }
  const ports = hasPort(service, target) ? [] : portsOf(service)
  if (!hasPort(service, target) && ports.length === 0)
    return { unfixable: `Service ${service.name} has the closest name, but no port. Add a port to it first.` }
  const rename = { kind: 'set', path: [...at, ...target.fields.name], value: service.name } as const
  const note = 'Check that this is the Service you want: it only has the closest name in this text.'
  const title = `Send traffic to Service ${service.name}`
  if (ports.length === 0) return { fixes: [{ title, safety: 'review', note, changes: [rename] }] }
  return {
    fixes: ports.slice(0, portLimit).map((port) => ({
      title: `${title}, port ${port}`,
      ...(ports.length > 1 ? risky(whichPort(target)) : review(note)),
      changes: [rename, setPort(port, target, at)],
    })),
  }
}

/** The ports of the Service to choose from; first the one that leads to the port that the backend names. */
function choosePort(service: KubernetesObject<Service>, target: BackendTarget, at: Path): Remedy {
  const ports = portsOf(service)
  if (ports.length === 0)
    return { unfixable: `Service ${service.name} has no port. Add the one that the Ingress names.` }
  const wanted = target.portNumber > 0 ? target.portNumber : target.portName
  const leading = service.data.spec?.ports?.find((port) => 'targetPort' in port && port.targetPort === wanted)
  const names = ports.filter((port) => typeof port === 'string')
  const named = target.portName ? closest(target.portName, names) : undefined
  const meant = leading ? backendPort(leading) : named
  const isMeant = (port: IntOrString) => port === meant
  const ordered = [...ports.filter(isMeant), ...ports.filter((port) => !isMeant(port))]
  return {
    fixes: ordered
      .slice(0, portLimit)
      .map((port) => sendTo(port, target, at, assess(port === meant, ports.length, target))),
  }
}

/** So many ports are offered at most. */
const portLimit = 4

const sendTo = (port: IntOrString, target: BackendTarget, at: Path, assessment: Assessment): Proposal => ({
  title: `Send traffic to port ${port}`,
  ...assessment,
  changes: [setPort(port, target, at)],
})

function assess(isMeant: boolean, count: number, target: BackendTarget): Assessment {
  if (isMeant) return review('Check that this is the port you want: it is the closest that the Service has.')
  if (count === 1)
    return review('Check that this is the port you want: it is the only one that the Service has.')
  return risky(whichPort(target))
}

/** Why one of several ports is no more than a guess. */
const whichPort = ({ portName, portNumber }: BackendTarget): string =>
  `Port ${portNumber > 0 ? portNumber : portName || '""'} could stand for any of several ports of the Service: this one may not be meant for clients of the Ingress.`

/** By name where a port has one: it stays right when the number changes. */
const backendPort = ({ name, port }: { readonly name?: string; readonly port?: number }) => name || port

const portsOf = ({ data }: KubernetesObject<Service>): readonly IntOrString[] =>
  (data.spec?.ports ?? []).flatMap((port) => backendPort(port) || [])

function setPort(port: IntOrString, target: BackendTarget, at: Path) {
  const path = [...at, ...target.port]
  if (target.port === target.fields.port) return { kind: 'set', path, value: port } as const
  const value = typeof port === 'string' ? { name: port } : { number: port }
  return { kind: 'set', path, value } as const
}
