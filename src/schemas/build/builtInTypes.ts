import { lettersOf, reference, type Definition, type Definitions, type Shape } from './definition'
import type { JsonSchema } from './jsonSchema'
import { shortName } from './packStructure'

/** The types of the Kubernetes API as custom resources use them. */
export type BuiltInTypes = {
  /**
   * The schema for a type's name in kubernetes-models: `IoK8sApiCoreV1PodSpec` → a reference to `#core.v1.PodSpec`, or
   * the scalar for types that are written as one. Undefined for types that no kind of the API uses.
   */
  readonly named: (name: string) => JsonSchema | undefined
  /** The fields of a type by its reference, `#core.v1.PodSpec`, for custom types that embed it. */
  readonly fields: (reference: string) => JsonSchema | undefined
}

export const builtInTypes = (definitions: Definitions): BuiltInTypes => {
  const names = new Map<string, string>()
  const byReference = new Map<string, Definition>()
  for (const [name, definition] of definitions) {
    names.set(lettersOf(name), shortName(name))
    byReference.set(`#${shortName(name)}`, definition)
  }
  return {
    named: (name) => {
      const shape = reference(name)
      if (shape.is !== 'reference') return schemaOfShape(shape)
      const short = names.get(name.toLowerCase())
      return short === undefined ? undefined : { ref: `#${short}` }
    },
    fields: (to) => {
      const definition = byReference.get(to)
      return definition && schemaOfDefinition(definition)
    },
  }
}

const schemaOfDefinition = ({ required, properties }: Definition): JsonSchema => ({
  type: 'object',
  ...(required.length > 0 && { required }),
  properties: new Map(
    [...properties].map(([name, { shape, description }]) => [
      name,
      { ...schemaOfShape(shape), ...(description !== undefined && { description }) },
    ]),
  ),
})

const schemaOfShape = (shape: Shape): JsonSchema => {
  switch (shape.is) {
    case 'any':
      return {}
    case 'string':
      return {
        type: 'string',
        ...(shape.format !== undefined && { format: shape.format }),
        ...(shape.values && { enum: shape.values }),
      }
    case 'integer':
      return { type: 'integer', ...(shape.format !== undefined && { format: shape.format }) }
    case 'list':
      return { type: 'array', items: schemaOfShape(shape.of) }
    case 'map':
      return { type: 'object', values: schemaOfShape(shape.of) }
    case 'reference':
      return { ref: `#${shortName(shape.to)}` }
    default:
      return { type: shape.is }
  }
}
