import { expect, test } from 'vitest'
import { lineStarts, positionAt } from './lines'

test.each([
  ['', [0]],
  ['a', [0]],
  ['a\n', [0, 2]],
  ['a\nb', [0, 2]],
  ['a\r\nb', [0, 3]],
  ['a\rb', [0, 2]],
  ['\r\r\n\n', [0, 1, 3, 4]],
  ['a\u2028b\u0085c', [0]],
] as const)('the lines of %j start at %j', (text, starts) => {
  expect(lineStarts(text)).toEqual(starts)
})

test.each([
  [0, 1, 1],
  [2, 1, 3],
  [3, 2, 1],
  [4, 2, 2],
  [6, 3, 1],
  [7, 4, 1],
  [99, 4, 93],
  [-5, 1, 1],
] as const)('offset %i is in line %i, column %i', (offset, line, column) => {
  expect(positionAt(lineStarts('ab\ncd\r\r'), offset)).toEqual({ line, column })
})

test('the line of every offset is one more than the line breaks before it', () => {
  const text = 'kind: Pod\r\nmetadata:\r  name: a\n\n---\r\n'
  const starts = lineStarts(text)
  for (let offset = 0; offset <= text.length; offset += 1) {
    const before = text.slice(0, offset)
    const whole = before.endsWith('\r') && text[offset] === '\n' ? before.slice(0, -1) : before
    expect(positionAt(starts, offset).line).toBe(whole.split(/\r\n|\r|\n/).length)
  }
})
