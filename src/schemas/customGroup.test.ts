import { expect, test } from 'vitest'
import type { Schema, ScalarTest } from '../engine/schema/schema'
import { customGroupOf, type PackedGroup, type PackedNode } from './customGroup'

const lookedUp: string[] = []
const pattern: ScalarTest = { expected: 'matching text', accepts: () => true }
const cidr: ScalarTest = { expected: 'a network', accepts: () => true }
const metadata: Schema = { name: 'am:meta.v1.ObjectMeta', type: ['object'] }

const unpack = (packed: Partial<PackedGroup>) =>
  customGroupOf(
    { group: 'example.io', kinds: {}, pool: [], ...packed },
    (name) => {
      lookedUp.push(name)
      return name === metadata.name ? metadata : undefined
    },
    {
      pattern: (source) => (source === '(?=no)' ? undefined : pattern),
      format: (name) => (name === 'cidr' ? cidr : undefined),
    },
  )

const spec = (node: PackedNode, pool: readonly PackedNode[] = []) =>
  unpack({ kinds: { 'v1/Thing': { p: { spec: node } } }, pool })
    .kind('example.io/v1', 'Thing')
    ?.properties?.get('spec')

const text = { type: ['string'] }

test.each<[packed: PackedNode, schema: unknown]>([
  ['*', {}],
  ['s', text],
  ['b', { type: ['boolean'] }],
  ['o', { type: ['object'] }],
  ['eA||B', { type: ['string'], enum: ['A', '', 'B'] }],
  ['[{s', { type: ['array'], items: { type: ['object'], additionalProperties: text } }],
  [
    { p: { a: 's' }, r: ['a'] },
    { type: ['object'], properties: new Map([['a', text]]), additionalProperties: 'strict', required: ['a'] },
  ],
  [{ t: '*', p: { a: '*' } }, { properties: new Map([['a', {}]]) }],
  [{ r: ['a'] }, { required: ['a'] }],
  [
    { '[': 's', minItems: 1 },
    { type: ['array'], items: text, minItems: 1 },
  ],
  [
    { '{': 's', maxProperties: 2 },
    { type: ['object'], additionalProperties: text, maxProperties: 2 },
  ],
  [
    { t: 's', pattern: '^a', nullable: true },
    { ...text, pattern, nullable: true },
  ],
  [{ t: 's', pattern: '(?=no)' }, text],
  [
    { t: 's', format: 'cidr' },
    { ...text, format: cidr },
  ],
  [
    { t: 's', format: 'odd', maxLength: 3 },
    { ...text, maxLength: 3 },
  ],
  [
    { oneOf: [{ r: ['a'] }], anyOf: ['s'], allOf: ['s'], not: { r: ['b'] } },
    { oneOf: [{ required: ['a'] }], anyOf: [text], allOf: [text], not: { required: ['b'] } },
  ],
])('%j', (packed, schema) => {
  expect(spec(packed)).toEqual(schema)
})

test.each(['i', 'l', 'n', 'Q', 'S', 'T', 'B'])('the code %s is a scalar of the API', (letter) => {
  expect(spec(letter)?.type?.length).toBeGreaterThan(0)
  expect(spec({ t: letter, minimum: 1 })).toEqual({ ...spec(letter), minimum: 1 })
})

test('a pooled node is unpacked once, and may refer to itself', () => {
  const node = spec({ p: { a: '0', b: '[0' } }, [{ p: { next: '0' } }])
  const a = node?.properties?.get('a')?.ref?.()
  expect(a?.properties?.get('next')?.ref?.()).toBe(a)
  expect(node?.properties?.get('b')?.items?.ref?.()).toBe(a)
})

test('every object has apiVersion, kind and metadata, and API types are only looked up when they are used', () => {
  const group = unpack({
    kinds: { 'v1/Thing': '0', 'v1beta1/Thing': '0' },
    pool: [{ p: { spec: '#core.v1.Pod' }, r: ['spec'] }],
  })
  expect(group.kinds).toEqual([
    { apiVersion: 'example.io/v1', kind: 'Thing' },
    { apiVersion: 'example.io/v1beta1', kind: 'Thing' },
  ])
  const thing = group.kind('example.io/v1', 'Thing')
  expect(group.kind('example.io/v1', 'Thing')).toBe(thing)
  expect(thing).toMatchObject({
    kinds: ['example.io/v1/Thing'],
    required: ['spec'],
    additionalProperties: 'strict',
  })
  expect([...(thing?.properties?.keys() ?? [])]).toEqual(['apiVersion', 'kind', 'metadata', 'spec'])
  lookedUp.length = 0
  expect(thing?.properties?.get('metadata')?.ref?.()).toBe(metadata)
  expect(thing?.properties?.get('spec')?.ref?.()).toBeUndefined()
  expect(lookedUp).toEqual(['am:meta.v1.ObjectMeta', 'core.v1.Pod'])
})

test.each([
  ['example.io/v2', 'Thing'],
  ['example.io/v1', 'thing'],
  ['other.io/v1', 'Thing'],
  ['v1', 'Thing'],
])('there is no %s %s', (apiVersion, kind) => {
  expect(unpack({ kinds: { 'v1/Thing': 's' } }).kind(apiVersion, kind)).toBeUndefined()
})

test('a root without named fields allows any field', () => {
  const root = unpack({ kinds: { 'v1/Thing': 'o' } }).kind('example.io/v1', 'Thing')
  expect(root?.type).toEqual(['object'])
  expect(root?.additionalProperties).toBeUndefined()
})
