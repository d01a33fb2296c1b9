import type { PodBearer } from '../engine/objects'
import type { Json } from '../engine/schema'

/** The name and the namespace of a workload, exactly as they are written there. */
const metadataOf = ({ name, namespace }: PodBearer, suffix = '') => ({
  name: `${name}${suffix}`,
  ...(namespace !== '' && { namespace }),
})

/** A budget that lets one pod of the workload go at a time. */
export const newBudget = (object: PodBearer): Json => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: metadataOf(object),
  spec: {
    maxUnavailable: 1,
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
    selector: { matchLabels: object.pod.labels },
  },
})

type Directions = { readonly ingress: boolean; readonly egress: boolean }

const dns: Json = {
  to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }],
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
}

/** A policy for the directions that are open: in from the namespace to the declared ports, out to the name service. */
export function newNetworkPolicy(object: PodBearer, { ingress, egress }: Directions): Json {
  const suffix = ingress && egress ? '' : ingress ? '-ingress' : '-egress'
  const ports = object.pod.containers.flatMap(({ container }) => container.ports ?? [])
  const declared = ports.flatMap(({ containerPort, protocol }): Json[] => {
    if (containerPort === undefined || containerPort === 0) return []
    return [{ port: containerPort, ...(protocol !== undefined && protocol !== 'TCP' && { protocol }) }]
  })
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: metadataOf(object, suffix),
    spec: {
      podSelector: { matchLabels: object.pod.labels },
      policyTypes: [...(ingress ? ['Ingress'] : []), ...(egress ? ['Egress'] : [])],
      ...(ingress && {
        ingress: [{ from: [{ podSelector: {} }], ...(declared.length > 0 && { ports: declared }) }],
      }),
      ...(egress && { egress: [dns] }),
    },
  }
}
