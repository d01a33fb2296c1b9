import { expect, test } from 'vitest'
import type { Group } from '../store/groups'
import { visibleRows } from './visibleRows'
import type { Row } from '../engine/report/rows'

const row: Row = { key: 'r', title: 'T', severity: 'critical', rule: 'a', items: [], findings: [] }
const group = (count: number): Group => ({
  by: 'rule',
  key: String(count),
  rows: Array.from({ length: count }, () => row),
  ignored: [],
})

test.each([
  ['all fits', [2, 3], 20, [2, 3], 0],
  ['cut inside a group', [2, 9], 6, [2, 3], 6],
  ['cut before a group', [5, 5], 6, [5], 6],
  ['nothing to show', [], 6, [], 0],
] as const)('%s', (_, counts, rows, wanted, hidden) => {
  const { shown, hiddenRows } = visibleRows(counts.map(group), () => true, rows)
  expect(shown.map((one) => one.rows)).toEqual(wanted)
  expect(hiddenRows).toBe(hidden)
})

test('a closed group is one row', () => {
  const { shown, hiddenRows } = visibleRows([group(900), group(2)], ({ key }) => key === '2', 10)
  expect(shown.map((one) => one.rows)).toEqual([0, 2])
  expect(hiddenRows).toBe(0)
})
