import type { KubernetesObject, PodBearer } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import type { LabelSelector } from '../../kubernetes/objects'
import { declaredPorts, metadataOf, labelsOfPods, selectorData } from './podSelector'
import type { Json } from '../../engine/model/json'

/**
 * A PodDisruptionBudget that lets one pod of an object go at a time; `evictsBroken`: those that are not ready always,
 * which Kubernetes knows since 1.27.
 */
export const newBudget = (
  name: string,
  object: PodBearer,
  selector: LabelSelector,
  evictsBroken: boolean,
): Json => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: metadataOf(name, object),
  spec: {
    maxUnavailable: 1,
    ...(evictsBroken && { unhealthyPodEvictionPolicy: 'AlwaysAllow' }),
    selector: selectorData(selector),
  },
})

/**
 * A NetworkPolicy for the pods of an object: in come the pods of the namespace, to the ports that are declared; out go
 * only look-ups of names.
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
      ...(egress && { egress: [nameLookups] }),
    },
  }
}

const nameLookups: Json = {
  to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }],
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
}

/** A headless Service for the pods of an object. Several ports each need a name of their own. */
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

/** A name for a new object that no other of its kind has in the namespace: the wanted one, or a number behind it. */
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

/** Why nothing can be added for an object that is named only when it is made. */
export const unnamed =
  'It has no name that a new object could share. Give it one, or write the object by hand.'
