import type { JsonObject } from '../engine/model/json'
import { templatePaths } from '../kubernetes/objects'
import { listAt, objectAt, textAt } from './read'

/** Something that must be in the cluster: a kind and a name. */
export type Need = { readonly kind: string; readonly name: string }

const builtInNamespaces = ['default', 'kube-system', 'kube-public', 'kube-node-lease']
const builtInPriorities = ['system-cluster-critical', 'system-node-critical']

/** From an object of a kind to the Pod that it is or creates; the checks do not support the last three. */
const pods: Readonly<Record<string, readonly string[]>> = {
  ...templatePaths,
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  PodTemplate: ['template'],
}

/**
 * What an object needs to find in its cluster. Without it the server refuses the object, or its Pods or volumes wait. Source: the admission plugins NamespaceLifecycle, Priority, RuntimeClass and ServiceAccount; the classes of
 * volumes and Ingresses.
 */
export function needsOf(object: JsonObject): readonly Need[] {
  const kind = textAt(object, 'kind')
  const spec = objectAt(object, 'spec')
  const pod = Object.hasOwn(pods, kind) ? pods[kind] : undefined
  const namespace = textAt(objectAt(object, 'metadata'), 'namespace')
  return [
    need('Namespace', namespace, builtInNamespaces),
    ...(pod ? podNeeds(objectAt(pod.reduce(objectAt, object), 'spec')) : []),
    ...(kind === 'PersistentVolumeClaim' ? [storageClass(spec)] : []),
    ...(kind === 'StatefulSet'
      ? listAt(spec, 'volumeClaimTemplates').map((claim) => storageClass(objectAt(claim, 'spec')))
      : []),
    ...(kind === 'Ingress' ? [need('IngressClass', textAt(spec, 'ingressClassName'))] : []),
  ].flat()
}

const need = (kind: string, name: string, builtIn: readonly string[] = []): readonly Need[] =>
  name === '' || builtIn.includes(name) ? [] : [{ kind, name }]

const storageClass = (claim: JsonObject): readonly Need[] =>
  need('StorageClass', textAt(claim, 'storageClassName'))

const podNeeds = (spec: JsonObject): readonly (readonly Need[])[] => [
  need('PriorityClass', textAt(spec, 'priorityClassName'), builtInPriorities),
  need('RuntimeClass', textAt(spec, 'runtimeClassName')),
  need('ServiceAccount', textAt(spec, 'serviceAccountName') || textAt(spec, 'serviceAccount'), ['default']),
]
