/** The type of one field, in the few words the Kubernetes API needs. */
export type Shape =
  | { readonly is: 'any' | 'boolean' | 'number' | 'quantity' | 'intOrString' }
  | { readonly is: 'string'; readonly format?: string; readonly values?: readonly string[] }
  | { readonly is: 'integer'; readonly format?: string }
  | { readonly is: 'list' | 'map'; readonly of: Shape }
  | { readonly is: 'reference'; readonly to: string }

export type Property = {
  readonly shape: Shape
  readonly description?: string
  /** Written by the cluster and known only from a newer release: never a reason to complain. */
  readonly lenient?: boolean
}

export type Definition = {
  /** The objects served as this definition: 'apps/v1/Deployment', 'v1/Pod'. */
  readonly kinds: readonly string[]
  readonly description?: string
  readonly required: readonly string[]
  /** Empty: whatever the source knows nothing about. */
  readonly properties: ReadonlyMap<string, Property>
}

/** Full names as in the API's own specification: 'io.k8s.api.apps.v1.Deployment'. */
export type Definitions = ReadonlyMap<string, Definition>

export const any: Shape = { is: 'any' }

const leaves: readonly (readonly [name: RegExp, shape: Shape])[] = [
  [/api\.?resource\.?Quantity$/i, { is: 'quantity' }],
  [/util\.?intstr\.?IntOrString$/i, { is: 'intOrString' }],
  [/apis\.?meta\.?v1\.?(Micro)?Time$/i, { is: 'string', format: 'date-time' }],
]

/** A reference; the definitions that are written as one scalar become that scalar. */
export const reference = (to: string): Shape =>
  leaves.find(([name]) => name.test(to))?.[1] ?? { is: 'reference', to }

/** The same shape with every reference replaced. */
export const mapReferences = (shape: Shape, change: (to: string) => Shape): Shape => {
  if (shape.is === 'reference') return change(shape.to)
  return 'of' in shape ? { is: shape.is, of: mapReferences(shape.of, change) } : shape
}

/** The name a shape leads to through any lists and maps. */
export const target = (shape: Shape): string | undefined => {
  if (shape.is === 'reference') return shape.to
  return 'of' in shape ? target(shape.of) : undefined
}

export const mapProperties = (
  definition: Definition,
  change: (property: Property, name: string) => Property,
): Definition => ({
  ...definition,
  properties: new Map([...definition.properties].map(([name, property]) => [name, change(property, name)])),
})

/** The same definitions under other names; of two that end up with one name the later stays. */
export const rename = (definitions: Definitions, change: (name: string) => string): Definitions =>
  new Map(
    [...definitions].map(([name, definition]) => [
      change(name),
      mapProperties(definition, (property) => ({
        ...property,
        shape: mapReferences(property.shape, (to) => reference(change(to))),
      })),
    ]),
  )

/** Which definition serves a kind. */
export const kindsOf = (definitions: Definitions): ReadonlyMap<string, string> =>
  new Map([...definitions].flatMap(([name, { kinds }]) => kinds.map((kind) => [kind, name] as const)))
