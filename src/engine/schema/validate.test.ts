import { describe, expect, test } from 'vitest'
import { readDocument } from '../yaml/readDocument'
import type { KubernetesObject } from '../objects/readObjects'
import { violationMessage } from './violationMessage'
import type { KindSchema, Schema } from './schema'
import { validate } from './validate'

const object: KubernetesObject = {
  apiVersion: 'example.com/v1',
  kind: 'Widget',
  namespace: '',
  name: 'a',
  path: [],
  range: { from: 0, to: 0 },
  labels: {},
  annotations: {},
  isSupportedKind: false,
  data: {},
}

/** What is said of a mapping, in the order in which it is found. */
const said = (schema: Schema, text: string, kind: Partial<KindSchema> = {}, strict = true): string[] => {
  const { root } = readDocument(text)
  if (!root) throw new Error(`${text} is no mapping`)
  const violations = validate(root, { schema, origin: 'definition', nulls: 'absent', ...kind }, strict)
  return violations.map((violation) => {
    const { message, advice } = violationMessage(violation, object, text)
    return advice === undefined ? message : `${message} ${advice}`
  })
}

const field = (x: Schema): Schema => ({ type: ['object'], properties: new Map([['x', x]]) })

const text: Schema = { type: ['string'] }
const number: Schema = { type: ['number'] }
const list: Schema = { type: ['array'] }
const even = { expected: 'an even number', accepts: (data: unknown) => Number(data) % 2 === 0 }
const lower = {
  expected: 'text that matches ^[a-z]+$',
  accepts: (data: unknown) => typeof data !== 'string' || /^[a-z]+$/.test(data),
}

const asks = (...required: string[]): Schema => ({ required })

describe('what is said of a field x', () => {
  test.each<[what: string, x: Schema, yaml: string, ...said: string[]]>([
    ['the right type', text, 'a'],
    ['a boolean for text', text, 'on', 'x must be text, but on is a boolean. Put it in quotes: "on".'],
    ['a number for text', text, '1', 'x must be text, but 1 is a number. Put it in quotes: "1".'],
    ['text for a number', number, '"1"', 'x must be a number, but "1" is text.'],
    ['a whole number is a number', number, '1'],
    [
      'a fraction is not whole',
      { type: ['integer'] },
      '1.5',
      'x must be a whole number, but 1.5 is a number.',
    ],
    ['a point with nothing behind it is whole', { type: ['integer'] }, '2.0'],
    ['a list for a mapping', { type: ['object'] }, '[]', 'x must be a mapping, but is a list.'],
    [
      'two types',
      { type: ['integer', 'string'] },
      '{}',
      'x must be a whole number or text, but is a mapping.',
    ],
    ['any type', {}, '[1, {a: b}]'],
    ['nothing is right', { never: true }, '1', 'x must be left out, but here stands 1.'],
    ['an enum', { enum: ['On', 'Off'] }, '"On"'],
    [
      'a boolean that looks like one of an enum',
      { enum: ['On', 'Off'] },
      'On',
      'x must be one of On, Off, but On is a boolean here. Put it in quotes: "On".',
    ],
    [
      'a near enum',
      { enum: ['On', 'Off'] },
      '"on"',
      'x must be one of On, Off, but here stands "on". Did you mean On?',
    ],
    ['an enum of one', { enum: [5] }, '6', 'x must be 5, but here stands 6.'],
    ['an enum of mappings, in any order', { enum: [{ a: 1, b: [2] }] }, '{b: [2], a: 1}'],
    ['an enum is by value', { enum: [100] }, '1e2'],
    ['a format', { format: even }, '3', 'x must be an even number, but here stands 3.'],
    ['a pattern', { ...text, pattern: lower }, 'abc'],
    [
      'a pattern broken',
      { ...text, pattern: lower },
      'aBc',
      'x must be text that matches ^[a-z]+$, but here stands aBc.',
    ],
    [
      'too short',
      { ...text, minLength: 2 },
      'a',
      'x must be text of at least 2 characters, but it has 1 character.',
    ],
    ['length counts code points', { ...text, maxLength: 2 }, '"😀😀"'],
    [
      'too long',
      { ...text, maxLength: 1 },
      'ab',
      'x must be text of at most 1 character, but it has 2 characters.',
    ],
    ['too small', { ...number, minimum: 3 }, '2', 'x must be 3 or more, but here stands 2.'],
    ['too large', { ...number, maximum: 3 }, '4', 'x must be 3 or less, but here stands 4.'],
    ['at an open end', { ...number, exclusiveMinimum: 3 }, '3', 'x must be more than 3, but here stands 3.'],
    ['at the other', { ...number, exclusiveMaximum: 3 }, '3', 'x must be less than 3, but here stands 3.'],
    ['a multiple in decimals', { ...number, multipleOf: 0.01 }, '4.35'],
    [
      'no multiple',
      { ...number, multipleOf: 0.01 },
      '4.355',
      'x must be a multiple of 0.01, but here stands 4.355.',
    ],
    [
      'too few items',
      { ...list, minItems: 1 },
      '[]',
      'x must be a list of at least 1 item, but it has 0 items.',
    ],
    [
      'too many items',
      { ...list, maxItems: 1 },
      '[1, 2]',
      'x must be a list of at most 1 item, but it has 2 items.',
    ],
    [
      'items repeat',
      { ...list, uniqueItems: true },
      '[{a: 1, b: 2}, {b: 2, a: 1.0}]',
      'x must be a list without repeated items, but two items are equal.',
    ],
    [
      'items by their schema',
      { ...list, items: text },
      '[a, 1]',
      'x[1] must be text, but 1 is a number. Put it in quotes: "1".',
    ],
    [
      'items by their place',
      { ...list, prefixItems: [number], items: text },
      '[a, b]',
      'x[0] must be a number, but "a" is text.',
    ],
    [
      'an item of a form',
      { ...list, contains: number },
      '[a]',
      'x must be a list with an item of the required form, but it has none.',
    ],
    [
      'too few fields',
      { minProperties: 1 },
      '{}',
      'x must be a mapping of at least 1 field, but it has 0 fields.',
    ],
    [
      'too many fields',
      { maxProperties: 1 },
      '{a: 1, b: 2}',
      'x must be a mapping of at most 1 field, but it has 2 fields.',
    ],
    [
      'a name of a field',
      { propertyNames: { pattern: lower } },
      '{A: 1}',
      'x.A must be text that matches ^[a-z]+$, but here stands A.',
    ],
    [
      'fields by a pattern',
      { patternProperties: [{ pattern: lower, schema: number }], additionalProperties: 'closed' },
      '{a: b}',
      'x.a must be a number, but "b" is text.',
    ],
    [
      'all other fields',
      { additionalProperties: number },
      '{a: b}',
      'x.a must be a number, but "b" is text.',
    ],
    [
      'a field that asks for another',
      { dependencies: new Map([['a', ['b']]]) },
      '{a: 1}',
      'x must be a mapping with b, as a is set, but they are missing.',
    ],
    [
      'a field that asks for a form',
      { dependencies: new Map([['a', asks('b')]]) },
      '{a: 1}',
      'Widget a has no x.b, which is required.',
    ],
    [
      'required',
      { type: ['object'], required: ['a', 'b'] },
      '{a: 1}',
      'Widget a has no x.b, which is required.',
    ],
    [
      'null is absent',
      { type: ['object'], required: ['a'] },
      '{a: null}',
      'Widget a has no x.a, which is required.',
    ],
    [
      'null in its own right',
      { required: ['a'], properties: new Map<string, Schema>([['a', { ...text, nullable: true }]]) },
      '{a: null}',
    ],
    ['null for a field', text, 'null'],
    ['null for an item', { ...list, items: text }, '[null]', 'x[0] must be text, but is null.'],
    [
      'all of two',
      { allOf: [{ minimum: 1 }, { maximum: 0 }] },
      '0.5',
      'x must be 1 or more, but here stands 0.5.',
      'x must be 0 or less, but here stands 0.5.',
    ],
    [
      'any of two types',
      { anyOf: [number, text] },
      'true',
      'x has none of the 2 forms its schema offers. The nearest one: x must be a number, but true is a boolean.',
    ],
    [
      'any of two fields',
      { anyOf: [asks('a'), asks('b')] },
      '{}',
      'x must have at least one of a, b, but it has none.',
    ],
    [
      'one of two fields',
      { oneOf: [asks('a'), asks('b')] },
      '{}',
      'x must have exactly one of a, b, but it has none.',
    ],
    [
      'both of two fields',
      { oneOf: [asks('a'), asks('b')] },
      '{a: 1, b: 1}',
      'x must have exactly one of a, b, but it has a and b.',
    ],
    [
      'one of two fields or none',
      { oneOf: [{ not: { anyOf: [asks('a'), asks('b')] } }, asks('a'), asks('b')] },
      '{}',
    ],
    [
      'both of two or none',
      { oneOf: [{ not: { anyOf: [asks('a'), asks('b')] } }, asks('a'), asks('b')] },
      '{a: 1, b: 1}',
      'x must have at most one of a, b, but it has a and b.',
    ],
    [
      'more than one form',
      { oneOf: [number, { minimum: 1 }] },
      '2',
      'x must have exactly one of the 2 forms its schema offers, but it fits 2 of them.',
    ],
    [
      'fields that exclude each other',
      { not: asks('a', 'b') },
      '{a: 1, b: 1}',
      'x must not have a and b together.',
    ],
    ['a form that is ruled out', { not: text }, 'a', 'x has a form that its schema rules out.'],
    [
      'if and then',
      { if: number, then: { minimum: 5 }, else: text },
      '1',
      'x must be 5 or more, but here stands 1.',
    ],
    [
      'if and else',
      { if: number, then: { minimum: 5 }, else: text },
      'true',
      'x must be text, but true is a boolean. Put it in quotes: "true".',
    ],
  ])('%s', (_, x, yaml, ...expected) => {
    expect(said(field(x), `x: ${yaml}\n`)).toEqual(expected)
  })
})

const closed: Schema = { properties: new Map([['name', text]]), additionalProperties: 'strict' }

test.each<[additional: 'strict' | 'closed', strict: boolean, count: number]>([
  ['strict', true, 1],
  ['strict', false, 0],
  ['closed', true, 1],
  ['closed', false, 1],
])('unknown fields of a schema that is %s, strict %s: %d refused', (additionalProperties, strict, count) => {
  expect(said({ ...closed, additionalProperties }, 'nam: a\n', {}, strict)).toHaveLength(count)
})

test('for a JSON Schema null is a value', () => {
  const kind = { origin: 'file', nulls: 'value' } as const
  expect(said(field(text), 'x: null\n', kind)).toEqual(['x must be text, but is null.'])
  expect(said({ required: ['x'] }, 'x: null\n', kind)).toEqual([])
})

test('what lies behind a reference or allOf says through which it was found', () => {
  const schema = field({ allOf: [field({ ref: () => text })] })
  const { root } = readDocument('x: {x: 1}\n')
  const file = { schema, origin: 'file', nulls: 'value' } as const
  expect(root && validate(root, file, true)).toMatchObject([
    { kind: 'type', path: ['x', 'x'], through: { path: ['x'], keyword: 'allOf' } },
  ])
})

test('a schema that contains itself is followed as far as the text goes, one that is only itself is anything', () => {
  const node: Schema = {
    properties: new Map<string, Schema>([
      ['next', { ref: () => node }],
      ['x', text],
    ]),
    additionalProperties: 'closed',
  }
  expect(said(node, 'next: {next: {x: 1}}\n')).toEqual([
    'next.next.x must be text, but 1 is a number. Put it in quotes: "1".',
  ])
  const loop: Schema = { ref: () => loop }
  expect(said(field(loop), 'x: 1\n')).toEqual([])
})

test('alternatives that multiply are given up with a word about it', () => {
  const node: Schema = { anyOf: [{ properties: new Map([['x', { ref: () => node }]]), required: ['y'] }] }
  const twice: Schema = { anyOf: [{ ...node.anyOf?.[0] }, { ref: () => twice2 }] }
  const twice2: Schema = {
    anyOf: Array.from({ length: 8 }, () => ({
      properties: new Map<string, Schema>([['x', { ref: () => twice }]]),
      required: ['z'],
    })),
  }
  const deep = `${'{x: '.repeat(30)}1${'}'.repeat(30)}`
  expect(said(field(twice), `x: ${deep}\n`)).toEqual([
    'Widget a was not held against its schema to the end: it offers too many alternatives.',
  ])
})
