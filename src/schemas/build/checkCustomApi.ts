import type { BuiltInTypes } from './builtInTypes'
import type { CustomApi, CustomKind } from './customApi'
import { customPackages, type PackageCounts } from './customPackages'
import type { JsonSchema } from './jsonSchema'

/** The errors in the custom resources, as sentences. A build with any of them must not be used. */
export const checkCustomApi = (api: CustomApi, builtIn: BuiltInTypes): readonly string[] => [
  ...countErrors(api),
  ...duplicateErrors(api),
  ...schemasIn(api).flatMap(([name, schema]) => structureErrors(name, schema, api, builtIn)),
  ...expectedFields.flatMap((expected) => fieldErrors(expected, api)),
]

const countNames = ['kinds', 'definitions', 'fields', 'described fields', 'constrained fields']

const countsOf = (name: string, { kinds, definitions }: CustomApi): PackageCounts => {
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

/** A schema and all schemas in it. */
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

const countErrors = (api: CustomApi): readonly string[] => {
  const names = new Set([...Object.keys(customPackages), ...api.kinds.map((kind) => kind.package)])
  return [...names].flatMap((name) => {
    const found = countsOf(name, api)
    const expected = customPackages[name]?.counts
    if (!expected)
      return [`${name}: customPackages.ts has no row for this package, found the counts ${found.join(', ')}`]
    return found.flatMap((count, index) =>
      count === expected[index]
        ? []
        : [`${name}: found ${count} ${countNames[index]}, expected ${expected[index]}`],
    )
  })
}

const nameOf = ({ apiVersion, kind }: CustomKind): string => `${apiVersion}/${kind}`

const duplicateErrors = ({ kinds }: CustomApi): readonly string[] =>
  kinds
    .filter((kind, index) => kinds.findIndex((other) => nameOf(other) === nameOf(kind)) !== index)
    .map((kind) => `${nameOf(kind)} is in more than one package`)

const schemasIn = ({ kinds, definitions }: CustomApi): readonly (readonly [string, JsonSchema])[] => [
  ...kinds.map((kind) => [nameOf(kind), kind.schema] as const),
  ...definitions,
]

const structureErrors = (
  name: string,
  schema: JsonSchema,
  api: CustomApi,
  builtIn: BuiltInTypes,
): readonly string[] =>
  nodesIn(schema).flatMap(({ ref, type, properties, required = [] }) => {
    if (ref !== undefined)
      return api.definitions.has(ref) || builtIn.fields(ref)
        ? []
        : [`${name} refers to ${ref}, which does not exist`]
    if (type !== 'object' || !properties) return []
    return required
      .filter((field) => !properties.has(field) && field !== 'metadata')
      .map((field) => `${name} requires the unknown field ${field}`)
  })

/** The summary of the schema at a field. The path leads through lists, and an empty step is any key of a map. */
type ExpectedField = readonly [kind: string, path: string, summary: string]

const expectedFields: readonly ExpectedField[] = [
  ['argoproj.io/v1alpha1/Application', '', 'object of 3 fields; requires metadata, spec'],
  ['argoproj.io/v1alpha1/Rollout', 'spec/template', '#core.v1.PodTemplateSpec'],
  // From schemaOverrides.ts.
  ['argoproj.io/v1alpha1/Workflow', 'spec/templates/container', 'object of 25 fields'],
  ['argoproj.io/v1alpha1/Workflow', 'spec/templates/steps/when', 'string'],
  ['monitoring.coreos.com/v1/Prometheus', 'spec/storage/volumeClaimTemplate', 'object of 5 fields'],
  ['serving.knative.dev/v1/Service', 'spec/template/spec/containers', 'object of 25 fields'],
  // Embeds a container, so that it has the fields of both.
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

const fieldErrors = ([name, path, expected]: ExpectedField, api: CustomApi): readonly string[] => {
  const root = api.kinds.find((kind) => nameOf(kind) === name)
  const schema = root && schemaAt(root.schema, path === '' ? [] : path.split('/'), api)
  const found = schema ? summaryOf(schema) : 'missing'
  return found === expected ? [] : [`${name}${path && ` ${path}`} is ${found}, expected ${expected}`]
}

const schemaAt = (schema: JsonSchema, path: readonly string[], api: CustomApi): JsonSchema | undefined => {
  const target = api.definitions.get(schema.ref ?? '') ?? schema
  if (target.items) return schemaAt(target.items, path, api)
  const [key, ...rest] = path
  if (key === undefined) return target
  const child = target.properties?.get(key) ?? target.values
  return child && schemaAt(child, rest, api)
}

/** `object of 3 fields; requires name`, `one of Never, Always`, `2 anyOf`, `string`, `#core.v1.PodTemplateSpec` */
const summaryOf = ({
  ref,
  type = 'anything',
  format,
  properties,
  required = [],
  ...rest
}: JsonSchema): string => {
  if (ref !== undefined) return ref
  const combinations = (['anyOf', 'oneOf'] as const).flatMap((name) => {
    const branches = rest[name]
    return branches ? [`${branches.length} ${name}`] : []
  })
  if (combinations.length > 0) return combinations.join(', ')
  if (rest.enum) return `one of ${rest.enum.join(', ')}`
  const fields = properties ? ` of ${properties.size} fields` : ''
  const requires = required.length > 0 ? `; requires ${required.toSorted().join(', ')}` : ''
  return `${format ?? type}${fields}${requires}`
}
