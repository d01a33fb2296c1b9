import { expect, test } from 'vitest'
import { growthOf } from './growthOf'

/** Measures by counting steps; the clock has no part in it. */
const grow = (cost: (size: number, call: number) => number, longest = 10_000) => {
  let calls = 0
  const measure = async (size: number) => ({ cost: cost(size, calls++), isLargest: size >= longest })
  return growthOf(measure, 40)
}

/** Counts the steps of code that looks at all pairs. */
const pairs = (size: number): number => {
  let steps = 0
  for (let left = 0; left < size; left++) for (let right = 0; right < size; right++) steps++
  return steps
}

const rows: readonly (readonly [
  what: string,
  cost: (size: number, call: number) => number,
  isTooSteep: boolean,
  factor: number | undefined,
])[] = [
  ['linear', (size) => size, false, 4],
  ['n·log n', (size) => (size * Math.log2(size)) / 100, false, 5],
  ['quadratic', pairs, true, 16],
  ['exponential, without an answer', (size) => (size > 20 ? Infinity : 2 ** size), true, Infinity],
  ['without any answer', () => Infinity, true, Infinity],
  ['constant', () => 3, false, undefined],
  ['noise in one measurement', (size, call) => (call === 6 ? 100 * size : size), false, 4],
  ['slow the first time', (size, call) => (call === 0 ? 1_000 : size), false, 4],
]

test.each(rows)('%s', async (_, cost, isTooSteep, factor) => {
  const growth = await grow(cost)
  expect(growth.isTooSteep).toBe(isTooSteep)
  if (factor === undefined || factor === Infinity) expect(growth.factor).toBe(factor)
  else expect(growth.factor).toBeCloseTo(factor, 0)
})

test('a text that is long enough does not grow any more', async () => {
  const { size } = await grow(() => 1, 100)
  expect(size).toBe(128)
})
