import Ajv, { type ValidateFunction } from 'ajv'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from '../engine/yaml/readDocument'
import type { KindSchema, Schema } from '../engine/schema/schema'
import { validate } from '../engine/schema/validate'
import type { Value } from '../engine/yaml/value'
import { parseQuantity } from '../kubernetes/quantity'
import { isTime } from '../kubernetes/time'
import { catalog } from '.'

const manifests = Object.values(
  import.meta.glob<string>(['../checks/*/{bad,good}.yaml', '../examples/*.yaml'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).flatMap((text) => text.split(/^---\n/m))

const ajv = new Ajv({ strict: false, logger: false })
ajv.addFormat('quantity', (text: string) => parseQuantity(text) !== undefined)
ajv.addFormat('rfc3339', (text: string) => isTime(text))
ajv.addFormat(
  'base64',
  (text: string) => /^[A-Za-z0-9+/\r\n]*={0,2}$/.test(text) && text.replace(/[\r\n]/g, '').length % 4 === 0,
)

const integer = (bits: number) => ({
  type: 'integer',
  minimum: -(2 ** (bits - 1)),
  maximum: 2 ** (bits - 1) - 1,
})

/** What a scalar with a format is in JSON Schema, by the format's `expected`. */
const formats: Readonly<Record<string, object>> = {
  'a 32-bit integer': integer(32),
  'a 64-bit integer': integer(64),
  'text or a 32-bit integer': { anyOf: [integer(32), { type: 'string' }] },
  'a quantity like 250m, 2 or 64Mi': { anyOf: [{ type: 'number' }, { type: 'string', format: 'quantity' }] },
  'a time like 2024-05-01T12:00:00Z': { type: 'string', format: 'rfc3339' },
  'base64-encoded text': { type: 'string', format: 'base64' },
}

const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })

/**
 * Translates definitions to JSON Schema, without code of the validator under test. Null counts as an absent field, but
 * a required field must not be null below the root.
 */
class Translation {
  readonly $defs: Record<string, object> = {}

  reference(schema: Schema): object {
    const { name = '' } = schema
    if (!(name in this.$defs)) {
      this.$defs[name] = {}
      this.$defs[name] = this.object(schema, false)
    }
    return { $ref: `#/$defs/${name}` }
  }

  object({ required = [], properties, kinds = [] }: Schema, isRoot: boolean): object {
    if (!properties) return { type: 'object', required }
    const fields = Object.fromEntries(
      [...properties].map(([name, field]) => [name, orNull(this.field(field))]),
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

  private field(schema: Schema): object {
    const target = schema.ref?.()
    if (target) return this.reference(target)
    const { type = [], items, additionalProperties, enum: values, format } = schema
    if (items) return { type: 'array', items: orNull(this.field(items)) }
    if (typeof additionalProperties === 'object')
      return { type: 'object', additionalProperties: orNull(this.field(additionalProperties)) }
    if (!format) return { ...(type.length > 0 && { type }), ...(values && { enum: values }) }
    const translated = formats[format.expected]
    if (!translated) throw new Error(`The format "${format.expected}" has no translation`)
    return translated
  }
}

const kubernetesSchema = (schema: Schema): KindSchema => ({ schema, origin: 'kubernetes', nulls: 'absent' })

const compiled = new Map<Schema, ValidateFunction>()

function compile(schema: Schema): ValidateFunction {
  const cached = compiled.get(schema)
  if (cached) return cached
  const translation = new Translation()
  const root = translation.object(schema, true)
  const validator = ajv.compile({ ...root, $defs: translation.$defs })
  compiled.set(schema, validator)
  return validator
}

const parse = (text: string): unknown => JSON.parse(text)

/** The objects of real manifests, as JSON texts. */
const objects = manifests.flatMap((text) => {
  const { root } = readDocument(text)
  return root ? [JSON.stringify(toJson(root))] : []
})

function toJson(value: Value): unknown {
  if (value.type === 'scalar') return typeof value.data === 'bigint' ? Number(value.data) : value.data
  if (value.type === 'sequence') return value.items.map(toJson)
  return Object.fromEntries([...value.entries].map(([key, entry]) => [key, toJson(entry.value)]))
}

const replacement = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -1,
  2.5,
  3e9,
  '',
  'x',
  '1Gi',
  'Always',
  [],
  {},
  [null],
  [{}],
  { a: 1 },
  { name: 5 },
)

const mutation = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'drop', 'rename', 'wrap'),
  value: replacement,
})

/** Changes the value that is visited as number `at`, whether it is a field or an item. */
function mutate(data: unknown, { at, how, value }: { at: number; how: string; value: unknown }): unknown {
  let count = 0
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node))
      return node.map((item) => (count++ === at ? (how === 'drop' ? undefined : value) : walk(item)) ?? null)
    if (typeof node !== 'object' || node === null) return node
    return Object.fromEntries(
      Object.entries(node).flatMap(([key, child]) => {
        if (key === 'apiVersion' || key === 'kind' || count++ !== at) return [[key, walk(child)]]
        if (how === 'drop') return []
        if (how === 'rename') return [[`${key}x`, child]]
        return [[key, how === 'wrap' ? [child] : value]]
      }),
    )
  }
  const size = JSON.stringify(data).length
  at %= Math.max(1, Math.round(size / 25))
  return walk(data)
}

test('validate and ajv agree on mutated objects in every bundled version', () => {
  let invalid = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...objects),
      fc.constantFrom(...catalog.versions),
      fc.array(mutation, { maxLength: 3 }),
      (text, version, mutations) => {
        const data = mutations.reduce<unknown>(mutate, parse(text))
        const { apiVersion, kind } = data as { apiVersion?: string; kind?: string }
        const schema = catalog.kind(version, apiVersion ?? '', kind ?? '')
        const { root } = readDocument(JSON.stringify(data))
        if (!schema || !root) return
        const violations = validate(root, kubernetesSchema(schema), true)
        if (violations.length > 0) invalid++
        const validator = compile(schema)
        const isValid = validator(data)
        expect(
          violations.length === 0,
          JSON.stringify([violations.slice(0, 2), validator.errors?.slice(0, 3)]),
        ).toBe(isValid)
      },
    ),
    { numRuns: 6_000, seed: 13 },
  )
  expect(invalid).toBeGreaterThan(1_000)
})
