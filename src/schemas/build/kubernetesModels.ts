import {
  anyShape,
  reference,
  type Definition,
  type Definitions,
  type Property,
  type Shape,
} from './definition'
import { identityOf, type JsonSchema, type JsonSchemas } from './jsonSchema'

/**
 * The schemas of kubernetes-models as definitions, under the package's names: the API's names without dots, such as
 * `IoK8sApiAppsV1Deployment`. They are the newest API and all that was removed from it since 1.15. This is the only
 * source with enums, and with the formats of all numbers.
 */
export const kubernetesModels = (schemas: JsonSchemas): Definitions =>
  new Map([...schemas].map(([name, schema]) => [name, definitionOf(schema)]))

const definitionOf = (schema: JsonSchema): Definition => {
  const identity = identityOf(schema)
  return {
    kinds: identity ? [`${identity.apiVersion}/${identity.kind}`] : [],
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
      return { is: 'list', of: schema.items ? shapeOf(schema.items) : anyShape }
    case 'object':
      return schema.values ? { is: 'map', of: shapeOf(schema.values) } : anyShape
    default:
      return anyShape
  }
}
