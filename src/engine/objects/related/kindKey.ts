import { groupOf } from '../../../kubernetes/apiVersion'

/** The groups of Kubernetes itself: `apps`, `networking.k8s.io`, and the core group, which has no name. */
const builtIn = /^[a-z]*$|\.k8s\.io$/

/**
 * A kind by which objects are found, whatever the version: `Service` for those of Kubernetes itself, whose groups have
 * changed over time, and `serving.knative.dev/Service` for those of others.
 */
export const kindKey = (apiVersion: string, kind: string): string => {
  const group = groupOf(apiVersion)
  return builtIn.test(group) ? kind : `${group}/${kind}`
}

/** Kinds without a namespace that others refer to. */
const clusterKinds: ReadonlySet<string> = new Set([
  ...['ClusterRole', 'ClusterRoleBinding', 'PersistentVolume'],
  ...['StorageClass', 'IngressClass', 'GatewayClass'],
])

/** The namespace that counts for an object: none for kinds that have none, whatever is written. */
export const namespaceOf = (kind: string, namespace: string): string =>
  clusterKinds.has(kind) ? '' : namespace
