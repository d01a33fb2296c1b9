import type { JsonSchema } from './decompile'
import { any, reference, type Definition, type Definitions, type Property, type Shape } from './definition'

/**
 * Definitions from the schemas of kubernetes-models by their names (IoK8sApiAppsV1Deployment), which are the API's
 * names without dots. The newest API and every one that was removed since 1.15 in one set; the only source with
 * enums, and with all formats of numbers.
 */
export const kubernetesModels = (schemas: ReadonlyMap<string, JsonSchema>): Definitions =>
  new Map([...schemas].map(([name, schema]) => [name, definitionOf(schema)]))

const definitionOf = (schema: JsonSchema): Definition => {
  const only = (field: string): unknown => {
    const values = schema.properties?.get(field)?.enum
    return values?.length === 1 ? values[0] : undefined
  }
  const version = only('apiVersion')
  const kind = only('kind')
  return {
    kinds: typeof version === 'string' && typeof kind === 'string' ? [`${version}/${kind}`] : [],
    ...(schema.description !== undefined && { description: schema.description }),
    required: schema.required ?? [],
    properties: new Map(
      [...(schema.properties ?? [])].map(([name, child]): [string, Property] => [
        name,
        { shape: shapeOf(child), ...(child.description !== undefined && { description: child.description }) },
      ]),
    ),
  }
}

const shapeOf = (schema: JsonSchema): Shape => {
  if (schema.ref !== undefined) return reference(schema.ref)
  const [only, ...more] = schema.allOf ?? []
  if (only && more.length === 0) return shapeOf(only)
  const format = schema.format === undefined ? {} : { format: schema.format }
  switch (schema.type) {
    case 'string': {
      const values = schema.enum?.filter((value) => typeof value === 'string')
      return { is: 'string', ...format, ...(values && { values }) }
    }
    case 'integer':
      return { is: 'integer', ...format }
    case 'number':
    case 'boolean':
      return { is: schema.type }
    case 'array':
      return { is: 'list', of: schema.items ? shapeOf(schema.items) : any }
    case 'object':
      return schema.values ? { is: 'map', of: shapeOf(schema.values) } : any
    default:
      return any
  }
}
