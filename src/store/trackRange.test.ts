import { expect, test } from 'vitest'
import { trackRange } from './trackRange'

test.each([
  ['nothing changed', 'a: 1\nb: 2', 'a: 1\nb: 2', 'b: 2', 'b: 2'],
  ['a line before it', 'a: 1\nb: 2', 'new: 0\na: 1\nb: 2', 'b: 2', 'b: 2'],
  ['a line after it', 'a: 1\nb: 2', 'a: 1\nb: 2\nc: 3', 'a: 1', 'a: 1'],
  ['a line before it is gone', 'x: 0\na: 1\nb: 2', 'a: 1\nb: 2', 'b: 2', 'b: 2'],
  ['it is gone', 'a: 1\nb: 2\nc: 3', 'a: 1\nc: 3', 'b: 2\n', ''],
] as const)('%s', (_, before, after, place, expected) => {
  const from = before.indexOf(place)
  const moved = trackRange(before, after, { from, to: from + place.length })
  expect(after.slice(moved.from, moved.to)).toBe(expected)
})
