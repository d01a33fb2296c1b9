import { expect, test } from 'vitest'
import type { Group } from '../store/groups'
import type { Row } from '../engine/report/rows'
import { defaultOpen } from './defaultOpen'

const row: Row = { key: 'r', title: 'T', severity: 'critical', rule: 'a', items: [], findings: [] }

const group = (key: string, rows: number): Group => ({
  ...{ key, by: 'topic', topic: 'secure', ignored: [] },
  rows: Array.from({ length: rows }, () => row),
})

const openOf = (groups: readonly Group[], known: ReadonlyMap<string, boolean> = new Map()): string =>
  [...defaultOpen(groups, known)].flatMap(([key, isOpen]) => (isOpen ? [key] : [])).join(' ')

test('short lists are open, long ones as far as twenty lines go', () => {
  expect(openOf([group('a', 8), group('b', 3)])).toBe('a b')
  expect(openOf(Array.from({ length: 11 }, (_, index) => group(`o${index}`, 8)))).toBe('o0')
  expect(openOf([group('a', 8), group('b', 8), group('c', 2)])).toBe('a b')
})

test('the first is open however long it is, and what has nothing to fix is not', () => {
  expect(openOf([group('a', 500), group('b', 1)])).toBe('a')
  expect(openOf([group('a', 1), group('b', 0)])).toBe('a')
})

test('what is known stays as it was', () => {
  const groups = [group('a', 30), group('b', 3)]
  expect(openOf(groups, new Map([['b', true]]))).toBe('a b')
  expect(openOf([group('a', 2)], new Map([['a', false]]))).toBe('')
})
