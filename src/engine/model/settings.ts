/** A JSON Schema that a person added, with the name of its file. */
export type SchemaFile = { readonly name: string; readonly text: string }

/**
 * The value of every setting: everything that a person can set, and that changes a report. Plain data: it is sent to the
 * worker and stored in links and files. What each is good for stands in the list of settings.
 */
export type Settings = {
  readonly kubernetesVersion: string
  readonly strict: boolean
  readonly ignoreMissingSchemas: boolean
  readonly skipKinds: readonly string[]
  readonly rejectKinds: readonly string[]
  readonly enabledChecks: readonly string[]
  readonly ignoredChecks: readonly string[]
  readonly disabledChecks: readonly string[]
  readonly minReplicasDeployment: number
  readonly minReplicasHpa: number
  readonly moreIsElsewhere: boolean
  readonly requireCpuLimit: boolean
  readonly requireMemoryLimit: boolean
  readonly ignoreAnnotations: boolean
  readonly enableAnnotations: boolean
  readonly schemaFiles: readonly SchemaFile[]
}

/** The defaults of the page, the worker, the command line and the tests. */
export const defaultSettings: Settings = {
  kubernetesVersion: '1.36',
  strict: true,
  ignoreMissingSchemas: true,
  skipKinds: [],
  rejectKinds: [],
  enabledChecks: [],
  ignoredChecks: [],
  disabledChecks: [],
  minReplicasDeployment: 2,
  minReplicasHpa: 2,
  moreIsElsewhere: false,
  requireCpuLimit: true,
  requireMemoryLimit: true,
  ignoreAnnotations: true,
  enableAnnotations: true,
  schemaFiles: [],
}
