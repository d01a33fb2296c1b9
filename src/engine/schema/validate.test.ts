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

/** The messages for an object, each with its advice, in the order of the violations. */
const messages = (schema: Schema, text: string, kind: Partial<KindSchema> = {}, strict = true): string[] => {
  const { root } = readDocument(text)
  if (!root) throw new Error(`${text} is not a mapping`)
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

const requires = (...required: string[]): Schema => ({ required })

describe('messages about a field x', () => {
  test.each<[what: string, x: Schema, yaml: string, ...expected: string[]]>([
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
    ['2.0 is whole', { type: ['integer'] }, '2.0'],
    ['a list for a mapping', { type: ['object'] }, '[]', 'x must be a mapping, but is a list.'],
    [
      'two types',
      { type: ['integer', 'string'] },
      '{}',
      'x must be a whole number or text, but is a mapping.',
    ],
    ['any type', {}, '[1, {a: b}]'],
    ['no value is valid', { never: true }, '1', 'x must be absent, but is 1.'],
    ['an enum', { enum: ['On', 'Off'] }, '"On"'],
    [
      'a boolean that looks like a value of an enum',
      { enum: ['On', 'Off'] },
      'On',
      'x must be one of On, Off, but On is a boolean. Put it in quotes: "On".',
    ],
    [
      'a misspelled value of an enum',
      { enum: ['On', 'Off'] },
      '"on"',
      'x must be one of On, Off, but is "on". Did you mean On?',
    ],
    ['an enum with one value', { enum: [5] }, '6', 'x must be 5, but is 6.'],
    ['an enum with a mapping, in any order of keys', { enum: [{ a: 1, b: [2] }] }, '{b: [2], a: 1}'],
    ['an enum with a number in another form', { enum: [100] }, '1e2'],
    ['a format', { format: even }, '3', 'x must be an even number, but is 3.'],
    ['a pattern', { ...text, pattern: lower }, 'abc'],
    [
      'a broken pattern',
      { ...text, pattern: lower },
      'aBc',
      'x must be text that matches ^[a-z]+$, but is aBc.',
    ],
    [
      'too short',
      { ...text, minLength: 2 },
      'a',
      'x must be text of at least 2 characters, but has 1 character.',
    ],
    ['length counts code points', { ...text, maxLength: 2 }, '"😀😀"'],
    [
      'too long',
      { ...text, maxLength: 1 },
      'ab',
      'x must be text of at most 1 character, but has 2 characters.',
    ],
    ['too small', { ...number, minimum: 3 }, '2', 'x must be 3 or more, but is 2.'],
    ['too large', { ...number, maximum: 3 }, '4', 'x must be 3 or less, but is 4.'],
    ['at an exclusive minimum', { ...number, exclusiveMinimum: 3 }, '3', 'x must be more than 3, but is 3.'],
    ['at an exclusive maximum', { ...number, exclusiveMaximum: 3 }, '3', 'x must be less than 3, but is 3.'],
    ['a multiple of a decimal number', { ...number, multipleOf: 0.01 }, '4.35'],
    [
      'not a multiple',
      { ...number, multipleOf: 0.01 },
      '4.355',
      'x must be a multiple of 0.01, but is 4.355.',
    ],
    [
      'too few items',
      { ...list, minItems: 1 },
      '[]',
      'x must be a list of at least 1 item, but has 0 items.',
    ],
    [
      'too many items',
      { ...list, maxItems: 1 },
      '[1, 2]',
      'x must be a list of at most 1 item, but has 2 items.',
    ],
    [
      'duplicate items',
      { ...list, uniqueItems: true },
      '[{a: 1, b: 2}, {b: 2, a: 1.0}]',
      'x must be a list without duplicate items, but two items are equal.',
    ],
    [
      'an item with the wrong type',
      { ...list, items: text },
      '[a, 1]',
      'x[1] must be text, but 1 is a number. Put it in quotes: "1".',
    ],
    [
      'an item with a schema for its position',
      { ...list, prefixItems: [number], items: text },
      '[a, b]',
      'x[0] must be a number, but "a" is text.',
    ],
    [
      'contains',
      { ...list, contains: number },
      '[a]',
      'x must be a list with at least one item that matches its schema, but has none.',
    ],
    [
      'too few fields',
      { minProperties: 1 },
      '{}',
      'x must be a mapping of at least 1 field, but has 0 fields.',
    ],
    [
      'too many fields',
      { maxProperties: 1 },
      '{a: 1, b: 2}',
      'x must be a mapping of at most 1 field, but has 2 fields.',
    ],
    [
      'the name of a field',
      { propertyNames: { pattern: lower } },
      '{A: 1}',
      'x.A must be text that matches ^[a-z]+$, but is A.',
    ],
    [
      'a field whose name matches a pattern',
      { patternProperties: [{ pattern: lower, schema: number }], additionalProperties: 'closed' },
      '{a: b}',
      'x.a must be a number, but "b" is text.',
    ],
    ['any other field', { additionalProperties: number }, '{a: b}', 'x.a must be a number, but "b" is text.'],
    [
      'a field that requires another',
      { dependencies: new Map([['a', ['b']]]) },
      '{a: 1}',
      'x must be a mapping with b, because a is set, but has no b.',
    ],
    [
      'a field that requires a schema',
      { dependencies: new Map([['a', requires('b')]]) },
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
      'null counts as absent',
      { type: ['object'], required: ['a'] },
      '{a: null}',
      'Widget a has no x.a, which is required.',
    ],
    [
      'null as a value',
      { required: ['a'], properties: new Map<string, Schema>([['a', { ...text, nullable: true }]]) },
      '{a: null}',
    ],
    ['null for a field', text, 'null'],
    ['null for an item', { ...list, items: text }, '[null]', 'x[0] must be text, but is null.'],
    [
      'allOf',
      { allOf: [{ minimum: 1 }, { maximum: 0 }] },
      '0.5',
      'x must be 1 or more, but is 0.5.',
      'x must be 0 or less, but is 0.5.',
    ],
    [
      'anyOf with types',
      { anyOf: [number, text] },
      'true',
      'x matches none of the 2 alternatives in its schema. Closest alternative: x must be a number, but true is a boolean.',
    ],
    [
      'anyOf with fields',
      { anyOf: [requires('a'), requires('b')] },
      '{}',
      'x must have at least one of a, b, but has none.',
    ],
    [
      'oneOf with fields, without any',
      { oneOf: [requires('a'), requires('b')] },
      '{}',
      'x must have exactly one of a, b, but has none.',
    ],
    [
      'oneOf with fields, with both',
      { oneOf: [requires('a'), requires('b')] },
      '{a: 1, b: 1}',
      'x must have exactly one of a, b, but has a and b.',
    ],
    [
      'at most one of two fields, without any',
      { oneOf: [{ not: { anyOf: [requires('a'), requires('b')] } }, requires('a'), requires('b')] },
      '{}',
    ],
    [
      'at most one of two fields, with both',
      { oneOf: [{ not: { anyOf: [requires('a'), requires('b')] } }, requires('a'), requires('b')] },
      '{a: 1, b: 1}',
      'x must have at most one of a, b, but has a and b.',
    ],
    [
      'oneOf with two matches',
      { oneOf: [number, { minimum: 1 }] },
      '2',
      'x must match exactly one of the 2 alternatives in its schema, but matches 2.',
    ],
    ['not with fields', { not: requires('a', 'b') }, '{a: 1, b: 1}', 'x must not have a and b together.'],
    ['not with a type', { not: text }, 'a', 'x has a value that its schema does not allow.'],
    ['if and then', { if: number, then: { minimum: 5 }, else: text }, '1', 'x must be 5 or more, but is 1.'],
    [
      'if and else',
      { if: number, then: { minimum: 5 }, else: text },
      'true',
      'x must be text, but true is a boolean. Put it in quotes: "true".',
    ],
  ])('%s', (_, x, yaml, ...expected) => {
    expect(messages(field(x), `x: ${yaml}\n`)).toEqual(expected)
  })
})

const closed: Schema = { properties: new Map([['name', text]]), additionalProperties: 'strict' }

test.each<[additional: 'strict' | 'closed', strict: boolean, count: number]>([
  ['strict', true, 1],
  ['strict', false, 0],
  ['closed', true, 1],
  ['closed', false, 1],
])('other fields: %s, strict: %s, violations: %d', (additionalProperties, strict, count) => {
  expect(messages({ ...closed, additionalProperties }, 'nam: a\n', {}, strict)).toHaveLength(count)
})

test('null is a value for a JSON Schema from a file', () => {
  const kind = { origin: 'file', nulls: 'value' } as const
  expect(messages(field(text), 'x: null\n', kind)).toEqual(['x must be text, but is null.'])
  expect(messages({ required: ['x'] }, 'x: null\n', kind)).toEqual([])
})

test('a violation names the outermost allOf or reference around it', () => {
  const schema = field({ allOf: [field({ ref: () => text })] })
  const { root } = readDocument('x: {x: 1}\n')
  const file = { schema, origin: 'file', nulls: 'value' } as const
  expect(root && validate(root, file, true)).toMatchObject([
    { kind: 'type', path: ['x', 'x'], enclosing: { path: ['x'], keyword: 'allOf' } },
  ])
})

test('a schema that contains itself ends with the text, and one that only refers to itself allows anything', () => {
  const node: Schema = {
    properties: new Map<string, Schema>([
      ['next', { ref: () => node }],
      ['x', text],
    ]),
    additionalProperties: 'closed',
  }
  expect(messages(node, 'next: {next: {x: 1}}\n')).toEqual([
    'next.next.x must be text, but 1 is a number. Put it in quotes: "1".',
  ])
  const loop: Schema = { ref: () => loop }
  expect(messages(field(loop), 'x: 1\n')).toEqual([])
})

test('validation stops at too many alternatives and reports it', () => {
  const node: Schema = { anyOf: [{ properties: new Map([['x', { ref: () => node }]]), required: ['y'] }] }
  const twice: Schema = { anyOf: [{ ...node.anyOf?.[0] }, { ref: () => twice2 }] }
  const twice2: Schema = {
    anyOf: Array.from({ length: 8 }, () => ({
      properties: new Map<string, Schema>([['x', { ref: () => twice }]]),
      required: ['z'],
    })),
  }
  const deep = `${'{x: '.repeat(30)}1${'}'.repeat(30)}`
  expect(messages(field(twice), `x: ${deep}\n`)).toEqual([
    'Widget a could not be fully validated: its schema has too many alternatives.',
  ])
})
