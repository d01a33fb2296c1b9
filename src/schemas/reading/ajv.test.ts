import Ajv from 'ajv'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, type Json } from '../../engine/model/json'
import { validate } from '../../engine/schema/validate'
import { valueOf } from './jsonData'
import { readJsonSchema } from './jsonSchema'

const draft7 = 'http://json-schema.org/draft-07/schema#'

/** ajv only treats objects as equal if they have the same prototype. */
const noNullPrototype = true

const names = ['a', 'b', 'c'] as const

const scalar = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.constantFrom(-1, 0, 1, 2, 3, 1.5),
  fc.constantFrom('', 'a', 'b', 'ab', 'é😀'),
)

const value = (depth: number): fc.Arbitrary<Json> =>
  depth === 0
    ? scalar
    : fc.oneof(
        scalar,
        fc.array(value(depth - 1), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...names), value(depth - 1), { maxKeys: 3, noNullPrototype }),
      )

const types = fc.constantFrom('object', 'array', 'string', 'integer', 'number', 'boolean', 'null')
const namesList = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 })
const count = fc.nat({ max: 3 })

const keywords = (depth: number): fc.Arbitrary<object> => {
  const part = schema(depth - 1)
  const parts = fc.array(part, { minLength: 1, maxLength: 3 })
  const named = fc.dictionary(fc.constantFrom(...names), part, { minKeys: 1, noNullPrototype })
  return fc.record(
    {
      type: fc.oneof(types, fc.uniqueArray(types, { minLength: 1, maxLength: 3 })),
      enum: fc.uniqueArray(value(1), { minLength: 1, maxLength: 3, selector: canonicalJson }),
      const: value(1),
      minimum: fc.constantFrom(0, 1, 1.5),
      maximum: count,
      exclusiveMinimum: count,
      exclusiveMaximum: count,
      multipleOf: fc.constantFrom(1, 2),
      minLength: count,
      maxLength: count,
      pattern: fc.constantFrom('^a', 'b$', '^.$'),
      items: fc.oneof(part, parts),
      additionalItems: part,
      contains: part,
      minItems: count,
      maxItems: count,
      uniqueItems: fc.boolean(),
      properties: named,
      patternProperties: fc.dictionary(fc.constantFrom('^a', 'b$'), part, { minKeys: 1, noNullPrototype }),
      additionalProperties: part,
      propertyNames: part,
      required: namesList,
      dependencies: fc.dictionary(fc.constantFrom(...names), fc.oneof(namesList, part), {
        minKeys: 1,
        noNullPrototype,
      }),
      minProperties: count,
      maxProperties: count,
      allOf: parts,
      anyOf: parts,
      oneOf: parts,
      not: part,
      if: part,
      then: part,
      else: part,
    },
    { requiredKeys: [] },
  )
}

/** Schemas with a few keywords each, which accept more values than schemas with all keywords. */
const schema = (depth: number): fc.Arbitrary<object | boolean> => {
  const reference = fc.constant({ $ref: '#/definitions/shared' })
  if (depth <= 0)
    return fc.oneof(
      fc.boolean(),
      reference,
      types.map((type) => ({ type })),
    )
  return fc.oneof(
    { weight: 1, arbitrary: fc.boolean() },
    { weight: 1, arbitrary: reference },
    { weight: 8, arbitrary: few(keywords(depth)) },
  )
}

const few = (all: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc.tuple(all, fc.nat(), fc.integer({ min: 1, max: 3 })).map(([source, start, amount]) => {
    const entries = Object.entries(source)
    const first = entries.length === 0 ? 0 : start % entries.length
    const chosen = [...entries.slice(first), ...entries.slice(0, first)].slice(0, amount)
    // ajv ignores other keywords next to a list of items that is longer than the value.
    const isTuple = chosen.some(([key, part]) => key === 'items' && Array.isArray(part))
    const kept = isTuple ? chosen.filter(([key]) => /^(?:items|additionalItems)$/.test(key)) : chosen
    const result = Object.fromEntries(kept)
    // Inside another list, ajv gives an empty list the answer that `contains` had for the list before it.
    return 'contains' in result ? { ...result, minItems: Math.max(1, result['minItems'] ?? 1) } : result
  })

/** ajv calls itself until the stack is full when a schema applies itself to the same value. */
function unlessEndless<Answer>(ask: () => Answer): Answer | undefined {
  try {
    return ask()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

test('validate and ajv agree on random schemas and values', () => {
  const ajv = new Ajv({ strict: false, logger: false })
  const document = fc.tuple(
    few(keywords(2)),
    few(keywords(0)),
    fc.array(value(2), { minLength: 5, maxLength: 10 }),
  )
  const verdicts = new Set<boolean>()
  fc.assert(
    fc.property(document, ([root, shared, values]) => {
      const source = { $schema: draft7, ...root, definitions: { shared } }
      const read = readJsonSchema(source)
      if ('error' in read) throw new Error(read.error)
      const accepts = ajv.compile(source)
      for (const one of values) {
        const kind = { schema: read.schema, origin: 'file', nulls: 'value' } as const
        const verdict = validate(valueOf(one), kind, false).length === 0
        const theirs = unlessEndless(() => accepts(one))
        if (theirs === undefined) continue
        verdicts.add(verdict)
        expect([JSON.stringify(one), verdict]).toEqual([JSON.stringify(one), theirs])
      }
    }),
    { numRuns: 300 },
  )
  expect(verdicts).toEqual(new Set([true, false]))
})

test('an empty list contains nothing, whatever the list before it contains', () => {
  const read = readJsonSchema({ $schema: draft7, items: { contains: { type: 'string' } } })
  if ('error' in read) throw new Error(read.error)
  const kind = { schema: read.schema, origin: 'file', nulls: 'value' } as const
  expect(validate(valueOf([['a']]), kind, false)).toEqual([])
  expect(validate(valueOf([['a'], []]), kind, false)).toHaveLength(1)
})
