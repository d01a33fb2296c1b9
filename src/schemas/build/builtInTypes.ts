import type { JsonSchema } from './decompile'
import { reference, type Definition, type Definitions, type Shape } from './definition'
import { shortName } from './pack'

/** What the types of the API look like to a custom resource that uses them. */
export type BuiltInTypes = {
  /**
   * `IoK8sApiCoreV1PodSpec` → a reference to `#core.v1.PodSpec`; a scalar for what is written as one; undefined for
   * what the API's kinds do not use.
   */
  readonly named: (name: string) => JsonSchema | undefined
  /** The fields behind a reference, for a type that embeds them. */
  readonly fields: (reference: string) => JsonSchema | undefined
}

export const builtInTypes = (definitions: Definitions): BuiltInTypes => {
  const names = new Map<string, string>()
  const byReference = new Map<string, Definition>()
  for (const [name, definition] of definitions) {
    names.set(name.replace(/[^A-Za-z0-9]/g, '').toLowerCase(), shortName(name))
    byReference.set(`#${shortName(name)}`, definition)
  }
  return {
    named: (name) => {
      const leaf = reference(name)
      if (leaf.is !== 'reference') return schemaOf(leaf)
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
      { ...schemaOf(shape), ...(description !== undefined && { description }) },
    ]),
  ),
})

const schemaOf = (shape: Shape): JsonSchema => {
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
      return { type: 'array', items: schemaOf(shape.of) }
    case 'map':
      return { type: 'object', values: schemaOf(shape.of) }
    case 'reference':
      return { ref: `#${shortName(shape.to)}` }
    default:
      return { type: shape.is }
  }
}
