import type { Schema, SchemaCatalog } from '../engine/schema/schema'
import { groupOf } from '../kubernetes/apiVersion'

type JsonSchema = {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly [keyword: string]: unknown
}

const integer = (bits: number): JsonSchema => ({
  type: 'integer',
  minimum: -(2 ** (bits - 1)),
  maximum: 2 ** (bits - 1) - 1,
})

/** What a scalar with a format is in JSON Schema, by the format's `expected`. */
const formats: Readonly<Record<string, JsonSchema>> = {
  'a 32-bit integer': integer(32),
  'a 64-bit integer': integer(64),
  'text or a 32-bit integer': { anyOf: [integer(32), { type: 'string' }] },
  'a quantity like 250m, 2 or 64Mi': { anyOf: [{ type: 'number' }, { type: 'string', format: 'quantity' }] },
  'a time like 2024-05-01T12:00:00Z': { type: 'string', format: 'rfc3339' },
  'base64-encoded text': { type: 'string', format: 'base64' },
}

/** Null is one of the types where there are any, so that validators have one thing to say of a wrong value. */
function orNull(schema: JsonSchema): JsonSchema {
  const { $ref, type, enum: values } = schema
  // Definitions allow it themselves.
  if ($ref !== undefined) return schema
  if (type === undefined || values) return { anyOf: [schema, { type: 'null' }] }
  return { ...schema, type: [type, 'null'].flat() }
}

/**
 * A kind of the bundled API as JSON Schema of the draft 2020-12, for validators of others. It is strict: it has no unknown fields.
 * Null counts as an absent field, but a required field must not be null below the root. The formats `quantity`, `rfc3339` and
 * `base64` have to be known to the validator, or are not checked.
 */
export function jsonSchemaOf(schema: Schema): JsonSchema {
  const definitions: Record<string, JsonSchema> = {}
  const root = objectSchema(schema, true, definitions)
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...root, $defs: definitions }
}

/** `definitions`: those that the schema needs are added. */
function objectSchema(
  { required = [], properties, kinds = [] }: Schema,
  isRoot: boolean,
  definitions: Record<string, JsonSchema>,
): JsonSchema {
  if (!properties) return { type: 'object', required }
  const fields = Object.fromEntries(
    [...properties].map(([name, field]) => [name, orNull(fieldSchema(field, definitions))]),
  )
  const names = (part: 0 | 1) =>
    kinds.map((kind) => [kind.slice(0, kind.lastIndexOf('/')), kind.slice(kind.lastIndexOf('/') + 1)][part])
  const identity = { apiVersion: { enum: [...names(0), null] }, kind: { enum: [...names(1), null] } }
  const present = isRoot
    ? []
    : required.map((name) => ({ properties: { [name]: { not: { type: 'null' } } } }))
  return {
    type: 'object',
    required,
    ...(present.length > 0 && { allOf: present }),
    additionalProperties: false,
    properties: { ...fields, ...(kinds.length > 0 && identity) },
  }
}

function fieldSchema(schema: Schema, definitions: Record<string, JsonSchema>): JsonSchema {
  const target = schema.ref?.()
  if (target) return reference(target, definitions)
  const { type = [], items, additionalProperties, enum: values, format } = schema
  if (items) return { type: 'array', items: orNull(fieldSchema(items, definitions)) }
  if (typeof additionalProperties === 'object')
    return {
      type: 'object',
      additionalProperties: orNull(fieldSchema(additionalProperties, definitions)),
    }
  if (!format) return { ...(type.length > 0 && { type }), ...(values && { enum: values }) }
  const translated = formats[format.expected]
  if (!translated) throw new Error(`The format "${format.expected}" has no translation`)
  return translated
}

function reference(schema: Schema, definitions: Record<string, JsonSchema>): JsonSchema {
  const { name = '' } = schema
  if (!(name in definitions)) {
    // Some schemas contain themselves.
    definitions[name] = {}
    definitions[name] = orNull(objectSchema(schema, false, definitions))
  }
  return { $ref: `#/$defs/${name}` }
}

/**
 * The schemas of all kinds of a Kubernetes version, by the names of their files as kubeconform looks for them with
 * `{{.ResourceKind}}{{.KindSuffix}}.json`: `deployment-apps-v1.json`, `pod-v1.json`. Of two groups with the same first label, the
 * first counts.
 */
export function jsonSchemaFiles(version: string, catalog: SchemaCatalog): ReadonlyMap<string, JsonSchema> {
  const files = new Map<string, JsonSchema>()
  for (const { apiVersion, kind } of catalog.kindsOf(version)) {
    const schema = catalog.kind(version, apiVersion, kind)
    const [label = ''] = groupOf(apiVersion).split('.')
    const suffix = [label, apiVersion.slice(apiVersion.indexOf('/') + 1)].filter((part) => part !== '')
    const name = `${[kind, ...suffix].join('-').toLowerCase()}.json`
    if (schema && !files.has(name)) files.set(name, jsonSchemaOf(schema))
  }
  return files
}
