import type { Settings } from './settings'

/** How a setting is changed on the page. */
type Control =
  | { readonly type: 'switch' }
  | { readonly type: 'number'; readonly min: number; readonly max: number }
  | { readonly type: 'kubernetesVersion' }
  /** Kinds: `Deployment`, or `apps/v1/Deployment` for one version of it. */
  | { readonly type: 'kinds'; readonly example: string }
  /** Ids of checks. `optional`: only those that are off by default. */
  | { readonly type: 'checks'; readonly among: 'all' | 'optional' }
  | { readonly type: 'schemaFiles' }

/**
 * The flag of another tool with the same effect. `value`: the value that a flag without an argument sets; absent for flags
 * with an argument.
 */
type Flag = { readonly name: string; readonly value?: boolean }

/** Where a setting is listed on the page. */
type SettingGroup = 'Validation' | 'Checks' | 'Annotations' | 'Schemas'

/** `key`: its name in `Settings`. */
export type Setting = {
  readonly key: keyof Settings
  readonly group: SettingGroup
  /** The id of the check that it belongs to: it is shown beside that check. */
  readonly check?: string
  readonly label: string
  readonly help: string
  readonly control: Control
  readonly kubeScore?: Flag
  readonly kubeconform?: Flag
}

/** By key, so that none can be forgotten. */
const described: { readonly [Key in keyof Settings]: Omit<Setting, 'key'> } = {
  kubernetesVersion: {
    group: 'Validation',
    label: 'Kubernetes version',
    help: 'The minor version of the cluster that the manifests are for',
    control: { type: 'kubernetesVersion' },
    kubeScore: { name: '--kubernetes-version' },
    kubeconform: { name: '-kubernetes-version' },
  },
  strict: {
    group: 'Validation',
    label: 'Strict',
    help: 'Reject unknown fields and duplicate keys',
    control: { type: 'switch' },
    kubeconform: { name: '-strict', value: true },
  },
  ignoreMissingSchemas: {
    group: 'Validation',
    label: 'Skip kinds without a schema',
    help: 'Otherwise each one is an error',
    control: { type: 'switch' },
    kubeconform: { name: '-ignore-missing-schemas', value: true },
  },
  skipKinds: {
    group: 'Validation',
    label: 'Skip kinds',
    help: 'Do not validate objects of these kinds',
    control: { type: 'kinds', example: 'Secret, apps/v1/Deployment' },
    kubeconform: { name: '-skip' },
  },
  rejectKinds: {
    group: 'Validation',
    label: 'Reject kinds',
    help: 'Report an error for every object of these kinds',
    control: { type: 'kinds', example: 'Pod' },
    kubeconform: { name: '-reject' },
  },
  enabledChecks: {
    group: 'Checks',
    label: 'Optional checks',
    help: 'Off by default',
    control: { type: 'checks', among: 'optional' },
    kubeScore: { name: '--enable-optional-test' },
  },
  ignoredChecks: {
    group: 'Checks',
    label: 'Ignored checks',
    help: 'Their findings are listed, but never counted',
    control: { type: 'checks', among: 'all' },
  },
  disabledChecks: {
    group: 'Checks',
    label: 'Disabled checks',
    help: 'These are not run at all',
    control: { type: 'checks', among: 'all' },
    kubeScore: { name: '--ignore-test' },
  },
  minReplicasDeployment: {
    group: 'Checks',
    check: 'deployment-replicas',
    label: 'Minimum replicas of a Deployment',
    help: 'Fewer replicas behind a Service are a warning',
    control: { type: 'number', min: 0, max: 1_000_000 },
    kubeScore: { name: '--min-replicas-deployment' },
  },
  minReplicasHpa: {
    group: 'Checks',
    check: 'horizontalpodautoscaler-replicas',
    label: 'Minimum replicas of a HorizontalPodAutoscaler',
    help: 'A lower minReplicas is a warning',
    control: { type: 'number', min: 0, max: 1_000_000 },
    kubeScore: { name: '--min-replicas-hpa' },
  },
  moreIsElsewhere: {
    group: 'Checks',
    label: 'More is deployed elsewhere',
    help: 'Findings about objects that are not in this text do not count',
    control: { type: 'switch' },
  },
  requireCpuLimit: {
    group: 'Checks',
    check: 'container-resources',
    label: 'Require CPU limits',
    help: 'Many teams set none, to avoid throttling',
    control: { type: 'switch' },
    kubeScore: { name: '--ignore-container-cpu-limit', value: false },
  },
  requireMemoryLimit: {
    group: 'Checks',
    check: 'container-resources',
    label: 'Require memory limits',
    help: 'Without one, a leak can take down its node',
    control: { type: 'switch' },
    kubeScore: { name: '--ignore-container-memory-limit', value: false },
  },
  ignoreAnnotations: {
    group: 'Annotations',
    label: 'Follow kube-score/ignore',
    help: 'Manifests can ignore checks',
    control: { type: 'switch' },
    kubeScore: { name: '--disable-ignore-checks-annotations', value: false },
  },
  enableAnnotations: {
    group: 'Annotations',
    label: 'Follow kube-score/enable',
    help: 'Manifests can enable optional checks',
    control: { type: 'switch' },
    kubeScore: { name: '--disable-optional-checks-annotations', value: false },
  },
  schemaFiles: {
    group: 'Schemas',
    label: 'JSON Schemas',
    help: 'A CustomResourceDefinition in the text is the schema for its own resources. For other kinds, add JSON Schemas, as you would for kubeconform.',
    control: { type: 'schemaFiles' },
    kubeconform: { name: '-schema-location' },
  },
}

/**
 * All settings, in the order in which they are shown. The settings page, the flags of other tools and the texts about
 * settings come from this list.
 */
export const settings: readonly Setting[] = Object.entries(described).map(([key, setting]) => ({
  ...setting,
  key: key as keyof Settings,
}))
