import type { JsonSchema } from './jsonSchema'

/** A change to one field of a definition. The path leads through lists without a step of its own. */
type Override = readonly [
  definition: string,
  path: readonly string[],
  change: (schema: JsonSchema) => JsonSchema,
]

/** Returns the schema that a reference leads to. */
type Resolve = (reference: string) => JsonSchema

/**
 * A definition as it is in the project's own CustomResourceDefinition. Most projects publish what controller-gen
 * generates from their Go types, which is also what the packages hold. These are the projects that change the generated
 * definitions afterwards, or write them by hand. `id`: package and name, `keda/ComGithub…ScaleTarget`.
 */
export const applyOverrides = (id: string, schema: JsonSchema, resolve: Resolve): JsonSchema => {
  const lenient = withoutFixedIdentity(schema)
  const isByHand = packagesByHand.some((name) => id.startsWith(`${name}/`))
  return overrides
    .filter(([definition]) => definition === id)
    .reduce(
      (changed, [, path, change]) => changeAt(changed, path, change, resolve),
      isByHand ? withoutRequired(lenient) : lenient,
    )
}

/**
 * The packages require apiVersion and kind of every type that could be an object of its own, even where it is embedded
 * in another object.
 */
const withoutFixedIdentity = (schema: JsonSchema): JsonSchema => {
  const { properties = new Map<string, JsonSchema>(), required = [] } = schema
  const identity = ['apiVersion', 'kind'].filter((name) => properties.get(name)?.enum?.length === 1)
  if (identity.length < 2) return schema
  const anyText = identity.map((name): [string, JsonSchema] => [name, { type: 'string' }])
  return {
    ...schema,
    properties: new Map([...properties, ...anyText]),
    required: required.filter((name) => !identity.includes(name)),
  }
}

/** The Go types set defaults for fields that these definitions do not require. */
const withoutRequired = (schema: JsonSchema): JsonSchema => ({
  ...requireNothing(schema),
  ...(schema.properties && {
    properties: new Map([...schema.properties].map(([name, field]) => [name, withoutRequired(field)])),
  }),
  ...(schema.items && { items: withoutRequired(schema.items) }),
  ...(schema.values && { values: withoutRequired(schema.values) }),
})

const requireNothing = (schema: JsonSchema): JsonSchema =>
  schema.required ? { ...schema, required: [] } : schema

/** Source: knative eventing config/core/resources, operator config/crd/bases */
const packagesByHand = ['knative']

const workflow = 'argo-workflows/ComGithubArgoprojArgoWorkflowsV4PkgApisWorkflowV1alpha1'
const template = `${workflow}Template`
const revision = 'knative/DevKnativeServingPkgApisServingV1RevisionSpec'

const overrides: readonly Override[] = [
  // Steps are lists of lists, which the generated types cannot express. A template's only container needs no name.
  // Source: argo-workflows hack/manifests/crds.go
  [template, ['steps'], (schema) => fieldOf(schema, 'steps')],
  [template, ['container'], requireNothing],
  [template, ['script'], requireNothing],
  // Accepts numbers and booleans and reads them as text. Source: argo-workflows pkg/apis/workflow/v1alpha1/any_string.go
  [`${workflow}AnyString`, [], () => ({})],
  // The only container needs no name and no port. Source: knative serving cmd/schema-tweak/overrides.go
  [revision, ['containers'], requireNothing],
  [revision, ['containers', 'ports'], requireNothing],
  ...['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((probe) =>
    ['httpGet', 'tcpSocket', 'grpc'].map((handler): Override => [
      revision,
      ['containers', probe, handler],
      requireNothing,
    ]),
  ),
]

const changeAt = (
  schema: JsonSchema,
  path: readonly string[],
  change: (schema: JsonSchema) => JsonSchema,
  resolve: Resolve,
): JsonSchema => {
  const { ref, ...own } = schema
  const target = ref === undefined ? own : { ...resolve(ref), ...own }
  if (target.items) return { ...target, items: changeAt(target.items, path, change, resolve) }
  const [first, ...rest] = path
  if (first === undefined) return change(target)
  const field = changeAt(fieldOf(target, first), rest, change, resolve)
  return { ...target, properties: new Map([...(target.properties ?? []), [first, field]]) }
}

const fieldOf = ({ properties }: JsonSchema, name: string): JsonSchema => {
  const field = properties?.get(name)
  if (!field) throw new Error(`The field ${name} to override does not exist`)
  return field
}
