import { templatePaths } from '../../../kubernetes/objects'
import { valueAt, type Value } from '../../yaml/value'
import type { KubernetesObject } from '../readObjects'
import { isTrueAt, itemsAt, textAt } from './fields'
import { kindKey, namespaceOf } from './kindKey'
import type { Relation } from './relation'

/** An object that another one names. */
export type Reference = {
  readonly relation: Relation
  /** See `kindKey`. */
  readonly kind: string
  /** As it is written, or that of the object with the reference. */
  readonly namespace: string
  /** Whether the reference itself names the namespace. */
  readonly namesNamespace: boolean
  readonly name: string
  /** Whether the Pod starts without it. */
  readonly isOptional: boolean
  /** It is in every namespace, so a manifest need not bring it. */
  readonly isAlwaysThere: boolean
}

type Named = Pick<Reference, 'relation' | 'kind' | 'name'> & {
  readonly namespace?: string
  readonly isOptional?: boolean
}

/** From the root of an object to the Pod that it is or creates; the checks do not support the last three. */
const pods: Readonly<Record<string, readonly string[]>> = {
  ...templatePaths,
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  PodTemplate: ['template'],
}

/** The path of the Pod in an object of a kind; undefined for kinds without one. */
export const podPathOf = ({ apiVersion, kind }: KubernetesObject): readonly string[] | undefined => {
  const key = kindKey(apiVersion, kind)
  return Object.hasOwn(pods, key) ? pods[key] : undefined
}

/** The objects that an object names, each once for each relation. `value`: the content of the object. */
export function referencesOf(object: KubernetesObject, value: Value): readonly Reference[] {
  const path = podPathOf(object)
  const key = kindKey(object.apiVersion, object.kind)
  const named = [
    ...(path ? podReferences(valueAt(value, [...path, 'spec'])) : []),
    ...(Object.hasOwn(readers, key) ? (readers[key]?.(value) ?? []) : []),
  ]
  const byKey = new Map<string, Reference>()
  for (const one of named) {
    if (one.name === '' || one.kind === '') continue
    const reference = completed(one, object)
    const id = [one.relation, reference.kind, reference.namespace, one.name].join('\0')
    const isOptional = reference.isOptional && (byKey.get(id)?.isOptional ?? true)
    byKey.set(id, { ...reference, isOptional })
  }
  return [...byKey.values()]
}

const completed = (named: Named, object: KubernetesObject): Reference => {
  const { relation, kind, name, isOptional = false } = named
  const namespace = namespaceOf(kind, named.namespace || object.namespace)
  const isAlwaysThere = kind === 'ServiceAccount' && name === 'default'
  return { relation, kind, namespace, namesNamespace: !!named.namespace, name, isOptional, isAlwaysThere }
}

function podReferences(spec: Value | undefined): readonly Named[] {
  const containers = ['initContainers', 'containers', 'ephemeralContainers'].flatMap((field) =>
    itemsAt(spec, field),
  )
  const account = textAt(spec, 'serviceAccountName') || textAt(spec, 'serviceAccount') || 'default'
  return [
    ...itemsAt(spec, 'volumes').flatMap(volumeReferences),
    ...containers.flatMap(variableReferences),
    { relation: 'runs as', kind: 'ServiceAccount', name: account },
    ...pullSecrets(spec),
  ]
}

const volumeReferences = (volume: Value): readonly Named[] => [
  named('mounts', 'ConfigMap', valueAt(volume, ['configMap'])),
  named('mounts', 'Secret', valueAt(volume, ['secret']), 'secretName'),
  named('mounts', 'PersistentVolumeClaim', valueAt(volume, ['persistentVolumeClaim']), 'claimName'),
  ...itemsAt(volume, 'projected', 'sources').flatMap((source) => [
    named('mounts', 'ConfigMap', valueAt(source, ['configMap'])),
    named('mounts', 'Secret', valueAt(source, ['secret'])),
  ]),
]

const variableReferences = (container: Value): readonly Named[] => [
  ...itemsAt(container, 'envFrom').flatMap((source) => [
    named('reads env from', 'ConfigMap', valueAt(source, ['configMapRef'])),
    named('reads env from', 'Secret', valueAt(source, ['secretRef'])),
  ]),
  ...itemsAt(container, 'env').flatMap((variable) => [
    named('reads env from', 'ConfigMap', valueAt(variable, ['valueFrom', 'configMapKeyRef'])),
    named('reads env from', 'Secret', valueAt(variable, ['valueFrom', 'secretKeyRef'])),
  ]),
]

const pullSecrets = (value: Value | undefined): readonly Named[] =>
  itemsAt(value, 'imagePullSecrets').map((secret) => named('pulls images with', 'Secret', secret))

/** A reference from a mapping with the name in a field of it; without a name when there is no such mapping. */
const named = (relation: Relation, kind: string, value: Value | undefined, field = 'name'): Named => ({
  ...{ relation, kind, name: textAt(value, field) },
  isOptional: value !== undefined && isTrueAt(value, 'optional'),
})

/** A reference that says the kind and the group itself. */
const open = (
  relation: Relation,
  value: Value | undefined,
  { kind = '', group = '' }: { readonly kind?: string; readonly group?: string } = {},
): Named => {
  const apiVersion = textAt(value, 'apiVersion') || `${textAt(value, 'group') || group}/`
  return {
    ...{ relation, name: textAt(value, 'name'), namespace: textAt(value, 'namespace') },
    kind: kindKey(apiVersion, textAt(value, 'kind') || kind),
  }
}

const ingressReferences = (value: Value): readonly Named[] => {
  const spec = valueAt(value, ['spec'])
  const backends = [
    valueAt(spec, ['defaultBackend']),
    // Its name before v1.
    valueAt(spec, ['backend']),
    ...itemsAt(spec, 'rules').flatMap((rule) =>
      itemsAt(rule, 'http', 'paths').map((path) => valueAt(path, ['backend'])),
    ),
  ]
  return [
    ...backends.map((backend): Named => {
      const name = textAt(backend, 'service', 'name') || textAt(backend, 'serviceName')
      return { relation: 'routes to', kind: 'Service', name }
    }),
    ...itemsAt(spec, 'tls').map((tls) => named('serves TLS with', 'Secret', tls, 'secretName')),
    named('of class', 'IngressClass', spec, 'ingressClassName'),
  ]
}

const routeReferences = (value: Value): readonly Named[] => [
  ...itemsAt(value, 'spec', 'rules').flatMap((rule) =>
    itemsAt(rule, 'backendRefs').map((backend) => open('routes to', backend, { kind: 'Service' })),
  ),
  ...itemsAt(value, 'spec', 'parentRefs').map((parent) =>
    open('attached to', parent, { kind: 'Gateway', group: 'gateway.networking.k8s.io' }),
  ),
]

const gatewayReferences = (value: Value): readonly Named[] => [
  ...itemsAt(value, 'spec', 'listeners').flatMap((listener) =>
    itemsAt(listener, 'tls', 'certificateRefs').map((secret) =>
      open('serves TLS with', secret, { kind: 'Secret' }),
    ),
  ),
  named('of class', 'GatewayClass', valueAt(value, ['spec']), 'gatewayClassName'),
]

/** The namespace of a subject counts for service accounts; without one it is that of the binding. */
const bindingReferences = (value: Value): readonly Named[] => [
  named('binds', textAt(value, 'roleRef', 'kind'), valueAt(value, ['roleRef'])),
  ...itemsAt(value, 'subjects')
    .filter((subject) => textAt(subject, 'kind') === 'ServiceAccount')
    .map((subject) => open('binds to', subject)),
]

const scaled =
  (field: string, kind?: string) =>
  (value: Value): readonly Named[] => [
    { ...open('scales', valueAt(value, ['spec', field]), { ...(kind && { kind }) }), namespace: '' },
  ]

const claimReferences = (value: Value): readonly Named[] => [
  named('bound to', 'PersistentVolume', valueAt(value, ['spec']), 'volumeName'),
  named('of class', 'StorageClass', valueAt(value, ['spec']), 'storageClassName'),
]

/** What an object names beside what its Pod names, by kind; see `kindKey`. */
const readers: Readonly<Record<string, (value: Value) => readonly Named[]>> = {
  ClusterRoleBinding: bindingReferences,
  Gateway: gatewayReferences,
  GRPCRoute: routeReferences,
  HorizontalPodAutoscaler: scaled('scaleTargetRef'),
  HTTPRoute: routeReferences,
  Ingress: ingressReferences,
  PersistentVolumeClaim: claimReferences,
  PersistentVolume: (value) => [
    named('of class', 'StorageClass', valueAt(value, ['spec']), 'storageClassName'),
  ],
  RoleBinding: bindingReferences,
  ServiceAccount: pullSecrets,
  StatefulSet: (value) => [named('governed by', 'Service', valueAt(value, ['spec']), 'serviceName')],
  TCPRoute: routeReferences,
  TLSRoute: routeReferences,
  UDPRoute: routeReferences,
  VerticalPodAutoscaler: scaled('targetRef'),
  'keda.sh/ScaledObject': scaled('scaleTargetRef', 'Deployment'),
}
