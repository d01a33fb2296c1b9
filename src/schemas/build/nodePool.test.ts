import { expect, test } from 'vitest'
import { NodePool } from './nodePool'

test('a node that is used once is written in place, one that is used twice goes into the pool', () => {
  const pool = new NodePool()
  const leaf = pool.add({ a: 1 })
  const once = pool.add({ b: `[{${pool.add({ c: 2 })}` })
  const twice = pool.add({ d: [leaf, `[${leaf}`] })
  expect(pool.add({ a: 1 })).toBe(leaf)
  expect(pool.packed({ x: once, y: twice })).toEqual({
    roots: { x: { b: { '[': { '{': { c: 2 } } } }, y: { d: ['0', '[0'] } },
    pool: [{ a: 1 }],
  })
})

test('a node that refers to itself is built once', () => {
  const pool = new NodePool()
  const tree = (): string =>
    pool.named('tree', () => ({ next: tree(), other: pool.named('leaf', () => ({ a: 1 })) }))
  const first = tree()
  expect(tree()).toBe(first)
  expect(pool.packed({ x: first })).toEqual({ roots: { x: '0' }, pool: [{ next: '0', other: { a: 1 } }] })
})

test('a named node may be undefined', () => {
  expect(new NodePool().named('nothing', () => undefined)).toBeUndefined()
})
