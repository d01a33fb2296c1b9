import { describe, expect, test } from 'vitest'
import { limitText, typeText } from '../../engine/schema/describeType'
import {
  fieldsOf,
  isRequired,
  itemSchema,
  schemaAt,
  typesOf,
  valuesOf,
} from '../../engine/schema/schemaFields'
import type { Json } from '../../engine/model/json'
import { validate } from '../../engine/schema/validate'
import { valueOf } from './jsonData'
import { readJsonSchema } from './jsonSchema'

const drafts = {
  4: 'http://json-schema.org/draft-04/schema#',
  6: 'http://json-schema.org/draft-06/schema#',
  7: 'http://json-schema.org/draft-07/schema',
  2019: 'https://json-schema.org/draft/2019-09/schema',
  2020: 'http://json-schema.org/schema#',
} as const

type Draft = keyof typeof drafts

const read = (draft: Draft, source: object) => readJsonSchema({ $schema: drafts[draft], ...source })

/** The violations of a value, each as `kind path`; the error of a schema that cannot be read. */
const errors = (draft: Draft, source: object, value: Json): readonly string[] => {
  const result = read(draft, source)
  if ('error' in result) return [result.error]
  const kind = { schema: result.schema, origin: 'file', nulls: 'value' } as const
  return validate(valueOf(value), kind, false).map(({ kind: violation, path }) =>
    `${violation} ${path.join('/')}`.trim(),
  )
}

describe('invalid schemas', () => {
  test.each<readonly [Draft, object, string]>([
    [4, { required: [] }, '/required must be a non-empty list of unique names, but is [].'],
    [4, { required: ['a', 'a'] }, '/required must be a non-empty list of unique names, but is ["a","a"].'],
    [6, { required: ['a', 'a'] }, '/required must be a list of unique names, but is ["a","a"].'],
    [4, { enum: [] }, '/enum must be a non-empty list of unique values, but is [].'],
    [
      4,
      {
        enum: [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
      },
      '/enum must be a non-empty list of unique values, but is [{"a":1,"b":2},{"b":2,"a":1}].',
    ],
    [4, { exclusiveMinimum: 5, minimum: 1 }, '/exclusiveMinimum must be true or false, but is 5.'],
    [4, { exclusiveMinimum: true }, '/exclusiveMinimum requires minimum.'],
    [6, { exclusiveMinimum: true, minimum: 1 }, '/exclusiveMinimum must be a number, but is true.'],
    [
      4,
      { properties: { x: true } },
      '/properties must be an object whose values are schemas, but is {"x":true}.',
    ],
    [
      4,
      { properties: { x: { type: 'foo' } } },
      '/properties/x/type must be a JSON type or a list of unique JSON types, but is "foo".',
    ],
    [
      4,
      { properties: { x: { type: '' } } },
      '/properties/x/type must be a JSON type or a list of unique JSON types, but is "".',
    ],
    [4, { description: 5 }, '/description must be a string, but is 5.'],
    [
      4,
      { properties: { 'a/b': { minimum: '5' } } },
      '/properties/a~1b/minimum must be a number, but is "5".',
    ],
    [4, { properties: { x: { id: 5 } } }, '/properties/x/id must be a string, but is 5.'],
    [
      4,
      { properties: { x: { id: 'foo' }, y: { id: 'foo' } } },
      '/properties/y has the id foo, which is already used in the file.',
    ],
    [4, { pattern: 'a\\Z' }, '/pattern must be a Go regular expression, but is "a\\\\Z".'],
    [
      4,
      { patternProperties: { '(?=a)': {} } },
      'The keys of /patternProperties must be Go regular expressions, but one is (?=a).',
    ],
    [
      7,
      { patternProperties: { '(?=a)': {} } },
      '/patternProperties must be an object whose keys are Go regular expressions and whose values are schemas, but is {"(?=a)":{}}.',
    ],
    [4, { minLength: -1 }, '/minLength must be an integer of 0 or more, but is -1.'],
    [4, { multipleOf: 0 }, '/multipleOf must be a number greater than 0, but is 0.'],
    [4, { allOf: [] }, '/allOf must be a non-empty list of schemas, but is [].'],
    [2020, { items: [{}] }, '/items must be a schema, but is [{}].'],
    [4, { $ref: '#/definitions/a' }, '/$ref refers to #/definitions/a, which is not in the file.'],
    [4, { $ref: 'other.json' }, '/$ref refers to other.json, which is not in the file.'],
    [4, { $ref: '#/x', x: true }, '/x must be a schema, but is true.'],
    [
      4,
      { $ref: '#/x', x: { type: 5 } },
      '/x/type must be a JSON type or a list of unique JSON types, but is 5.',
    ],
    [
      2019,
      { oneOf: [{ maxContains: 1, contains: {} }, {}] },
      'The schema combines maxContains with oneOf, which is not supported.',
    ],
  ])('draft %i: %j', (draft, source, error) => {
    expect(read(draft, source)).toEqual({ error })
  })

  test.each<readonly [unknown, string]>([
    [
      { $schema: 'http://json-schema.org/draft-05/schema#' },
      '/$schema must be a supported version of JSON Schema, but is "http://json-schema.org/draft-05/schema#".',
    ],
    [{ $schema: 5 }, '/$schema must be a string, but is 5.'],
    [{ id: 'http://[' }, '/id must be a URI, but is "http://[".'],
    [{ enum: 'a'.repeat(60) }, '/enum must be a non-empty list of unique values, but is a long string.'],
    [
      { required: Array.from({ length: 60 }, () => 'a') },
      '/required must be a non-empty list of unique names, but is a list.',
    ],
    [{ pattern: { a: 'a'.repeat(60) } }, '/pattern must be a Go regular expression, but is an object.'],
    [true, 'The schema must be an object, but is true.'],
    [null, 'The schema must be an object, but is null.'],
    [[], 'The schema must be an object, but is [].'],
    [undefined, 'The schema must be an object, but is undefined.'],
  ])('%j', (source, error) => {
    expect(readJsonSchema(source)).toEqual({ error })
  })
})

describe('keywords', () => {
  test.each<readonly [Draft, object, Json, readonly string[]]>([
    // A draft ignores the keywords of later ones.
    [4, { properties: { x: { const: 5 } } }, { x: 'a' }, []],
    [6, { properties: { x: { const: 5 } } }, { x: 'a' }, ['value x']],
    [4, { if: {}, then: false }, {}, []],
    [7, { if: {}, then: false }, {}, ['value']],
    [4, { propertyNames: { pattern: '^Z' } }, { a: 1 }, []],
    [6, { propertyNames: { pattern: '^Z' } }, { a: 1 }, ['value a']],
    [4, { properties: { x: { contains: { type: 'number' } } } }, { x: ['a'] }, []],
    [6, { properties: { x: { contains: { type: 'number' } } } }, { x: ['a'] }, ['value x']],
    [2019, { contains: { type: 'number' }, minContains: 0 }, ['a'], []],
    [4, { properties: { x: { format: 'date' } } }, { x: 'nope' }, ['value x']],
    [2019, { properties: { x: { format: 'date' } } }, { x: 'nope' }, []],
    [4, { type: 'string', nullable: true }, null, ['type']],
    // Bounds.
    [4, { minimum: 3, exclusiveMinimum: true }, 3, ['value']],
    [4, { minimum: 3, exclusiveMinimum: false }, 3, []],
    [6, { exclusiveMaximum: 3 }, 3, ['value']],
    [4, { multipleOf: 0.01 }, 4.35, []],
    [4, { type: 'integer' }, 1.5, ['type']],
    // Lists.
    [4, { items: [{ type: 'string' }], additionalItems: false }, ['a', 'b'], ['value']],
    [4, { items: [{ type: 'string' }], additionalItems: { type: 'number' } }, ['a', 'b'], ['type 1']],
    [4, { items: { type: 'string' }, additionalItems: false }, ['a', 1], ['type 1']],
    [2020, { prefixItems: [{ type: 'string' }], items: { type: 'number' } }, ['a', 'b'], ['type 1']],
    [2020, { items: false }, ['a'], ['value 0']],
    [4, { uniqueItems: true }, [{ a: 1 }, { a: 1 }], ['value']],
    // Objects.
    [4, { additionalProperties: false, properties: { a: {} } }, { a: 1, b: 1 }, ['unknown b']],
    [4, { additionalProperties: true }, { b: 1 }, []],
    [4, { additionalProperties: { type: 'string' } }, { b: 1 }, ['type b']],
    [
      4,
      { patternProperties: { '^a': { type: 'string' } }, additionalProperties: false },
      { ab: 1, b: 1 },
      ['type ab', 'unknown b'],
    ],
    [4, { additionalProperties: false, 'x-kubernetes-preserve-unknown-fields': true }, { b: 1 }, []],
    [4, { 'x-kubernetes-int-or-string': true }, true, ['type']],
    [4, { 'x-kubernetes-int-or-string': true }, 5, []],
    [4, { dependencies: { x: ['y', 'z'] } }, { x: 1, y: 1 }, ['value']],
    [4, { dependencies: { x: { required: ['y'] } } }, { x: 1 }, ['missing y']],
    [
      2019,
      { dependentRequired: { x: ['y'] }, dependentSchemas: { x: { required: ['z'] } } },
      { x: 1 },
      ['missing y', 'missing z'],
    ],
    [2019, { unevaluatedProperties: false, properties: { a: {} } }, { a: 1, b: 1 }, ['unknown b']],
    [2019, { unevaluatedProperties: false, allOf: [{ properties: { b: {} } }] }, { a: 1 }, []],
    // Combinations.
    [6, { properties: { x: false } }, { x: 1 }, ['value x']],
    [6, { const: 1, enum: [2, 1] }, 2, ['value']],
    [7, { if: true, then: { type: 'string' }, else: { $ref: '#/nowhere' } }, 1, ['type']],
    [4, { not: { type: 'string' } }, 'a', ['choice']],
    // References.
    [4, { $ref: '#/definitions/a', type: 'number', definitions: { a: { type: 'string' } } }, 'a', []],
    [2019, { $ref: '#/$defs/a', minLength: 2, $defs: { a: { type: 'string' } } }, 'a', ['value']],
    [2019, { $ref: '#/$defs/a', minLength: 2, $defs: { a: { type: 'string' } } }, 5, ['type']],
    [4, { $ref: '#/definitions/a~1b', definitions: { 'a/b': { type: 'string' } } }, 5, ['type']],
    [4, { $ref: '#/definitions/a%20b', definitions: { 'a b': { type: 'string' } } }, 5, ['type']],
    [4, { $ref: '#/allOf/0', allOf: [{ type: 'string' }] }, 5, ['type']],
    [4, { $ref: '#foo', definitions: { a: { id: '#foo', type: 'string' } } }, 5, ['type']],
    [4, { $ref: 'foo', definitions: { a: { id: 'foo', type: 'string' } } }, 5, ['type']],
    [
      7,
      {
        $ref: 'foo#/definitions/b',
        definitions: { a: { $id: 'foo', definitions: { b: { type: 'string' } } } },
      },
      5,
      ['type'],
    ],
    [2020, { $ref: '#foo', $defs: { a: { $anchor: 'foo', type: 'string' } } }, 5, ['type']],
    [4, { $ref: '#/elsewhere/a', elsewhere: { a: { type: 'string' } } }, 5, ['type']],
    [6, { $ref: '#/definitions/a', definitions: { a: false } }, 5, ['value']],
    [2020, { $dynamicRef: '#foo', $defs: { a: { $dynamicAnchor: 'foo', type: 'string' } } }, 5, ['type']],
    [7, { $ref: 'http://json-schema.org/draft-07/schema#' }, 5, []],
    [
      4,
      { properties: { child: { $ref: '#' }, x: { type: 'string' } } },
      { child: { child: { x: 5 } } },
      ['type child/child/x'],
    ],
    // References are only resolved in schemas that are used.
    [4, { type: 'string', definitions: { a: { $ref: '#/nowhere' } } }, 'a', []],
  ])('draft %i: %j on %j', (draft, source, value, expected) => {
    expect(errors(draft, source, value)).toEqual(expected)
  })

  test('without $schema it is draft 4', () => {
    expect(readJsonSchema({ required: [] })).toEqual({
      error: '/required must be a non-empty list of unique names, but is [].',
    })
  })

  test('descriptions are kept', () => {
    expect(readJsonSchema({ properties: { a: { type: 'string', description: 'Words.' } } })).toEqual({
      schema: { properties: new Map([['a', { type: ['string'], description: 'Words.' }]]) },
    })
  })
})

describe('schemas that refer to themselves', () => {
  const alone = (reference: string) => ({ $ref: `#/definitions/${reference}` })
  const withA = (a: object, source: object) => ({ ...source, definitions: { a } })

  /** The places that kubeconform names: it does not look below references and `allOf`. */
  test.each<readonly [Draft, object, Json, readonly string[]]>([
    [4, { $ref: '#' }, {}, ['']],
    [4, { ...alone('a'), definitions: { a: alone('b'), b: alone('a') } }, {}, ['']],
    [4, withA(alone('a'), { properties: { x: alone('a') } }), { x: 1 }, ['x']],
    [4, withA(alone('a'), { properties: { x: alone('a') } }), { y: 1 }, []],
    [4, withA(alone('a'), { properties: { x: alone('a') }, required: ['y'] }), { x: 1 }, ['y', 'x']],
    [4, { properties: { x: { $ref: '#/properties/x' } } }, { x: {} }, ['x']],
    [4, { items: { $ref: '#/items' } }, [1, 2], ['0', '1']],
    [4, { allOf: [{ $ref: '#' }] }, {}, ['']],
    [4, { properties: { x: { allOf: [{ $ref: '#/properties/x' }], type: 'object' } } }, { x: {} }, ['x']],
    [4, { properties: { x: { allOf: [{ $ref: '#/properties/x' }], type: 'object' } } }, { x: 1 }, ['x']],
    [4, { allOf: [{ anyOf: [{ $ref: '#' }] }] }, {}, ['']],
    [4, { dependencies: { x: { $ref: '#' } } }, { x: 1 }, ['']],
    [2019, { $ref: '#', type: 'object' }, {}, ['']],
    [2020, { $dynamicRef: '#' }, {}, ['']],
    // Another branch applies, or none has to.
    [4, { anyOf: [{ $ref: '#' }, { type: 'object' }] }, {}, []],
    [4, { anyOf: [{ $ref: '#' }, { type: 'object' }] }, 5, ['']],
    [4, { oneOf: [{ $ref: '#' }, {}] }, {}, []],
    [4, { not: { $ref: '#' } }, {}, []],
    [7, { if: { $ref: '#' }, then: { type: 'string' }, else: { type: 'number' } }, 'a', ['']],
    [7, { if: { $ref: '#' }, then: { type: 'string' }, else: { type: 'number' } }, 1, []],
    [4, { dependencies: { x: { $ref: '#' } } }, {}, []],
    // It applies to another value each time.
    [4, { properties: { x: { $ref: '#' } }, required: ['x'] }, { x: { x: {} } }, ['x']],
    [6, { contains: { $ref: '#' } }, [[1]], []],
    [6, { contains: { $ref: '#' } }, [[[]]], ['']],
    [6, { propertyNames: { $ref: '#' } }, { a: 1 }, []],
  ])('draft %i: %j on %j', (draft, source, value, expected) => {
    const result = read(draft, source)
    if ('error' in result) throw new Error(result.error)
    const found = validate(valueOf(value), { schema: result.schema, origin: 'file', nulls: 'value' }, false)
    expect(found.map(({ enclosing, path }) => (enclosing?.path ?? path).join('/'))).toEqual(expected)
  })

  test('a chain of references is followed to its end', () => {
    const definitions = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [index, alone(String(index + 1))]),
    )
    const source = { ...alone('0'), definitions: { ...definitions, 30: { type: 'string' } } }
    expect(errors(4, source, 5)).toEqual(['type'])
  })

  test('what a chain of many schemas says is left open where it is too long for one value', () => {
    const part = (index: number) => ({ allOf: [alone(String(index + 1)), alone('0')] })
    const definitions = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [index, part(index)]))
    const result = read(4, { ...alone('0'), definitions: { ...definitions, 60: {} } })
    expect(
      'error' in result || errors(4, { ...alone('0'), definitions: { ...definitions, 60: {} } }, 5),
    ).toBe(true)
  })

  test('whatever looks through such a schema comes to an end', () => {
    for (const source of [{ $ref: '#' }, { allOf: [{ $ref: '#' }], properties: { x: { $ref: '#' } } }]) {
      const result = readJsonSchema(source)
      if ('error' in result) throw new Error(result.error)
      const { schema } = result
      expect([...fieldsOf(schema).keys()]).toEqual('properties' in source ? ['x'] : [])
      expect([schemaAt(schema, ['y']), itemSchema(schema), isRequired(schema, 'x')]).toEqual([
        undefined,
        undefined,
        false,
      ])
      expect([typesOf(schema), valuesOf(schema), limitText(schema)]).toEqual([
        'properties' in source ? ['object'] : [],
        [],
        undefined,
      ])
      expect(typeText(schema)).toBe('properties' in source ? 'object' : 'any value')
    }
  })
})

describe('schemas that are too large', () => {
  const nested = (depth: number): Json => {
    let schema: Json = {}
    for (let index = 0; index < depth; index++) schema = { not: schema }
    return schema
  }
  const chain = (length: number): Json => ({
    $ref: '#/definitions/0',
    definitions: Object.fromEntries(
      Array.from({ length }, (_, index) => [index, { allOf: [{ $ref: `#/definitions/${index + 1}` }, {}] }]),
    ),
  })

  test.each<readonly [string, Json, string]>([
    ['deeply nested', nested(100_000), 'The schema is nested more than 200 levels deep.'],
    [
      'a million values',
      { enum: Array.from({ length: 1_000_001 }, (_, index) => index) },
      'The schema has more than 1,000,000 values.',
    ],
    [
      'a long chain of references',
      chain(10_000),
      '/definitions/9999/allOf/0/$ref refers to #/definitions/10000, which is not in the file.',
    ],
    ['many schemas for one value', nested(60), 'The schema applies more than 50 schemas to one value.'],
  ])('%s', (_, source, error) => {
    expect(readJsonSchema(source)).toEqual({ error })
  })

  test('property names of Object.prototype have no special meaning', () => {
    const source = JSON.parse(
      '{"properties":{"__proto__":{"type":"string"},"constructor":{"type":"string"}}}',
    ) as object
    const value = JSON.parse('{"__proto__":1,"constructor":1,"toString":1}') as Json
    expect(errors(4, source, value)).toEqual(['type __proto__', 'type constructor'])
  })
})
