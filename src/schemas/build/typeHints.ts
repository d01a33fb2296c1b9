import { mapProperties, type Definition, type Definitions, type Shape } from './definition'

/** What other sources know about the scalars of a definition. */
type TypeHints = {
  /** kubernetes-models: formats and enums. */
  readonly models: Definitions
  /** @kubernetes/client-node: formats. */
  readonly client: Definitions
  /** The fields that some source types as a quantity: `io.k8s.api.core.v1.ResourceRequirements#limits{}`. */
  readonly quantities: ReadonlySet<string>
}

/** The fields of quantities, for `TypeHints`. `[]` after the field stands for a list's items, `{}` for a map's values. */
export const quantitiesIn = (sets: readonly Definitions[]): ReadonlySet<string> => {
  const quantities = new Set<string>()
  const visit = (shape: Shape, path: string): void => {
    if (shape.is === 'quantity') quantities.add(path)
    if ('of' in shape) visit(shape.of, contentPath(path, shape.is))
  }
  for (const definitions of sets)
    for (const [name, { properties }] of definitions)
      for (const [field, { shape }] of properties) visit(shape, `${name}#${field}`)
  return quantities
}

/** A definition with the formats, enums and quantities that other sources have for the same fields. */
export const withTypeHints = (definition: Definition, name: string, hints: TypeHints): Definition =>
  mapProperties(definition, (property, field) => {
    const model = hints.models.get(name)?.properties.get(field)?.shape
    const client = hints.client.get(name)?.properties.get(field)?.shape
    const shape = refine(property.shape, `${name}#${field}`, [model, client], hints.quantities)
    // kubernetes-models allows one value for these, the API's own specification any string.
    const isTypeMeta = (field === 'kind' || field === 'apiVersion') && shape.is === 'string'
    return { ...property, shape: isTypeMeta ? { is: 'string' } : shape }
  })

const refine = (
  shape: Shape,
  path: string,
  others: readonly (Shape | undefined)[],
  quantities: ReadonlySet<string>,
): Shape => {
  if ('of' in shape) {
    const contents = others.map((other) =>
      other && 'of' in other && other.is === shape.is ? other.of : undefined,
    )
    return { is: shape.is, of: refine(shape.of, contentPath(path, shape.is), contents, quantities) }
  }
  if (shape.is === 'string') {
    if (quantities.has(path)) return { is: 'quantity' }
    const strings = others.map((other) => (other?.is === 'string' ? other : undefined))
    const format =
      shape.format ?? strings.map((other) => other?.format).find((f) => f === 'byte' || f === 'date-time')
    const values = strings[0]?.values ?? shape.values
    return {
      is: 'string',
      ...(format !== undefined && { format }),
      ...(values && { values: [...values].sort() }),
    }
  }
  if (shape.is !== 'integer' || shape.format !== undefined) return shape
  const format = others.flatMap((other) => (other?.is === 'integer' ? (other.format ?? []) : []))[0]
  return format === undefined ? shape : { is: 'integer', format }
}

const contentPath = (path: string, is: 'list' | 'map'): string => path + (is === 'list' ? '[]' : '{}')
