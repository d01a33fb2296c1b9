import type { FileSchema, Schema } from '../../engine/schema/schema'
import { scalarSchemas } from '../typeCodes'
import { field, isObject, type JsonObject } from '../../engine/model/json'
import { declaredKinds } from './schemaKinds'
import { StructuralReader } from './structural'

/** The named schemas of an OpenAPI document, or of a file of definitions made from one; undefined for anything else. */
export function namedSchemas(root: JsonObject): JsonObject | undefined {
  const schemas =
    field(field(root, 'components'), 'schemas') ?? field(root, 'definitions') ?? field(root, '$defs')
  if (!isObject(schemas)) return undefined
  const isDocument = ['openapi', 'swagger', 'components'].some((key) => Object.hasOwn(root, key))
  const isSchema = ['type', 'properties', '$ref', 'allOf'].some((key) => Object.hasOwn(root, key))
  const isNamed = !isSchema && Object.values(schemas).some((schema) => declaredKinds(schema).length > 0)
  return isDocument || isNamed ? schemas : undefined
}

/** Types that documents describe as text, though their values may be numbers. */
const builtIn: readonly (readonly [ending: string, schema: Schema | undefined])[] = [
  ['.api.resource.Quantity', scalarSchemas.Q],
  ['.util.intstr.IntOrString', scalarSchemas.S],
]

/** The schemas of all kinds that an OpenAPI document of a cluster describes. Never throws. */
export function readOpenApi(schemas: JsonObject): readonly FileSchema[] {
  const read = new Map<string, Schema>()
  const named = (name: string): Schema | undefined => {
    const json = field(schemas, name)
    if (json === undefined) return undefined
    const schema =
      read.get(name) ?? builtIn.find(([ending]) => name.endsWith(ending))?.[1] ?? reader.node(json)
    read.set(name, schema)
    return schema
  }
  const reader = new StructuralReader({
    keepsUnknownFields: false,
    keepsBareObjects: true,
    takesNull: true,
    reference: (reference) => ({ ref: () => named(nameIn(reference)) }),
  })
  return Object.entries(schemas).flatMap(([name, json]) =>
    declaredKinds(json).map((kind) => ({ ...kind, schema: { ref: () => named(name) } })),
  )
}

/** `#/components/schemas/io.k8s.api.apps.v1.Deployment` */
const nameIn = (reference: string): string =>
  reference
    .slice(reference.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
