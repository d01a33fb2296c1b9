/** A JSON Schema that a person brought along, as it was read from its file. */
export type SchemaFile = { readonly name: string; readonly text: string }

/** Everything a person can set that changes a verdict. Plain data: it travels to the worker and, later, in links. */
export type Settings = {
  /** Minor version of the cluster the manifests are meant for, `1.36`. */
  readonly kubernetesVersion: string
  /** Whether fields that the API does not know and keys that stand twice are refused, as kubectl does. */
  readonly strict: boolean
  /** Kinds that are not held against a schema: `Deployment`, or `apps/v1/Deployment` for one version of it. */
  readonly skipKinds: readonly string[]
  /** Kinds that must not occur, written in the same way. Skipping comes first. */
  readonly rejectKinds: readonly string[]
  /** Whether an object without a schema is passed over; if not, it is an error. */
  readonly ignoreMissingSchemas: boolean
  /** Schemas for kinds that the playground does not know. */
  readonly schemaFiles: readonly SchemaFile[]
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
  /** Ids of checks whose findings are listed as accepted wherever they are, and never counted. */
  readonly ignoredChecks: readonly string[]
  /** Whether `kube-score/ignore` annotations in the text count. */
  readonly ignoreAnnotations: boolean
  /** Whether `kube-score/enable` annotations in the text count. */
  readonly enableAnnotations: boolean
}

/** The one place where defaults live: page, worker, command line and tests all start from it. */
export const defaultSettings: Settings = {
  kubernetesVersion: '1.36',
  strict: true,
  skipKinds: [],
  rejectKinds: [],
  ignoreMissingSchemas: true,
  schemaFiles: [],
  minReplicasDeployment: 2,
  minReplicasHpa: 2,
  requireCpuLimit: true,
  requireMemoryLimit: true,
  enabledChecks: [],
  disabledChecks: [],
  ignoredChecks: [],
  ignoreAnnotations: true,
  enableAnnotations: true,
}
