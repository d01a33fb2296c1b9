import Ajv from 'ajv'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { roots, structures } from '../../kubernetes/fieldTypes'
import { parseQuantity } from '../../kubernetes/quantity'
import { isTime } from '../../kubernetes/time'
import { decodeObject } from './decodeObject'
import { readDocument } from '../yaml/readDocument'

/**
 * The field types as JSON Schema: a second implementation of the same table, to compare the decoder with. In a list or a
 * map null is an empty item, elsewhere it is an absent field.
 */
const nullable = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })

const scalars: Readonly<Record<string, object>> = {
  string: { type: 'string' },
  boolean: { type: 'boolean' },
  int32: { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  int64: { type: 'integer' },
  quantity: { anyOf: [{ type: 'number' }, { type: 'string', format: 'quantity' }] },
  'int-or-string': {
    anyOf: [{ type: 'string' }, { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }],
  },
  time: { type: 'string', format: 'time-point' },
  any: {},
}

const single = (base: string) => scalars[base] ?? { $ref: `#/$defs/${base}` }

function field(type: string): object {
  if (type.endsWith('[]')) return nullable({ type: 'array', items: nullable(single(type.slice(0, -2))) })
  if (type.endsWith('{}'))
    return nullable({ type: 'object', additionalProperties: nullable(single(type.slice(0, -2))) })
  return nullable(single(type))
}

const table = new Map(
  structures
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', groups = ''] = line.split(': ')
      const fields = groups.split('; ').flatMap((group) => {
        const [type = '', ...names] = group.split(' ')
        return names.map((key) => [key, type] as const)
      })
      return [name, fields] as const
    }),
)

const ajv = new Ajv({ strict: false, allErrors: false })
ajv.addFormat('quantity', (text: string) => parseQuantity(text) !== undefined)
ajv.addFormat('time-point', (text: string) => isTime(text))
ajv.addSchema(
  {
    $defs: Object.fromEntries(
      [...table].map(([name, fields]) => [
        name,
        { type: 'object', properties: Object.fromEntries(fields.map(([key, type]) => [key, field(type)])) },
      ]),
    ),
  },
  'api',
)

/** Values that are wrong for most fields. */
const wrong = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -1,
  1.5,
  3e9,
  '',
  'text',
  '1Gi',
  '1Gb',
  '2024-05-01T12:00:00Z',
  [],
  {},
  [null],
  { a: 1 },
)

/** An instance that mostly has the right types, with an occasional wrong value. */
function instance(base: string, depth: number): fc.Arbitrary<unknown> {
  const right: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    string: fc.constantFrom('a', 'web', ''),
    boolean: fc.boolean(),
    int32: fc.integer({ min: -5, max: 70_000 }),
    int64: fc.integer(),
    quantity: fc.constantFrom<unknown>('100m', '1Gi', 2, 0.5),
    'int-or-string': fc.constantFrom<unknown>(80, 'http'),
    time: fc.constant('2024-05-01T12:00:00Z'),
    any: wrong,
  }
  const value = right[base] ?? structure(base, depth)
  return fc.oneof({ weight: 12, arbitrary: value }, { weight: 1, arbitrary: wrong })
}

function structure(name: string, depth: number): fc.Arbitrary<unknown> {
  const fields = table.get(name) ?? []
  if (depth === 0 || fields.length === 0) return fc.constant({})
  return fc.uniqueArray(fc.nat(fields.length - 1), { minLength: 1, maxLength: 4 }).chain((picked) => {
    const chosen = picked.map((index) => fields[index] ?? ['', 'any'])
    return fc.record(Object.fromEntries(chosen.map(([key, type]) => [key, typed(type, depth - 1)])))
  })
}

function typed(type: string, depth: number): fc.Arbitrary<unknown> {
  if (type.endsWith('[]')) return fc.array(instance(type.slice(0, -2), depth), { maxLength: 2 })
  if (type.endsWith('{}'))
    return fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), instance(type.slice(0, -2), depth))
  return instance(type, depth)
}

test('the decoder and JSON Schema accept the same random objects of every kind', () => {
  const kinds = Object.values(roots)
  let refused = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds).chain((name) => fc.tuple(fc.constant(name), structure(name, 9))),
      ([name, data]) => {
        const validate = ajv.getSchema(`api#/$defs/${name}`)
        const { root } = readDocument(JSON.stringify(data))
        if (!root) return
        const { mismatches } = decodeObject(root, name, true)
        if (mismatches.length > 0) refused++
        expect(mismatches.length === 0, JSON.stringify(mismatches)).toBe(validate?.(data))
      },
    ),
    { numRuns: 5_000, seed: 11 },
  )
  expect(refused).toBeGreaterThan(500)
})
