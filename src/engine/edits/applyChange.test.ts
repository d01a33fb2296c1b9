import { expect, test } from 'vitest'
import { applyChange, isRefusal } from './applyChange'
import { dataOf, type Data } from './sourceData'
import type { Json } from '../model/json'
import type { Change } from '../model/change'

const jsonOf = (data: Data): Json => {
  if (data.type === 'sequence') return data.items.map(jsonOf)
  if (data.type === 'mapping')
    return Object.fromEntries([...data.entries].map(([key, value]) => [key, jsonOf(value)]))
  return typeof data.data === 'bigint' ? Number(data.data) : data.data
}

const after = (value: Json, change: Change): string => {
  const result = applyChange(dataOf(value), change)
  return isRefusal(result) ? result.refused : JSON.stringify(jsonOf(result))
}

test.each<[before: Json, change: Change, expected: string]>([
  [{ a: 1 }, { kind: 'set', path: ['a'], value: 2 }, '{"a":2}'],
  [{ b: 1 }, { kind: 'set', path: ['a'], value: 2 }, '{"b":1,"a":2}'],
  [{ b: 1 }, { kind: 'set', path: ['a', 0, 'c'], value: 2 }, '{"b":1,"a":[{"c":2}]}'],
  [{ a: null }, { kind: 'set', path: ['a', 'b'], value: 2 }, '{"a":{"b":2}}'],
  [{ a: [1] }, { kind: 'set', path: ['a', 1], value: 2 }, '{"a":[1,2]}'],
  [{ a: [] }, { kind: 'set', path: ['a', 1], value: 2 }, 'a has no item 0, so item 1 cannot be added.'],
  [{ b: 1, a: 2, c: 3 }, { kind: 'set', path: [], value: { d: 4, a: 5, b: 1 } }, '{"b":1,"a":5,"d":4}'],
  [{ a: [1, 2, 3] }, { kind: 'set', path: ['a'], value: [2, 3] }, '{"a":[2,3]}'],
  [{ a: 1, b: 2 }, { kind: 'remove', path: ['a'] }, '{"b":2}'],
  [{ a: { b: 1 } }, { kind: 'remove', path: ['a', 'b'] }, '{"a":{}}'],
  [{ a: [1, 1] }, { kind: 'remove', path: ['a', 1] }, '{"a":[1]}'],
  [{ a: 1 }, { kind: 'remove', path: ['a', 'b', 0] }, '{"a":1}'],
  [{ a: 1, b: 2 }, { kind: 'rename', path: ['a'], key: 'c' }, '{"c":1,"b":2}'],
  [{ a: 1 }, { kind: 'rename', path: ['b'], key: 'c' }, '{"a":1}'],
  [{ a: [1] }, { kind: 'rename', path: ['a', 0], key: 'c' }, '{"a":[1]}'],
  [{ a: [1] }, { kind: 'append', path: ['a'], value: 2 }, '{"a":[1,2]}'],
  [{ a: [{ b: 1, c: 2 }] }, { kind: 'append', path: ['a'], value: { c: 2, b: 1 } }, '{"a":[{"b":1,"c":2}]}'],
  [{}, { kind: 'append', path: ['a', 'b'], value: 2 }, '{"a":{"b":[2]}}'],
  [{ a: 1 }, { kind: 'remove', path: [] }, 'The root of a document cannot be removed.'],
  [{ a: 1 }, { kind: 'rename', path: [], key: 'b' }, 'The root of a document has no key.'],
])('%j after %j is %s', (before, change, expected) => expect(after(before, change)).toBe(expected))

test('unchanged values are the same objects', () => {
  const before = dataOf({ a: { b: 1 }, c: [1, 2] })
  expect(applyChange(before, { kind: 'set', path: ['a'], value: { b: 1 } })).toBe(before)
  const next = applyChange(before, { kind: 'set', path: ['c', 0], value: 3 })
  const valueOfA = (data: object) =>
    'entries' in data ? (data.entries as Map<string, Data>).get('a') : undefined
  expect(valueOfA(next)).toBe(valueOfA(before))
})
