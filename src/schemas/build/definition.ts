/** The type of one field, as far as the Kubernetes API needs it. */
export type Shape =
  | { readonly is: 'any' | 'boolean' | 'number' | 'quantity' | 'intOrString' }
  | { readonly is: 'string'; readonly format?: string; readonly values?: readonly string[] }
  | { readonly is: 'integer'; readonly format?: string }
  | { readonly is: 'list' | 'map'; readonly of: Shape }
  | { readonly is: 'reference'; readonly to: string }

export type Property = {
  readonly shape: Shape
  readonly description?: string
  /** Written by the cluster and only known from a newer version, so it is never validated. */
  readonly lenient?: boolean
}

export type Definition = {
  /** The kinds that are served as this definition: `apps/v1/Deployment`, `v1/Pod`. */
  readonly kinds: readonly string[]
  readonly description?: string
  readonly required: readonly string[]
  /** Empty when the source does not know the fields. */
  readonly properties: ReadonlyMap<string, Property>
}

/** By full name, as in the API's own specification: `io.k8s.api.apps.v1.Deployment`. */
export type Definitions = ReadonlyMap<string, Definition>

export const anyShape: Shape = { is: 'any' }

const scalarDefinitions: readonly (readonly [name: RegExp, shape: Shape])[] = [
  [/api\.?resource\.?Quantity$/i, { is: 'quantity' }],
  [/util\.?intstr\.?IntOrString$/i, { is: 'intOrString' }],
  [/apis\.?meta\.?v1\.?(Micro)?Time$/i, { is: 'string', format: 'date-time' }],
]

/** A reference to a definition, or the scalar itself for definitions that are written as one scalar. */
export const reference = (to: string): Shape =>
  scalarDefinitions.find(([name]) => name.test(to))?.[1] ?? { is: 'reference', to }

/** The same shape with every reference replaced. */
export const mapReferences = (shape: Shape, change: (to: string) => Shape): Shape => {
  if (shape.is === 'reference') return change(shape.to)
  return 'of' in shape ? { is: shape.is, of: mapReferences(shape.of, change) } : shape
}

/** The definition that a shape refers to, inside lists and maps too; undefined for scalars. */
export const targetOf = (shape: Shape): string | undefined => {
  if (shape.is === 'reference') return shape.to
  return 'of' in shape ? targetOf(shape.of) : undefined
}

export const mapProperties = (
  definition: Definition,
  change: (property: Property, field: string) => Property,
): Definition => ({
  ...definition,
  properties: new Map(
    [...definition.properties].map(([field, property]) => [field, change(property, field)]),
  ),
})

/** The same definitions under other names. If two get the same name, the later one wins. */
export const renameDefinitions = (definitions: Definitions, change: (name: string) => string): Definitions =>
  new Map(
    [...definitions].map(([name, definition]) => [
      change(name),
      mapProperties(definition, (property) => ({
        ...property,
        shape: mapReferences(property.shape, (to) => reference(change(to))),
      })),
    ]),
  )

/** The name of the definition that serves each kind: `v1/Pod` → `io.k8s.api.core.v1.Pod`. */
export const servedKinds = (definitions: Definitions): ReadonlyMap<string, string> =>
  new Map([...definitions].flatMap(([name, { kinds }]) => kinds.map((kind) => [kind, name] as const)))

/**
 * The required fields that a manifest must set, sorted. For kinds, some sources also require `apiVersion` and `kind`,
 * which the API's own specification does not, and `status`, which the cluster writes.
 */
export const requiredInManifest = ({ kinds, required }: Definition): readonly string[] =>
  required
    .filter((field) => kinds.length === 0 || !['apiVersion', 'kind', 'status'].includes(field))
    .toSorted()

/** `io.k8s.api.apps.v1.Deployment` and `IoK8sApiAppsV1Deployment` → `iok8sapiappsv1deployment` */
export const lettersOf = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase()
