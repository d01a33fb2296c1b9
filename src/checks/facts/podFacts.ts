import type { Pod, PodBearer } from '../../engine/objects/readObjects'
import type { IntOrString } from '../../kubernetes/pods'

/** A port of Pods, by its number or by the name that a container gives it. */
export type PodPort = {
  readonly port: IntOrString
  /** Absent for TCP. */
  readonly protocol?: 'UDP' | 'SCTP'
}

/** `protocol`: as a Service or a container says it. */
export function podPort<Port extends IntOrString>(
  port: Port,
  protocol: string | undefined,
): PodPort & { readonly port: Port } {
  return { port, ...((protocol === 'UDP' || protocol === 'SCTP') && { protocol }) }
}

export const isPortNumber = (port: number | undefined): port is number =>
  port !== undefined && port >= 1 && port <= 65535

export type DeclaredPort = PodPort & { readonly name?: string; readonly port: number }

/** The ports that the containers declare, each once. */
export function declaredPorts({ pod }: PodBearer): readonly DeclaredPort[] {
  const ports = new Map<string, DeclaredPort>()
  for (const { container } of pod.containers) {
    for (const { name, containerPort, protocol } of container.ports ?? []) {
      if (!isPortNumber(containerPort)) continue
      const port = podPort(containerPort, protocol)
      const key = JSON.stringify(port)
      if (!ports.has(key)) ports.set(key, { ...port, ...(name && { name }) })
    }
  }
  return [...ports.values()]
}

/** The names of the PersistentVolumeClaims that a Pod mounts. */
export const claimNames = ({ spec }: Pod): readonly string[] =>
  (spec.volumes ?? []).flatMap(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? [])
