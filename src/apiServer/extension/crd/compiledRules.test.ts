import { expect, test } from 'vitest'
import type { JsonObject } from '../../../engine/model/json'
import { definition } from '../../testing/definition'
import { causes } from '../testing/causes'

const ruled = (schema: JsonObject, rule: string, rest: JsonObject = {}): JsonObject => ({
  ...schema,
  'x-kubernetes-validations': [{ rule, ...rest }],
})
const of = (schema: JsonObject): JsonObject => definition({ type: 'object', properties: { a: schema } })
const text = { type: 'string' }
const short = { type: 'string', maxLength: 10 }
const object = {
  type: 'object',
  properties: {
    name: short,
    count: { type: 'integer' },
    'x-y': { type: 'boolean' },
    namespace: short,
    port: { 'x-kubernetes-int-or-string': true },
    since: { type: 'string', format: 'date-time' },
    one: { type: 'object', properties: { x: short } },
    two: { type: 'object', properties: { x: short } },
    open: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
  },
}
const list = (items: JsonObject, rest: JsonObject = {}): JsonObject => ({
  ...{ type: 'array', items, maxItems: 10 },
  ...rest,
})
const item = { type: 'object', required: ['name'], properties: { name: short } }
const rules = 'x-kubernetes-validations[0]'

test.each<[what: string, broken: JsonObject, expected: string[], sound: JsonObject]>([
  ['syntax', ruled(object, 'self.'), [`Invalid .${rules}.rule`], ruled(object, 'self.count > 1')],
  ['no field', ruled(object, 'self.b == 1'), [`Invalid .${rules}.rule`], ruled(object, 'has(self.name)')],
  [
    'types',
    ruled(object, "self.count == 'x'"),
    [`Invalid .${rules}.rule`],
    ruled(object, "self.name == 'x'"),
  ],
  ['no bool', ruled(object, 'self.count'), [`Invalid .${rules}.rule`], ruled(object, 'self.x__dash__y')],
  ['dynamic', ruled(object, 'self.port'), [`Invalid .${rules}.rule`], ruled(object, "self.port == '1'")],
  ['names', ruled(object, 'self.x-y'), [`Invalid .${rules}.rule`], ruled(object, "self.namespace == 'a'")],
  [
    'open objects',
    ruled(object, 'has(self.open.a)'),
    [`Invalid .${rules}.rule`],
    ruled(object, 'has(self.open)'),
  ],
  [
    'objects of two places',
    ruled(object, 'self.one == self.two'),
    [`Invalid .${rules}.rule`],
    ruled(object, 'self.one == oldSelf.one && self.one.x == self.two.x'),
  ],
  [
    'times',
    ruled(object, "self.since == '2024'"),
    [`Invalid .${rules}.rule`],
    ruled(object, "self.since > timestamp('2024-01-01T00:00:00Z')"),
  ],
  ['what is found late', ruled(object, "int('a') == 1"), [`Invalid .${rules}.rule`], ruled(object, 'true')],
  [
    'a message',
    ruled(object, 'true', { messageExpression: '1' }),
    [`Invalid .${rules}.messageExpression`],
    ruled(object, 'true', { messageExpression: 'self.name' }),
  ],
  [
    'an optional old value',
    ruled(object, 'self == oldSelf', { optionalOldSelf: true }),
    [`Invalid .${rules}.rule`, `Invalid .${rules}.optionalOldSelf`],
    ruled(object, '!oldSelf.hasValue() || self == oldSelf.value()', { optionalOldSelf: true }),
  ],
  [
    'an optional old value that is not used',
    ruled(object, 'true', { optionalOldSelf: true }),
    [`Invalid .${rules}.optionalOldSelf`],
    ruled(object, 'true'),
  ],
  [
    'old values of items',
    list(ruled(item, 'self.name == oldSelf.name')),
    [`Invalid .items.${rules}.rule`],
    list(ruled(item, 'self.name == oldSelf.name'), {
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
    }),
  ],
  [
    'no type',
    ruled({ 'x-kubernetes-preserve-unknown-fields': true }, 'true'),
    ['InternalError .x-kubernetes-validations'],
    ruled({ 'x-kubernetes-int-or-string': true }, "self == '1'"),
  ],
  [
    'what takes too long for one rule',
    ruled(list(text), 'self.all(x, self.exists_one(y, x == y))', { message: 'm' }),
    [`Forbidden .${rules}.rule`],
    ruled(list(short), 'self.all(x, self.exists_one(y, x == y))', { message: 'm' }),
  ],
  [
    'lists without an end',
    ruled({ type: 'array', items: short }, "self.all(x, x.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?$'))"),
    [`Forbidden .${rules}.rule`],
    ruled(list(short), "self.all(x, x.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?$'))"),
  ],
])('%s', (_what, broken, expected, sound) => {
  const place = ' spec.validation.openAPIV3Schema.properties[a]'
  expect(causes(of(broken))).toEqual(expected.map((cause) => cause.replace(' ', place)))
  expect(causes(of(sound))).toEqual([])
})

test('the rules of a schema may take too long together', () => {
  const found = causes(of(ruled({ type: 'array', items: text }, 'self.all(x, self.all(y, x != y))')))
  const rule = `Forbidden spec.validation.openAPIV3Schema.properties[a].${rules}.rule`
  expect(found).toEqual([rule, rule, 'Forbidden spec.validation.openAPIV3Schema'])
})

test('rules see the fields of every resource', () => {
  const root = { type: 'object', properties: { spec: object } }
  expect(causes(definition(ruled(root, "self.metadata.name == 'a' && self.kind == 'Foo'")))).toEqual([])
  const place = `spec.validation.openAPIV3Schema.${rules}.rule`
  expect(causes(definition(ruled(root, 'has(self.metadata.labels)')))).toEqual([`Invalid ${place}`])
})
