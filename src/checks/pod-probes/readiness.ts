import type { Mended, Proposal } from '../../engine/findings/check'
import type { LocatedContainer, Pod } from '../../engine/objects/readObjects'
import type { IntOrString, Probe, Service } from '../../kubernetes/objects'
import { setField } from '../facts/setField'
import type { Change } from '../../engine/model/change'

/** How a pod without a readiness probe gets one: the port that a Service sends its traffic to is asked. */
export function readiness(pod: Pod, service: Service): Mended {
  const door = doorOf(pod, service)
  if (!door)
    return {
      unfixable:
        'Neither the Service nor a container names a TCP port that could be asked. Decide what shows that a pod is ready.',
    }
  const { placed, port, number } = door
  const path = [...placed.path, 'readinessProbe']
  const subject = placed.name ? `container ${placed.name}` : 'the container'
  const liveness = placed.container.livenessProbe
  const byPath = setField(
    `Ask ${subject} for /readyz`,
    path,
    { httpGet: { path: '/readyz', port } },
    'The path is a placeholder: the program has to speak HTTP there, and answer only when it can do its work.',
  )
  const isAsked = liveness?.httpGet?.path === '/readyz'
  const alternatives = isAsked ? [] : [byPath]
  const asked = liveness?.tcpSocket?.port
  if (liveness && asked !== undefined && numberOf(placed, asked) === number)
    return { fixes: [becomesReadiness(placed), ...alternatives] }
  return {
    fixes: [
      setField(
        `Ask whether ${subject} takes connections`,
        path,
        { tcpSocket: { port } },
        'An open port is the least that shows a pod is ready: a path that answers only then is better.',
      ),
      ...alternatives,
    ],
  }
}

/** A port to ask, as the Service names it, with its number where that is known. */
type Door = { readonly placed: LocatedContainer; readonly port: IntOrString; readonly number: IntOrString }

type Port = { readonly name?: string; readonly containerPort?: number; readonly protocol?: string }
type ServicePort = { readonly port?: number; readonly targetPort?: IntOrString; readonly protocol?: string }

const isTcp = ({ protocol = '' }: { readonly protocol?: string }): boolean =>
  protocol === '' || protocol === 'TCP'

const portsOf = ({ container }: LocatedContainer): readonly Port[] => (container.ports ?? []).filter(isTcp)

/** The first TCP port of the Service, in the container that has it; else the first port that a container declares. */
function doorOf({ containers, spec }: Pod, service: Service): Door | undefined {
  const serving = containers.slice(spec.initContainers?.length ?? 0)
  const ports: readonly ServicePort[] = service.spec?.ports ?? []
  for (const { targetPort, port } of ports.filter(isTcp)) {
    const target = targetPort ?? port
    if (!target) continue
    const isNamed = typeof target === 'string' && !/^\d+$/.test(target)
    const owner = serving.find((placed) =>
      portsOf(placed).some(({ name, containerPort }) =>
        isNamed ? name === target : containerPort === Number(target),
      ),
    )
    const placed = owner ?? (isNamed ? undefined : serving[0])
    if (placed) return { placed, port: isNamed ? target : Number(target), number: numberOf(placed, target) }
  }
  for (const placed of serving) {
    const port = portsOf(placed).find(({ containerPort }) => containerPort)?.containerPort
    if (port !== undefined) return { placed, port, number: port }
  }
  return undefined
}

/** The number of a port that is asked by number or by name; a name that nothing has stays one. */
const numberOf = ({ container }: LocatedContainer, port: IntOrString): IntOrString =>
  container.ports?.find(({ name }) => name === port)?.containerPort ??
  (/^\d+$/.test(String(port)) ? Number(port) : port)

/** The liveness probe asks what readiness should ask, and two that ask the same are no better than one. */
function becomesReadiness({ container, path }: LocatedContainer): Proposal {
  const probe = container.livenessProbe as Probe & { readonly terminationGracePeriodSeconds?: number }
  const place = [...path, 'livenessProbe']
  const grace: Change = { kind: 'remove', path: [...place, 'terminationGracePeriodSeconds'] }
  return {
    title: 'Make the liveness probe a readiness probe',
    safety: 'review',
    note: 'It asks for a connection to the same port, which shows whether a pod takes traffic, not that a restart would help.',
    changes: [
      // Only what may restart a container has a say in how it ends.
      ...(probe.terminationGracePeriodSeconds === undefined ? [] : [grace]),
      { kind: 'rename', path: place, key: 'readinessProbe' },
    ],
  }
}
