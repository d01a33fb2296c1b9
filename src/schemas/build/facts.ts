import { mapProperties, type Definition, type Definitions, type Shape } from './definition'

/** What other sources know about the leaves of a definition: formats, enums, and which strings are quantities. */
export type Facts = {
  /** kubernetes-models: formats and enums. */
  readonly models: Definitions
  /** @kubernetes/client-node: formats. */
  readonly client: Definitions
  /** Places ('io.k8s.api.core.v1.ResourceRequirements#limits{}') that some source calls a quantity. */
  readonly quantities: ReadonlySet<string>
}

export const quantitiesIn = (sets: readonly Definitions[]): ReadonlySet<string> => {
  const places = new Set<string>()
  const visit = (shape: Shape, place: string): void => {
    if (shape.is === 'quantity') places.add(place)
    if ('of' in shape) visit(shape.of, inside(place, shape.is))
  }
  for (const definitions of sets)
    for (const [name, { properties }] of definitions)
      for (const [field, { shape }] of properties) visit(shape, `${name}#${field}`)
  return places
}

/** A definition with the facts of the other sources at the same places. */
export const withFacts = (definition: Definition, name: string, facts: Facts): Definition =>
  mapProperties(definition, (property, field) => {
    const model = facts.models.get(name)?.properties.get(field)?.shape
    const client = facts.client.get(name)?.properties.get(field)?.shape
    const shape = refine(property.shape, `${name}#${field}`, [model, client], facts.quantities)
    // The validators know one value for them; the API's own specification takes any string here.
    const plain = (field === 'kind' || field === 'apiVersion') && shape.is === 'string'
    return { ...property, shape: plain ? { is: 'string' } : shape }
  })

const refine = (
  shape: Shape,
  place: string,
  known: readonly (Shape | undefined)[],
  quantities: ReadonlySet<string>,
): Shape => {
  if ('of' in shape) {
    const inner = known.map((other) =>
      other && 'of' in other && other.is === shape.is ? other.of : undefined,
    )
    return { is: shape.is, of: refine(shape.of, inside(place, shape.is), inner, quantities) }
  }
  if (shape.is === 'string') {
    if (quantities.has(place)) return { is: 'quantity' }
    const strings = known.map((other) => (other?.is === 'string' ? other : undefined))
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
  const format = known.flatMap((other) => (other?.is === 'integer' ? (other.format ?? []) : []))[0]
  return format === undefined ? shape : { is: 'integer', format }
}

const inside = (place: string, is: 'list' | 'map'): string => place + (is === 'list' ? '[]' : '{}')
