import { expect, test } from 'vitest'
import { defaultSettings } from '../engine/model/settings'
import { minimise } from './minimise'

const rows: readonly (readonly [text: string, fails: (text: string) => boolean, smallest: string])[] = [
  ['a: 1\n---\nb: 2\n---\nc: 3\n', (text) => text.includes('b: 2'), 'b: 2'],
  ['x\ny\nz\n', (text) => /^x[^]*z$/m.test(text), 'xz'],
  ['aXbYc', (text) => text.includes('X') && text.includes('Y'), 'XY'],
  ['((()))', (text) => text.split('(').length === text.split(')').length && text !== '', '()'],
  ['abc', () => true, ''],
]

test.each(rows)('%j', async (text, fails, smallest) => {
  const input = { text, settings: defaultSettings, choice: 0 }
  const result = await minimise(input, async (candidate) => fails(candidate.text), 1_000)
  expect(result.text).toBe(smallest)
})

test('stops after the steps that it may take', async () => {
  let steps = 0
  const input = { text: 'x'.repeat(1_000), settings: defaultSettings, choice: 0 }
  await minimise(input, async () => ++steps > 0 && false, 25)
  expect(steps).toBe(25)
})
