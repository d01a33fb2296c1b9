import type { Mended, Proposal } from '../../engine/findings/check'
import type { KubernetesObject } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import { closest } from '../../engine/schema/didYouMean'
import type { Ingress, IntOrString, Service } from '../../kubernetes/objects'
import { candidates } from '../facts/candidates'
import { hasPort, type Target } from './target'
import type { Path } from '../../engine/model/path'

/** Of a backend that is no Service. */
export const noService = (): Mended => ({
  unfixable:
    'Nothing says which Service is meant. Name one, or ignore this check where the backend is a resource of another kind.',
})

/** The Service of the nearest name, with its only port where that of the backend is none of it. */
export function nearService(
  ingress: KubernetesObject<Ingress>,
  to: Target,
  at: Path,
  relations: Relations,
): Mended {
  const services = candidates(ingress, relations).filter(
    (other): other is KubernetesObject<Service> => other.kind === 'Service',
  )
  const names = services.map((other) => other.name)
  const name = to.name ? closest(to.name, names) : undefined
  const service = services.find((other) => other.name === name)
  if (!service)
    return {
      unfixable:
        'No Service of this text has a name that comes near. Add the Service, in the namespace of the Ingress, or name another one.',
    }
  const ports = hasPort(service, to) ? [] : portsOf(service)
  if (!hasPort(service, to) && ports.length === 0)
    return { unfixable: `Service ${service.name} has the nearest name, but no port. Give it one first.` }
  const renamed = { kind: 'set', path: [...at, ...to.fields.name], value: service.name } as const
  const note = 'Look whether this Service is meant: it is only the nearest in this text.'
  const title = `Send to Service ${service.name}`
  if (ports.length === 0) return { fixes: [{ title, safety: 'review', note, changes: [renamed] }] }
  return {
    fixes: ports.slice(0, portLimit).map((port) => ({
      title: `${title}, port ${port}`,
      safety: 'review',
      note,
      changes: [renamed, toPort(port, to, at)],
    })),
  }
}

/** The ports of the Service, each as a choice; first the one that leads to the port that the backend names. */
export function otherPort(service: KubernetesObject<Service>, to: Target, at: Path): Mended {
  const ports = portsOf(service)
  if (ports.length === 0)
    return { unfixable: `Service ${service.name} declares no port. Give it the one that the Ingress names.` }
  const wanted = to.portNumber > 0 ? to.portNumber : to.portName
  const led = service.data.spec?.ports?.find((port) => 'targetPort' in port && port.targetPort === wanted)
  const named = closest(
    to.portName,
    ports.filter((port) => typeof port === 'string'),
  )
  const meant = led ? backendPort(led) : named
  const isMeant = (port: IntOrString) => port === meant
  const ordered = [...ports.filter(isMeant), ...ports.filter((port) => !isMeant(port))]
  return { fixes: ordered.slice(0, portLimit).map((port) => sentTo(port, to, at, port === meant)) }
}

/** So many ports are offered at most. */
const portLimit = 4

function sentTo(port: IntOrString, to: Target, at: Path, isMeant: boolean): Proposal {
  const note = isMeant
    ? 'Look whether this port is meant: it is the nearest that the Service has.'
    : 'Look whether this port is meant: it is one that the Service has.'
  return { title: `Send to port ${port}`, safety: 'review', note, changes: [toPort(port, to, at)] }
}

/** By name where a port has one: it stays right when the number changes. */
const backendPort = ({ name, port }: { readonly name?: string; readonly port?: number }) => name || port

const portsOf = ({ data }: KubernetesObject<Service>): readonly IntOrString[] =>
  (data.spec?.ports ?? []).flatMap((port) => backendPort(port) || [])

function toPort(port: IntOrString, to: Target, at: Path) {
  const path = [...at, ...to.port]
  if (to.port === to.fields.port) return { kind: 'set', path, value: port } as const
  const value = typeof port === 'string' ? { name: port } : { number: port }
  return { kind: 'set', path, value } as const
}
