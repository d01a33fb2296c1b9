import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from '../engine/yaml/readDocument'
import type { KindSchema, Schema } from '../engine/schema/schema'
import { validate } from '../engine/schema/validate'
import type { Value } from '../engine/yaml/value'
import { parseQuantity } from '../kubernetes/quantity'
import { isTime } from '../kubernetes/time'
import { catalog } from '.'
import { jsonSchemaFiles, jsonSchemaOf } from './jsonSchemaOf'

const manifests = Object.values(
  import.meta.glob<string>(['../checks/*/{bad,good}.yaml', '../examples/*.yaml'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).flatMap((text) => text.split(/^---\n/m))

const ajv = new Ajv2020({ strict: false, logger: false })
ajv.addFormat('quantity', (text: string) => parseQuantity(text) !== undefined)
ajv.addFormat('rfc3339', (text: string) => isTime(text))
ajv.addFormat(
  'base64',
  (text: string) => /^[A-Za-z0-9+/\r\n]*={0,2}$/.test(text) && text.replace(/[\r\n]/g, '').length % 4 === 0,
)

const kubernetesSchema = (schema: Schema): KindSchema => ({ schema, origin: 'kubernetes', nulls: 'absent' })

const compiled = new Map<Schema, ValidateFunction>()

function compile(schema: Schema): ValidateFunction {
  const cached = compiled.get(schema)
  if (cached) return cached
  const validator = ajv.compile(jsonSchemaOf(schema))
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

test('every kind of a version is a file, named as kubeconform looks for it', () => {
  const files = jsonSchemaFiles('1.28', catalog)
  expect(files.size).toBe(catalog.kindsOf('1.28').length)
  for (const name of ['deployment-apps-v1.json', 'pod-v1.json', 'ingress-networking-v1.json'])
    expect([...files.keys()]).toContain(name)
  const validator = ajv.compile(files.get('pod-v1.json') ?? false)
  expect(validator({ apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'web' }] } })).toBe(true)
  expect(validator({ apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ nmae: 'web' }] } })).toBe(false)
})
