/**
 * Which fields of an object that is in a cluster the API server does not let anybody change: then it has to be deleted and
 * created again. Source: the validation of updates in Kubernetes 1.36, by trying them on a server.
 */

/** Paths as patterns, from the root of the object, by kind; `*` stands for one step. What begins with one is fixed too. */
const fixedFields: Readonly<Record<string, readonly string[]>> = {
  ClusterRoleBinding: ['roleRef'],
  CustomResourceDefinition: ['spec.group', 'spec.scope', 'spec.names.plural', 'spec.names.kind'],
  DaemonSet: ['spec.selector'],
  Deployment: ['spec.selector'],
  EndpointSlice: ['addressType'],
  IngressClass: ['spec.controller'],
  PersistentVolume: ['spec.volumeMode'],
  PersistentVolumeClaim: ['spec.accessModes', 'spec.volumeMode', 'spec.selector', 'spec.dataSource'],
  PriorityClass: ['value', 'preemptionPolicy'],
  ReplicaSet: ['spec.selector'],
  ResourceQuota: ['spec.scopes', 'spec.scopeSelector'],
  RoleBinding: ['roleRef'],
  RuntimeClass: ['handler'],
  Secret: ['type'],
  Service: ['spec.clusterIP', 'spec.clusterIPs', 'spec.ipFamilies', 'spec.loadBalancerClass'],
  StorageClass: ['provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode'],
}

/** Kinds of which only these fields of the spec can change. */
const changeableFields: Readonly<Record<string, readonly string[]>> = {
  Job: [
    'activeDeadlineSeconds',
    'backoffLimit',
    'manualSelector',
    'parallelism',
    'suspend',
    'ttlSecondsAfterFinished',
  ],
  Pod: [
    'activeDeadlineSeconds',
    'containers.*.image',
    'initContainers.*.image',
    'schedulingGates',
    'tolerations',
  ],
  StatefulSet: [
    'minReadySeconds',
    'ordinals',
    'persistentVolumeClaimRetentionPolicy',
    'replicas',
    'revisionHistoryLimit',
    'template',
    'updateStrategy',
  ],
}

type Steps = readonly (string | number)[]

/** Whether a change at `path`, from the root of the object, needs the object deleted and created again. */
export function isImmutable(kind: string, path: Steps): boolean {
  const changeable = changeableFields[kind]
  if (changeable && path[0] === 'spec')
    return !changeable.some((pattern) => startsWith(path.slice(1), pattern))
  return fixedFields[kind]?.some((pattern) => startsWith(path, pattern)) ?? false
}

const startsWith = (path: Steps, pattern: string): boolean =>
  pattern.split('.').every((step, index) => (step === '*' ? index < path.length : path[index] === step))
