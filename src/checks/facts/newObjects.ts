import type { Json } from '../../engine/model/json'
import type { KubernetesObject, PodBearer } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import type { LabelSelector } from '../../kubernetes/objects'
import { declaredPorts } from './podFacts'
import { labelsOfPods, selectorData } from './podSelector'

/** `metadata` with a name and, where the other object has one, its namespace. */
const metadataOf = (name: string, { namespace }: KubernetesObject): Json => ({
  name,
  ...(namespace && { namespace }),
})

/**
 * A PodDisruptionBudget that allows one Pod of an object to be evicted at a time. `evictsUnhealthy`: Pods that are not
 * ready can always be evicted, a field that exists since Kubernetes 1.27.
 */
export const newBudget = (
  name: string,
  object: PodBearer,
  selector: LabelSelector,
  evictsUnhealthy: boolean,
): Json => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: metadataOf(name, object),
  spec: {
    maxUnavailable: 1,
    ...(evictsUnhealthy && { unhealthyPodEvictionPolicy: 'AlwaysAllow' }),
    selector: selectorData(selector),
  },
})

/**
 * A NetworkPolicy for the Pods of an object. Ingress: from Pods of the namespace, to the declared ports. Egress: DNS
 * only.
 */
export function newPolicy(
  name: string,
  object: PodBearer,
  { ingress, egress }: { readonly ingress: boolean; readonly egress: boolean },
): Json {
  const ports = declaredPorts(object).map(({ port, protocol }) => ({ port, ...(protocol && { protocol }) }))
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: metadataOf(name, object),
    spec: {
      podSelector: { matchLabels: labelsOfPods(object.pod) },
      policyTypes: [...(ingress ? ['Ingress'] : []), ...(egress ? ['Egress'] : [])],
      ...(ingress && { ingress: [{ from: [{ podSelector: {} }], ...(ports.length > 0 && { ports }) }] }),
      ...(egress && { egress: [dns] }),
    },
  }
}

const dns: Json = {
  to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }],
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
}

/** A headless Service for the Pods of an object. When there are several ports, each needs a name of its own. */
export function newHeadlessService(
  name: string,
  object: PodBearer,
  selector: Readonly<Record<string, string>>,
): Json {
  const declared = declaredPorts(object)
  const taken = new Set<string>()
  const ports = declared.map(({ name: given, port, protocol }) => {
    const isFree = given !== undefined && !taken.has(given)
    const numbered = `${protocol?.toLowerCase() ?? 'tcp'}-${port}`
    const portName = isFree ? given : declared.length > 1 ? numbered : undefined
    if (portName !== undefined) taken.add(portName)
    return { ...(portName !== undefined && { name: portName }), port, ...(protocol && { protocol }) }
  })
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadataOf(name, object),
    spec: { clusterIP: 'None', selector: { ...selector }, ...(ports.length > 0 && { ports }) },
  }
}

/** A name that no other object of the kind has in the namespace: the wanted one, or with a number: `web-2`. */
export function freeName(
  wanted: string,
  kind: string,
  { namespace }: KubernetesObject,
  relations: Relations,
): string {
  let name = wanted
  for (let count = 2; relations.named(namespace, name).some((other) => other.kind === kind); count++)
    name = `${wanted}-${count}`
  return name
}

/** Why nothing can be added for an object with generateName. */
export const unnamed = 'The object has no name to derive one from. Name it, or write the new object by hand.'
