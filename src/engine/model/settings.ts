/** A JSON Schema that a person added, with the name of its file. */
export type SchemaFile = { readonly name: string; readonly text: string }

/** How a setting is changed on a page or in a file. */
type Control =
  | { readonly type: 'switch' }
  | { readonly type: 'number'; readonly min: number }
  | { readonly type: 'kubernetesVersion' }
  /** Kinds: `Deployment`, or `apps/v1/Deployment` for one version of it. */
  | { readonly type: 'kinds'; readonly example: string }
  /** Ids of checks. `optional`: only those that are off by default. */
  | { readonly type: 'checks'; readonly among: 'all' | 'optional' }
  | { readonly type: 'schemaFiles' }

/**
 * The flag of another tool with the same effect. `value`: what the setting becomes by a flag that takes no value; without
 * it the value follows the flag.
 */
type Flag = { readonly name: string; readonly value?: boolean }

/** Where a setting is listed on the page. */
type SettingGroup = 'Validation' | 'Checks' | 'Annotations' | 'Schemas'

export type Setting<Key extends string = string, Value = unknown> = {
  readonly key: Key
  readonly group: SettingGroup
  readonly label: string
  readonly help: string
  readonly control: Control
  readonly default: Value
  readonly kubeScore?: Flag
  readonly kubeconform?: Flag
}

/** Keeps the key as a literal type, from which `Settings` is made. */
const setting = <const Key extends string, Value>(given: Setting<Key, Value>): Setting<Key, Value> => given

const none: readonly string[] = []
const noFiles: readonly SchemaFile[] = []

/**
 * Everything a person can set that changes a report, in the order in which it is shown. The panel, the flags of the
 * command line and the type below come from this list.
 */
export const settings = [
  setting({
    key: 'kubernetesVersion',
    group: 'Validation',
    label: 'Kubernetes version',
    help: 'The minor version of the cluster that the manifests are for',
    control: { type: 'kubernetesVersion' },
    default: '1.36',
    kubeScore: { name: '--kubernetes-version' },
    kubeconform: { name: '-kubernetes-version' },
  }),
  setting({
    key: 'strict',
    group: 'Validation',
    label: 'Strict',
    help: 'Reject unknown fields and duplicate keys',
    control: { type: 'switch' },
    default: true,
    kubeconform: { name: '-strict', value: true },
  }),
  setting({
    key: 'ignoreMissingSchemas',
    group: 'Validation',
    label: 'Skip kinds without a schema',
    help: 'Otherwise each one is an error',
    control: { type: 'switch' },
    default: true,
    kubeconform: { name: '-ignore-missing-schemas', value: true },
  }),
  setting({
    key: 'skipKinds',
    group: 'Validation',
    label: 'Skip kinds',
    help: 'Do not validate objects of these kinds',
    control: { type: 'kinds', example: 'Secret, apps/v1/Deployment' },
    default: none,
    kubeconform: { name: '-skip' },
  }),
  setting({
    key: 'rejectKinds',
    group: 'Validation',
    label: 'Reject kinds',
    help: 'Report an error for every object of these kinds',
    control: { type: 'kinds', example: 'Pod' },
    default: none,
    kubeconform: { name: '-reject' },
  }),
  setting({
    key: 'enabledChecks',
    group: 'Checks',
    label: 'Optional checks',
    help: 'Off by default',
    control: { type: 'checks', among: 'optional' },
    default: none,
    kubeScore: { name: '--enable-optional-test' },
  }),
  setting({
    key: 'ignoredChecks',
    group: 'Checks',
    label: 'Ignored checks',
    help: 'Their findings are listed, but never counted',
    control: { type: 'checks', among: 'all' },
    default: none,
  }),
  setting({
    key: 'disabledChecks',
    group: 'Checks',
    label: 'Disabled checks',
    help: 'These are not run at all',
    control: { type: 'checks', among: 'all' },
    default: none,
    kubeScore: { name: '--ignore-test' },
  }),
  setting({
    key: 'minReplicasDeployment',
    group: 'Checks',
    label: 'Minimum replicas of a Deployment',
    help: 'Fewer replicas behind a Service are a warning',
    control: { type: 'number', min: 0 },
    default: 2,
    kubeScore: { name: '--min-replicas-deployment' },
  }),
  setting({
    key: 'minReplicasHpa',
    group: 'Checks',
    label: 'Minimum replicas of a HorizontalPodAutoscaler',
    help: 'A lower minReplicas is a warning',
    control: { type: 'number', min: 0 },
    default: 2,
    kubeScore: { name: '--min-replicas-hpa' },
  }),
  setting({
    key: 'requireCpuLimit',
    group: 'Checks',
    label: 'Require CPU limits',
    help: 'Many teams set none, to avoid throttling',
    control: { type: 'switch' },
    default: true,
    kubeScore: { name: '--ignore-container-cpu-limit', value: false },
  }),
  setting({
    key: 'requireMemoryLimit',
    group: 'Checks',
    label: 'Require memory limits',
    help: 'Without one, a leak can take down its node',
    control: { type: 'switch' },
    default: true,
    kubeScore: { name: '--ignore-container-memory-limit', value: false },
  }),
  setting({
    key: 'ignoreAnnotations',
    group: 'Annotations',
    label: 'Follow kube-score/ignore',
    help: 'Manifests can ignore checks',
    control: { type: 'switch' },
    default: true,
    kubeScore: { name: '--disable-ignore-checks-annotations', value: false },
  }),
  setting({
    key: 'enableAnnotations',
    group: 'Annotations',
    label: 'Follow kube-score/enable',
    help: 'Manifests can enable optional checks',
    control: { type: 'switch' },
    default: true,
    kubeScore: { name: '--disable-optional-checks-annotations', value: false },
  }),
  setting({
    key: 'schemaFiles',
    group: 'Schemas',
    label: 'JSON Schemas',
    help: 'A CustomResourceDefinition in the text is the schema for its own resources. For other kinds, add JSON Schemas, as you would for kubeconform.',
    control: { type: 'schemaFiles' },
    default: noFiles,
    kubeconform: { name: '-schema-location' },
  }),
] as const satisfies readonly Setting[]

type Listed = (typeof settings)[number]

/** The value of every setting. Plain data: it travels to the worker, in links and in files. */
export type Settings = { readonly [Each in Listed as Each['key']]: Each['default'] }

/** Page, worker, command line and tests all start from these. */
export const defaultSettings = Object.fromEntries(
  settings.map(({ key, default: value }) => [key, value]),
) as Settings
