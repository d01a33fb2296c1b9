import { expect, test } from 'vitest'
import { asInTextArea, lineEndOf, withLineEnd } from './lineEnds'

test.each([
  ['', '\n'],
  ['a', '\n'],
  ['a\nb', '\n'],
  ['a\r\nb', '\r\n'],
  ['a\r\nb\r\nc\n', '\r\n'],
  ['a\r\nb\nc\n', '\n'],
  ['a\rb\r', '\n'],
])('%j ends its lines with %j', (text, lineEnd) => {
  expect(lineEndOf(text)).toBe(lineEnd)
})

test('what a text area does to line ends can be undone', () => {
  const text = 'a: 1\r\nb: 2\r\n\r\n'
  expect(asInTextArea(text)).toBe('a: 1\nb: 2\n\n')
  expect(withLineEnd(asInTextArea(text), lineEndOf(text))).toBe(text)
  expect(asInTextArea('a\rb')).toBe('a\nb')
})
