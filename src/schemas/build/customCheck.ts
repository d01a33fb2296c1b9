import type { BuiltInTypes } from './builtInTypes'
import type { CustomApi, CustomKind } from './customApi'
import type { JsonSchema } from './decompile'

/** What is wrong with the custom resources, in sentences; a build with any of them must not be used. */
export const customFaultsIn = (api: CustomApi, builtIn: BuiltInTypes): readonly string[] => [
  ...countFaults(api),
  ...twice(api),
  ...schemasOf(api).flatMap(([place, schema]) => structureFaults(place, schema, api, builtIn)),
  ...facts.flatMap((fact) => factFaults(fact, api)),
]

/**
 * Of each package: kinds, definitions, fields, fields with a description, enums and other rules for values. The
 * fields of cert-manager, gateway-api, keda, argo-cd, prometheus-operator and istio were compared with the
 * definitions that those projects publish, and none was missing. A number that moves means that a reader or a
 * package changed.
 */
const counts: Readonly<Record<string, readonly number[]>> = {
  'argo-cd': [3, 108, 521, 381, 3],
  'argo-rollouts': [5, 107, 479, 408, 2],
  'argo-workflows': [8, 114, 682, 628, 42],
  autoscaler: [4, 24, 86, 72, 6],
  'cert-manager': [11, 102, 420, 389, 63],
  cilium: [29, 166, 633, 585, 144],
  'cloudnative-pg': [10, 112, 636, 624, 58],
  contour: [5, 96, 407, 388, 102],
  'envoy-gateway': [8, 199, 742, 736, 249],
  'external-secrets': [24, 354, 1162, 879, 114],
  flink: [4, 0, 7908, 0, 12],
  'flux-cd': [39, 244, 1324, 1139, 176],
  'gateway-api': [21, 91, 330, 328, 239],
  'grafana-operator': [18, 0, 3073, 1390, 213],
  istio: [33, 0, 2409, 2076, 887],
  karpenter: [4, 31, 156, 136, 62],
  keda: [6, 48, 194, 16, 5],
  knative: [35, 151, 873, 736, 14],
  kyverno: [47, 159, 826, 702, 49],
  'opentelemetry-operator': [6, 63, 463, 419, 56],
  'prometheus-operator': [11, 196, 1844, 1838, 625],
  'pulsar-resources-operator': [19, 97, 586, 448, 44],
  'sealed-secrets': [1, 4, 17, 12, 0],
  spicedb: [1, 6, 31, 29, 1],
  'strimzi-kafka-operator': [24, 0, 9187, 2444, 797],
  'tidb-operator': [35, 251, 2212, 1714, 219],
  traefik: [10, 80, 411, 374, 47],
}

const countNames = ['kinds', 'definitions', 'fields', 'described fields', 'rules for values']

export const countsOf = (name: string, { kinds, definitions }: CustomApi): readonly number[] => {
  const own = kinds.filter((kind) => kind.package === name)
  const parts = [...definitions].filter(([id]) => id.startsWith(`${name}/`)).map(([, schema]) => schema)
  const nodes = [...own.map(({ schema }) => schema), ...parts].flatMap(nodesIn)
  const fields = nodes.flatMap(({ properties }) => [...(properties?.values() ?? [])])
  return [
    own.length,
    parts.length,
    fields.length,
    fields.filter(({ description }) => description !== undefined).length,
    nodes.filter((node) => node.enum ?? node.pattern ?? node.limits ?? node.oneOf ?? node.anyOf ?? node.not)
      .length,
  ]
}

const nodesIn = (schema: JsonSchema): readonly JsonSchema[] => [
  schema,
  ...childrenOf(schema).flatMap(nodesIn),
]

const childrenOf = ({
  properties,
  items,
  values,
  allOf,
  anyOf,
  oneOf,
  not,
}: JsonSchema): readonly JsonSchema[] => [
  ...(properties?.values() ?? []),
  ...[items, values, not].filter((child) => child !== undefined),
  ...[allOf, anyOf, oneOf].flatMap((branches) => branches ?? []),
]

const countFaults = (api: CustomApi): readonly string[] => {
  const names = new Set([...Object.keys(counts), ...api.kinds.map((kind) => kind.package)])
  return [...names].flatMap((name) => {
    const expected = counts[name]
    if (!expected) return [`${name}: nobody has counted this package: ${countsOf(name, api).join(', ')}`]
    return countsOf(name, api).flatMap((count, place) =>
      count === expected[place]
        ? []
        : [`${name}: ${count} ${countNames[place]} instead of ${expected[place]}`],
    )
  })
}

const nameOf = ({ apiVersion, kind }: CustomKind): string => `${apiVersion}/${kind}`

const twice = ({ kinds }: CustomApi): readonly string[] =>
  kinds
    .filter((kind, place) => kinds.findIndex((other) => nameOf(other) === nameOf(kind)) !== place)
    .map((kind) => `${nameOf(kind)} is in more than one package`)

const schemasOf = ({ kinds, definitions }: CustomApi): readonly (readonly [string, JsonSchema])[] => [
  ...kinds.map((kind) => [nameOf(kind), kind.schema] as const),
  ...definitions,
]

const structureFaults = (
  place: string,
  schema: JsonSchema,
  api: CustomApi,
  builtIn: BuiltInTypes,
): readonly string[] =>
  nodesIn(schema).flatMap(({ ref, type, properties, required = [] }) => {
    if (ref !== undefined)
      return api.definitions.has(ref) || builtIn.fields(ref)
        ? []
        : [`${place} refers to ${ref}, which is not there`]
    if (type !== 'object' || !properties) return []
    return required
      .filter((name) => !properties.has(name) && name !== 'metadata')
      .map((name) => `${place} requires ${name}, which it does not have`)
  })

/** What stands at a field, where lists are no step and an empty name is any key of a map. */
type Fact = readonly [kind: string, path: string, is: string]

const facts: readonly Fact[] = [
  ['argoproj.io/v1alpha1/Application', '', 'object of 3 fields; requires metadata, spec'],
  ['argoproj.io/v1alpha1/Rollout', 'spec/template', '#core.v1.PodTemplateSpec'],
  // Not what the types say: the amendments.
  ['argoproj.io/v1alpha1/Workflow', 'spec/templates/container', 'object of 25 fields'],
  ['argoproj.io/v1alpha1/Workflow', 'spec/templates/steps/when', 'string'],
  ['monitoring.coreos.com/v1/Prometheus', 'spec/storage/volumeClaimTemplate', 'object of 5 fields'],
  ['serving.knative.dev/v1/Service', 'spec/template/spec/containers', 'object of 25 fields'],
  // Embeds a container, whose fields stand beside its own.
  ['argoproj.io/v1alpha1/Workflow', 'spec/templates/script/source', 'string'],
  ['argoproj.io/v1alpha1/Workflow', 'spec/templates/script/image', 'string'],
  ['argoproj.io/v1alpha1/WorkflowTaskResult', 'outputs/result', 'string'],
  ['cert-manager.io/v1/Certificate', 'spec', 'object of 23 fields; requires issuerRef, secretName'],
  ['cert-manager.io/v1/Certificate', 'spec/privateKey/rotationPolicy', 'one of Never, Always'],
  ['cert-manager.io/v1/Certificate', 'spec/renewBeforePercentage', 'int32'],
  ['cert-manager.io/v1/Certificate', 'spec/issuerRef', 'object of 3 fields; requires name'],
  ['cilium.io/v2/CiliumNetworkPolicy', 'spec', '4 anyOf, 2 oneOf'],
  ['gateway.networking.k8s.io/v1/GatewayClass', 'spec/description', 'string'],
  ['gateway.networking.k8s.io/v1/HTTPRoute', 'spec/parentRefs/name', 'string'],
  [
    'gateway.networking.k8s.io/v1/HTTPRoute',
    'spec/rules/matches/path/type',
    'one of Exact, PathPrefix, RegularExpression',
  ],
  ['install.istio.io/v1alpha1/IstioOperator', '', 'object'],
  ['integreatly.org/v1alpha1/Grafana', 'spec/config/plugins/plugin_admin_enabled', 'boolean'],
  ['karpenter.sh/v1/NodePool', 'spec/limits/', 'quantity'],
  ['keda.sh/v1alpha1/ScaledObject', 'spec/triggers', 'object of 6 fields; requires metadata, type'],
  ['keda.sh/v1alpha1/ScaledObject', 'spec', 'object of 10 fields; requires scaleTargetRef, triggers'],
  ['keda.sh/v1alpha1/ScaledJob', 'spec/jobTargetRef', '#batch.v1.JobSpec'],
  [
    'monitoring.coreos.com/v1/Prometheus',
    'spec/storage/volumeClaimTemplate/spec',
    '#core.v1.PersistentVolumeClaimSpec',
  ],
  ['monitoring.coreos.com/v1/ServiceMonitor', 'spec', 'object of 24 fields; requires endpoints, selector'],
  ['monitoring.coreos.com/v1/ServiceMonitor', 'spec/endpoints/targetPort', 'intOrString'],
  ['monitoring.coreos.com/v1/ServiceMonitor', 'spec/endpoints/interval', 'string'],
  ['networking.istio.io/v1/VirtualService', 'spec/http/corsPolicy/allowOrigins', '4 oneOf'],
  ['traefik.io/v1alpha1/IngressRoute', 'spec/routes/kind', 'one of Rule'],
]

const factFaults = ([name, path, is]: Fact, api: CustomApi): readonly string[] => {
  const root = api.kinds.find((kind) => nameOf(kind) === name)
  const found = root && fieldAt(root.schema, path === '' ? [] : path.split('/'), api)
  const word = found ? wordFor(found) : 'missing'
  return word === is ? [] : [`${name} ${path} is ${word} instead of ${is}`]
}

const fieldAt = (schema: JsonSchema, path: readonly string[], api: CustomApi): JsonSchema | undefined => {
  const at = api.definitions.get(schema.ref ?? '') ?? schema
  if (at.items) return fieldAt(at.items, path, api)
  const [key, ...rest] = path
  if (key === undefined) return at
  const child = at.properties?.get(key) ?? at.values
  return child && fieldAt(child, rest, api)
}

const wordFor = ({
  ref,
  type = 'anything',
  format,
  properties,
  required = [],
  ...rest
}: JsonSchema): string => {
  if (ref !== undefined) return ref
  const junctions = (['anyOf', 'oneOf'] as const).flatMap((name) => {
    const branches = rest[name]
    return branches ? [`${branches.length} ${name}`] : []
  })
  if (junctions.length > 0) return junctions.join(', ')
  if (rest.enum) return `one of ${rest.enum.join(', ')}`
  const fields = properties ? ` of ${properties.size} fields` : ''
  const needs = required.length > 0 ? `; requires ${required.toSorted().join(', ')}` : ''
  return `${format ?? type}${fields}${needs}`
}
