import type { Pod, PodBearer } from '../../engine/objects/readObjects'

export type DeclaredPort = {
  readonly name?: string
  readonly port: number
  /** Absent for TCP. */
  readonly protocol?: 'UDP' | 'SCTP'
}

/** The ports that the containers declare, each once. */
export function declaredPorts({ pod }: PodBearer): readonly DeclaredPort[] {
  const ports = new Map<string, DeclaredPort>()
  for (const { container } of pod.containers) {
    for (const { name, containerPort = 0, protocol } of container.ports ?? []) {
      const other = protocol === 'UDP' || protocol === 'SCTP' ? protocol : undefined
      const key = `${containerPort} ${other ?? 'TCP'}`
      if (containerPort < 1 || containerPort > 65535 || ports.has(key)) continue
      ports.set(key, { port: containerPort, ...(name && { name }), ...(other && { protocol: other }) })
    }
  }
  return [...ports.values()]
}

/** The names of the PersistentVolumeClaims that a Pod mounts. */
export const claimNames = ({ spec }: Pod): readonly string[] =>
  (spec.volumes ?? []).flatMap(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? [])
