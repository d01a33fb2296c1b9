/** Everything a person can set that changes a verdict. Plain data: it travels to the worker and, later, in links. */
export type Settings = {
  /** Minor version of the cluster the manifests are meant for, `1.36`. */
  readonly kubernetesVersion: string
  /** Whether fields that the API does not know are refused, as kubectl does. */
  readonly strict: boolean
  /** Fewer replicas than this in a Deployment behind a Service is a warning. */
  readonly minReplicasDeployment: number
  /** A HorizontalPodAutoscaler that may go below this is a warning. */
  readonly minReplicasHpa: number
  /** Whether `container-resources` asks for a CPU limit (many teams set none, to avoid throttling). */
  readonly requireCpuLimit: boolean
  /** Whether `container-resources` asks for a memory limit. */
  readonly requireMemoryLimit: boolean
  /** Ids of optional checks that are switched on. */
  readonly enabledChecks: readonly string[]
  /** Ids of checks that are not run at all: no verdict, not even a skipped one. */
  readonly disabledChecks: readonly string[]
  /** Whether `kube-score/ignore` annotations in the text count. */
  readonly ignoreAnnotations: boolean
  /** Whether `kube-score/enable` annotations in the text count. */
  readonly enableAnnotations: boolean
}

/** The one place where defaults live: page, worker, command line and tests all start from it. */
export const defaultSettings: Settings = {
  kubernetesVersion: '1.36',
  strict: true,
  minReplicasDeployment: 2,
  minReplicasHpa: 2,
  requireCpuLimit: true,
  requireMemoryLimit: true,
  enabledChecks: [],
  disabledChecks: [],
  ignoreAnnotations: true,
  enableAnnotations: true,
}
