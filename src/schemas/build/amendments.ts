import type { JsonSchema } from './decompile'

/** At a field of a definition; lists are no step. */
type Amendment = readonly [
  definition: string,
  path: readonly string[],
  change: (schema: JsonSchema) => JsonSchema,
]

/**
 * A definition as the project's own CustomResourceDefinition has it. Most projects publish what controller-gen makes
 * of their Go types, and so do the packages; two change it afterwards or write it by hand. `unfold`: what a
 * reference leads to.
 */
export const amended = (
  id: string,
  schema: JsonSchema,
  unfold: (reference: string) => JsonSchema,
): JsonSchema => {
  const free = withoutIdentity(schema)
  const start = byHand.some((home) => id.startsWith(home)) ? withoutRequired(free) : free
  return amendments
    .filter(([definition]) => definition === id)
    .reduce((before, [, path, change]) => changedAt(before, path, change, unfold), start)
}

/**
 * The packages ask every type that could be an object of its own for its apiVersion and kind, inside another object
 * as well.
 */
const withoutIdentity = (schema: JsonSchema): JsonSchema => {
  const { properties = new Map<string, JsonSchema>(), required = [] } = schema
  const identity = ['apiVersion', 'kind'].filter((name) => properties.get(name)?.enum?.length === 1)
  if (identity.length < 2) return schema
  const texts = identity.map((name): [string, JsonSchema] => [name, { type: 'string' }])
  return {
    ...schema,
    properties: new Map([...properties, ...texts]),
    required: required.filter((name) => !identity.includes(name)),
  }
}

/** With what Go fills in when it is missing: these definitions do not ask for it. */
const withoutRequired = (schema: JsonSchema): JsonSchema => ({
  ...requiringNothing(schema),
  ...(schema.properties && {
    properties: new Map([...schema.properties].map(([name, field]) => [name, withoutRequired(field)])),
  }),
  ...(schema.items && { items: withoutRequired(schema.items) }),
  ...(schema.values && { values: withoutRequired(schema.values) }),
})

const requiringNothing = (schema: JsonSchema): JsonSchema =>
  schema.required ? { ...schema, required: [] } : schema

const innerSteps = (schema: JsonSchema): JsonSchema => fieldOf(schema, 'steps')

/** Source: knative eventing config/core/resources, operator config/crd/bases */
const byHand = ['knative/']

const workflow = 'argo-workflows/ComGithubArgoprojArgoWorkflowsV4PkgApisWorkflowV1alpha1'
const template = `${workflow}Template`
const revision = 'knative/DevKnativeServingPkgApisServingV1RevisionSpec'

const amendments: readonly Amendment[] = [
  // Steps are lists of lists, which the types cannot say, and the only container needs no name.
  // Source: argo-workflows hack/manifests/crds.go
  [template, ['steps'], innerSteps],
  [template, ['container'], requiringNothing],
  [template, ['script'], requiringNothing],
  // Numbers and true or false are read as text. Source: argo-workflows pkg/apis/workflow/v1alpha1/any_string.go
  [`${workflow}AnyString`, [], () => ({})],
  // The only container needs no name and no port. Source: knative serving cmd/schema-tweak/overrides.go
  [revision, ['containers'], requiringNothing],
  [revision, ['containers', 'ports'], requiringNothing],
  ...['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((probe) =>
    ['httpGet', 'tcpSocket', 'grpc'].map((handler): Amendment => [
      revision,
      ['containers', probe, handler],
      requiringNothing,
    ]),
  ),
]

const changedAt = (
  schema: JsonSchema,
  path: readonly string[],
  change: (schema: JsonSchema) => JsonSchema,
  unfold: (reference: string) => JsonSchema,
): JsonSchema => {
  const { ref, ...own } = schema
  const at = ref === undefined ? own : { ...unfold(ref), ...own }
  if (at.items) return { ...at, items: changedAt(at.items, path, change, unfold) }
  const [first, ...rest] = path
  if (first === undefined) return change(at)
  const field = changedAt(fieldOf(at, first), rest, change, unfold)
  return { ...at, properties: new Map([...(at.properties ?? []), [first, field]]) }
}

const fieldOf = ({ properties }: JsonSchema, name: string): JsonSchema => {
  const field = properties?.get(name)
  if (!field) throw new Error(`There is no field ${name} to be amended`)
  return field
}
