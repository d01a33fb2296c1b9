/** How a strategic merge patch changes a mapping: which of its lists are merged, at any depth. */
export type MergeShape = {
  /** The lists whose items are merged, by field. All other lists are replaced. */
  readonly lists: ReadonlyMap<string, MergeList>
  /** The mappings that contain merged lists, by field. */
  readonly fields: ReadonlyMap<string, MergeShape>
}

export type MergeList = {
  /** The fields that identify an item. Empty for a list of scalars, which may contain each value once. */
  readonly keys: readonly string[]
  /**
   * Whether the order of items matters: never (`free`), always (`kept`), or when a value refers to another item as
   * `$(NAME)` (`references`).
   */
  readonly order: 'free' | 'kept' | 'references'
  readonly items: MergeShape
}

/**
 * How kustomize merges a patch into an object of a kind; undefined for kinds that it does not know, whose lists are all
 * replaced. Source: the OpenAPI document of Kubernetes 1.21.2 (`x-kubernetes-patch-strategy`,
 * `x-kubernetes-patch-merge-key`, `x-kubernetes-list-map-keys`), which is built into kustomize 5.0 to 5.8 and used for
 * every cluster. It does not say whether the order of a list matters; the comments below explain that.
 */
export const mergeShape = (apiVersion: string, kind: string): MergeShape | undefined => {
  const id = `${apiVersion} ${kind}`
  return shapes.get(id) ?? (otherKinds.has(id) ? root : undefined)
}

type Parts = {
  readonly lists?: Readonly<Record<string, MergeList>>
  readonly fields?: Readonly<Record<string, MergeShape>>
}

const shape = ({ lists = {}, fields = {} }: Parts): MergeShape => ({
  lists: new Map(Object.entries(lists)),
  fields: new Map(Object.entries(fields)),
})

const plain = shape({})

const list = (order: MergeList['order'], keys: string, items = plain): MergeList => ({
  keys: keys === '' ? [] : keys.split(' '),
  order,
  items,
})

/** A shape inside nested mappings: `nest('ephemeral volumeClaimTemplate', …)`. */
const nest = (path: string, inner: MergeShape): MergeShape =>
  path.split(' ').reduceRight((part, name) => shape({ fields: { [name]: part } }), inner)

const metadata = shape({ lists: { finalizers: list('free', ''), ownerReferences: list('free', 'uid') } })

const claimTemplate = shape({ fields: { metadata } })

const containerLists = {
  env: list('references', 'name'),
  volumeDevices: list('free', 'devicePath'),
  volumeMounts: list('free', 'mountPath'),
}

const container = shape({ lists: { ...containerLists, ports: list('free', 'containerPort protocol') } })

/**
 * The first container is the default of kubectl, init containers run in order, and the first of several host aliases for
 * a name wins.
 */
const podSpec = shape({
  lists: {
    containers: list('kept', 'name', container),
    initContainers: list('kept', 'name', container),
    ephemeralContainers: list('kept', 'name', shape({ lists: containerLists })),
    hostAliases: list('kept', 'ip'),
    imagePullSecrets: list('free', 'name'),
    topologySpreadConstraints: list('free', 'topologyKey whenUnsatisfiable'),
    volumes: list('free', 'name', nest('ephemeral volumeClaimTemplate', claimTemplate)),
  },
})

const template = shape({ fields: { metadata, spec: podSpec } })

const conditions = shape({ lists: { conditions: list('free', 'type') } })

const root = shape({ fields: { metadata } })

/** The shape of an object, with the metadata that all objects have. */
const object = ({ lists = {}, fields = {} }: Parts): MergeShape =>
  shape({ lists, fields: { metadata, ...fields } })

const withTemplate = object({ fields: { spec: nest('template', template), status: conditions } })
const withJob = object({
  fields: { spec: nest('jobTemplate', object({ fields: { spec: nest('template', template) } })) },
})
const withConditions = object({ fields: { status: conditions } })
/** Mutating webhooks are called in order. */
const withWebhooks = object({ lists: { webhooks: list('kept', 'name') } })
const withDrivers = object({ fields: { spec: shape({ lists: { drivers: list('free', 'name') } }) } })

/** Tools use the first port of a Service by default. */
const service = object({
  fields: { spec: shape({ lists: { ports: list('kept', 'port protocol') } }), status: conditions },
})

const pod = object({
  fields: {
    spec: podSpec,
    status: shape({ lists: { conditions: list('free', 'type'), podIPs: list('free', 'ip') } }),
  },
})

const node = object({
  fields: {
    spec: shape({ lists: { podCIDRs: list('kept', '') } }),
    status: shape({ lists: { conditions: list('free', 'type'), addresses: list('free', 'type') } }),
  },
})

/** The kinds of a table with lines like `apps/v1 DaemonSet Deployment`, each as `apps/v1 Deployment`. */
const kindsOf = (table: string): readonly string[] =>
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [apiVersion = '', ...kinds] = line.trim().split(' ')
      return kinds.map((kind) => `${apiVersion} ${kind}`)
    })

const tables: readonly (readonly [shape: MergeShape, kinds: string])[] = [
  [
    withTemplate,
    `apps/v1 DaemonSet Deployment ReplicaSet StatefulSet
    batch/v1 Job
    v1 ReplicationController`,
  ],
  [
    withJob,
    `batch/v1 CronJob
    batch/v1beta1 CronJob`,
  ],
  [
    withConditions,
    `v1 Namespace PersistentVolumeClaim
    policy/v1 PodDisruptionBudget
    policy/v1beta1 PodDisruptionBudget
    apiregistration.k8s.io/v1 APIService
    apiregistration.k8s.io/v1beta1 APIService`,
  ],
  [
    withWebhooks,
    `admissionregistration.k8s.io/v1 MutatingWebhookConfiguration ValidatingWebhookConfiguration
    admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration ValidatingWebhookConfiguration`,
  ],
  [
    withDrivers,
    `storage.k8s.io/v1 CSINode
    storage.k8s.io/v1beta1 CSINode`,
  ],
  [object({ lists: { conditions: list('free', 'type') } }), 'v1 ComponentStatus'],
  [object({ lists: { secrets: list('free', 'name') } }), 'v1 ServiceAccount'],
  [object({ fields: { template } }), 'v1 PodTemplate'],
  [service, 'v1 Service'],
  [pod, 'v1 Pod'],
  [node, 'v1 Node'],
]

const shapes: ReadonlyMap<string, MergeShape> = new Map(
  tables.flatMap(([part, kinds]) => kindsOf(kinds).map((id) => [id, part] as const)),
)

/** The kinds that only have merged lists in their metadata, except those that are never stored, such as reviews. */
const otherKinds: ReadonlySet<string> = new Set(
  kindsOf(`
    apiextensions.k8s.io/v1 CustomResourceDefinition
    apiextensions.k8s.io/v1beta1 CustomResourceDefinition
    apps/v1 ControllerRevision
    autoscaling/v1 HorizontalPodAutoscaler Scale
    autoscaling/v2beta1 HorizontalPodAutoscaler
    autoscaling/v2beta2 HorizontalPodAutoscaler
    certificates.k8s.io/v1 CertificateSigningRequest
    certificates.k8s.io/v1beta1 CertificateSigningRequest
    coordination.k8s.io/v1 Lease
    coordination.k8s.io/v1beta1 Lease
    discovery.k8s.io/v1 EndpointSlice
    discovery.k8s.io/v1beta1 EndpointSlice
    events.k8s.io/v1 Event
    events.k8s.io/v1beta1 Event
    extensions/v1beta1 Ingress
    flowcontrol.apiserver.k8s.io/v1beta1 FlowSchema PriorityLevelConfiguration
    networking.k8s.io/v1 Ingress IngressClass NetworkPolicy
    networking.k8s.io/v1beta1 Ingress IngressClass
    node.k8s.io/v1 RuntimeClass
    node.k8s.io/v1beta1 RuntimeClass
    policy/v1beta1 PodSecurityPolicy
    rbac.authorization.k8s.io/v1 ClusterRole ClusterRoleBinding Role RoleBinding
    rbac.authorization.k8s.io/v1beta1 ClusterRole ClusterRoleBinding Role RoleBinding
    scheduling.k8s.io/v1 PriorityClass
    scheduling.k8s.io/v1beta1 PriorityClass
    storage.k8s.io/v1 CSIDriver StorageClass VolumeAttachment
    storage.k8s.io/v1beta1 CSIDriver CSIStorageCapacity StorageClass VolumeAttachment
    v1 ConfigMap Endpoints Event LimitRange PersistentVolume PersistentVolumeClaim ResourceQuota Secret
  `),
)
