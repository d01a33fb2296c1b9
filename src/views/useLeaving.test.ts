import { expect, test } from 'vitest'
import type { Row } from '../engine/report/rows'
import { withLeaving } from './useLeaving'

const rowOf = (key: string): Row => ({
  ...{ key, title: key, severity: 'critical', rule: 'a' },
  ...{ items: [], findings: [] },
})

const rowsOf = (keys: string): readonly Row[] => [...keys].map(rowOf)

const shown = (before: string, after: string): string =>
  withLeaving(
    rowsOf(before).map((row) => ({ row, isLeaving: false })),
    rowsOf(after),
  )
    .map(({ row: { key }, isLeaving }) => (isLeaving ? `-${key}` : key))
    .join('')

test.each([
  ['abc', 'abc', 'abc'],
  ['abc', 'ac', 'a-bc'],
  ['abc', 'bc', '-abc'],
  ['abc', 'a', 'a-b-c'],
  ['abc', '', '-a-b-c'],
  ['abc', 'cxa', 'cxa-b'],
  ['', 'ab', 'ab'],
])('after %j comes %j: %j is shown', (before, after, expected) => {
  expect(shown(before, after)).toBe(expected)
})

test('what was leaving already is gone', () => {
  const [a, b] = rowsOf('ab')
  if (!a || !b) throw new Error('two rows')
  const before = [
    { row: a, isLeaving: false },
    { row: b, isLeaving: true },
  ]
  expect(withLeaving(before, [a]).map(({ row }) => row.key)).toEqual(['a'])
})
