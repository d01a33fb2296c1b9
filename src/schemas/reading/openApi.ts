import { field, isObject, type JsonObject } from '../../engine/model/json'
import { unescapeToken } from '../../engine/model/jsonPointer'
import type { FileSchema, Schema } from '../../engine/schema/schema'
import { scalarSchemas } from '../typeCodes'
import { declaredKinds } from './schemaKinds'
import { StructuralReader } from './structural'

/**
 * The named schemas of an OpenAPI document, or of a file of definitions that was extracted from one; undefined for
 * anything else.
 */
export function namedSchemas(root: JsonObject): JsonObject | undefined {
  const schemas =
    field(field(root, 'components'), 'schemas') ?? field(root, 'definitions') ?? field(root, '$defs')
  if (!isObject(schemas)) return undefined
  const isDocument = ['openapi', 'swagger', 'components'].some((key) => Object.hasOwn(root, key))
  const isSchema = ['type', 'properties', '$ref', 'allOf'].some((key) => Object.hasOwn(root, key))
  const hasKinds = !isSchema && Object.values(schemas).some((schema) => declaredKinds(schema).length > 0)
  return isDocument || hasKinds ? schemas : undefined
}

/** Types that OpenAPI documents describe as strings, although their values may be numbers. */
const scalarTypes: readonly (readonly [suffix: string, schema: Schema | undefined])[] = [
  ['.api.resource.Quantity', scalarSchemas.Q],
  ['.util.intstr.IntOrString', scalarSchemas.S],
]

/** The schemas of all kinds in a cluster's OpenAPI document, given its named schemas. Never throws. */
export function readOpenApi(schemas: JsonObject): readonly FileSchema[] {
  const cached = new Map<string, Schema>()
  const named = (name: string): Schema | undefined => {
    const json = field(schemas, name)
    if (json === undefined) return undefined
    const schema =
      cached.get(name) ?? scalarTypes.find(([suffix]) => name.endsWith(suffix))?.[1] ?? reader.node(json)
    cached.set(name, schema)
    return schema
  }
  const reader = new StructuralReader({
    preservesUnknownFields: false,
    bareObjectsAllowFields: true,
    allowsNull: true,
    reference: (reference) => ({ ref: () => named(schemaName(reference)) }),
  })
  return Object.entries(schemas).flatMap(([name, json]) =>
    declaredKinds(json).map((kind) => ({ ...kind, schema: { ref: () => named(name) } })),
  )
}

/** `#/components/schemas/io.k8s.api.apps.v1.Deployment` → `io.k8s.api.apps.v1.Deployment` */
const schemaName = (reference: string): string =>
  unescapeToken(reference.slice(reference.lastIndexOf('/') + 1))
