import type { Change } from '../../engine/model/change'
import type { LocatedContainer, Pod } from '../../engine/objects/readObjects'

/** Below it only root, or a process with NET_BIND_SERVICE, can open a port by default. */
const firstOpenPort = 1024

/** The lowest port below 1024 that containers declare or are probed at. */
export function lowestRootPort(containers: readonly LocatedContainer[]): number | undefined {
  const ports = containers.flatMap(({ container }) => {
    const { readinessProbe, livenessProbe, startupProbe } = container
    const probed = [readinessProbe, livenessProbe, startupProbe].flatMap((probe) => [
      probe?.httpGet?.port,
      probe?.tcpSocket?.port,
      probe?.grpc?.port,
    ])
    return [...(container.ports ?? []).map(({ containerPort }) => containerPort), ...probed]
  })
  return ports
    .filter((port) => typeof port === 'number')
    .filter((port) => port > 0 && port < firstOpenPort)
    .toSorted((left, right) => left - right)[0]
}

const sysctl = 'net.ipv4.ip_unprivileged_port_start'

/** What lets every user in a Pod open all ports. Empty where the Pod sets it already, to whatever its author chose. */
export function allowLowPorts({ path, spec }: Pod): readonly Change[] {
  if (spec.securityContext?.sysctls?.some(({ name }) => name === sysctl)) return []
  const at = [...path, 'spec', 'securityContext', 'sysctls']
  return [{ kind: 'append', path: at, value: { name: sysctl, value: '0' } }]
}
