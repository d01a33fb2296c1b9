import { risky, type Placeholder, type Proposal, type Remedy } from '../../engine/findings/remedy'
import type { Change } from '../../engine/model/change'
import type { LocatedContainer, Pod } from '../../engine/objects/readObjects'
import type { Service } from '../../kubernetes/objects'
import type { IntOrString } from '../../kubernetes/pods'
import { inSentence } from '../facts/guessField'
import { readinessCommand } from '../facts/readinessCommand'
import { setField } from '../facts/setField'

/** A readiness probe for the port that a Service sends its traffic to. */
export function addReadinessProbe(pod: Pod, service: Service): Remedy {
  const target = probeTarget(pod, service)
  if (!target)
    return {
      unfixable:
        'Neither the Service nor a container names a TCP port to probe. Decide what shows that a Pod is ready.',
    }
  const { located, port, number, isGuess } = target
  const path = [...located.path, 'readinessProbe']
  const portText = number === port ? `port ${port}` : `port ${port}, ${number}`
  const liveness = located.container.livenessProbe
  const owner = `readiness probe of ${inSentence(located)}`
  const portGuess = (action: string): readonly Placeholder[] =>
    isGuess ? [{ what: `port of the ${owner}`, path: [...path, action, 'port'] }] : []
  const http: Proposal = {
    ...setField(
      `Add a readiness probe (HTTP GET /readyz, ${portText})`,
      path,
      { httpGet: { path: '/readyz', port } },
      risky(
        'The path is a placeholder: until the app answers HTTP requests there, which it should only when it can do its work, the Pods get no requests.',
      ),
    ),
    placeholders: [
      { what: `path of the ${owner}`, path: [...path, 'httpGet', 'path'] },
      ...portGuess('httpGet'),
    ],
  }
  const command = readinessCommand(located.container, number)
  const exec = command && [
    setField(
      `Add a readiness probe (${command.join(' ')})`,
      path,
      { exec: { command } },
      'Check that the command works in this container: it connects to the default port, without a password or TLS.',
    ),
  ]
  const alternatives = exec ?? (liveness?.httpGet?.path === '/readyz' ? [] : [http])
  const livenessPort = liveness?.tcpSocket?.port
  if (liveness && livenessPort !== undefined && numberOf(located, livenessPort) === number)
    return { fixes: [...alternatives, makeReadiness(located)] }
  return {
    fixes: [
      {
        ...setField(
          `Add a readiness probe (TCP ${portText})`,
          path,
          { tcpSocket: { port } },
          'An open port is the least that shows a Pod is ready; until it is open, the Pod gets no requests. A check that answers only when the app can work is better.',
        ),
        placeholders: portGuess('tcpSocket'),
      },
      ...alternatives,
    ],
  }
}

/** The port to probe, as the Service names it, and its number where that is known. */
type ProbeTarget = {
  readonly located: LocatedContainer
  readonly port: IntOrString
  readonly number: IntOrString
  /** Whether the Service does not tell the port, so that it is only the first that a container declares. */
  readonly isGuess: boolean
}

type Port = { readonly name?: string; readonly containerPort?: number; readonly protocol?: string }
type ServicePort = { readonly port?: number; readonly targetPort?: IntOrString; readonly protocol?: string }

const isTcp = ({ protocol = '' }: { readonly protocol?: string }): boolean =>
  protocol === '' || protocol === 'TCP'

const portsOf = ({ container }: LocatedContainer): readonly Port[] => (container.ports ?? []).filter(isTcp)

/** The first TCP port of the Service, in the container that has it; else the first port that a container declares. */
function probeTarget({ containers, spec }: Pod, service: Service): ProbeTarget | undefined {
  const serving = containers.slice(spec.initContainers?.length ?? 0)
  const ports: readonly ServicePort[] = service.spec?.ports ?? []
  for (const { targetPort, port } of ports.filter(isTcp)) {
    const target = targetPort ?? port
    if (!target) continue
    const isNamed = typeof target === 'string' && !/^\d+$/.test(target)
    const owner = serving.find((located) =>
      portsOf(located).some(({ name, containerPort }) =>
        isNamed ? name === target : containerPort === Number(target),
      ),
    )
    const located = owner ?? (isNamed ? undefined : serving[0])
    if (located)
      return {
        located,
        port: isNamed ? target : Number(target),
        number: numberOf(located, target),
        isGuess: false,
      }
  }
  for (const located of serving) {
    const port = portsOf(located).find(({ containerPort }) => containerPort)?.containerPort
    if (port !== undefined) return { located, port, number: port, isGuess: true }
  }
  return undefined
}

/** The number of a port that is given by number or name; the name where no port has it. */
const numberOf = ({ container }: LocatedContainer, port: IntOrString): IntOrString =>
  container.ports?.find(({ name }) => name === port)?.containerPort ??
  (/^\d+$/.test(String(port)) ? Number(port) : port)

/** The liveness probe checks what readiness should check, and two identical probes are no better than one. */
function makeReadiness({ container, path }: LocatedContainer): Proposal {
  const at = [...path, 'livenessProbe']
  const removal: Change = { kind: 'remove', path: [...at, 'terminationGracePeriodSeconds'] }
  return {
    title: 'Make the liveness probe a readiness probe',
    ...risky(
      'The liveness probe is lost: a process that hangs is not restarted any more. It connects to the same port, which shows whether a Pod can take traffic, not whether a restart would help.',
    ),
    changes: [
      // A readiness probe does not have this field.
      ...(container.livenessProbe?.terminationGracePeriodSeconds === undefined ? [] : [removal]),
      { kind: 'rename', path: at, key: 'readinessProbe' },
    ],
  }
}
