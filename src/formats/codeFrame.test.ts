import { expect, test } from 'vitest'
import { codeFrame } from './codeFrame'
import { painter } from './paint'
import { joinSources, locator } from './sourceSet'

const frameOf = (text: string, marked: string, width = 40, colours = false): readonly string[] => {
  const set = joinSources([{ name: 'a.yaml', text }])
  const from = text.indexOf(marked)
  const place = locator(set)({ from, to: from + marked.length })
  return codeFrame(place, { width, paint: painter(colours), tone: 'red' })
}

test.each<[name: string, text: string, marked: string, frame: string[]]>([
  ['one line', 'a: 1', '1', ['   1 | a: 1', '     |    ^']],
  [
    'its neighbours',
    'a: 1\nb: 22\nc: 3\nd: 4\n',
    '22',
    ['   1 | a: 1', '   2 | b: 22', '     |    ^^', '   3 | c: 3'],
  ],
  ['no blank neighbours', 'a: 1\n\nb: 2\n \n', 'b', ['   3 | b: 2', '     | ^']],
  ['CRLF', 'a: 1\r\nb: 2\r\n', '1', ['   1 | a: 1', '     |    ^', '   2 | b: 2']],
  ['a single CR', 'a: 1\rb: 2', '2', ['   1 | a: 1', '   2 | b: 2', '     |    ^']],
  ['tabs', '{\n\t"a":\t1}', '1', ['   1 | {', '   2 |     "a":    1}', '     |             ^']],
  ['wide characters', 'a: "日本 x"', 'x', ['   1 | a: "日本 x"', '     |          ^']],
  ['wide marks', 'a: 日本', '日本', ['   1 | a: 日本', '     |    ^^^^']],
  ['emoji', 'a: 😀 b', 'b', ['   1 | a: 😀 b', '     |       ^']],
  ['combining marks', 'a: e\u0301 b', 'b', ['   1 | a: e\u0301 b', '     |      ^']],
  ['a byte-order mark', '\uFEFFa: 1', '1', ['   1 | a: 1', '     |    ^']],
  ['an escape character', 'a: \u001b[31m b', 'b', ['   1 | a: ␛[31m b', '     |          ^']],
  ['text that turns around', 'a: \u202eb', 'b', ['   1 | a: \\u{202e}b', '     |            ^']],
  [
    'several lines',
    'a:\n  b: 1\n  c: 2\n',
    'b: 1\n  c',
    ['   1 | a:', '   2 |   b: 1', '     |   ^^^^', '   3 |   c: 2'],
  ],
  ['nothing at the end of a line', 'a:\nb: 1', '\n', ['   1 | a:', '     |   ^', '   2 | b: 1']],
  ['nothing in an empty file', '', '', ['   1 |', '     | ^']],
])('marks %s', (_, text, marked, frame) => {
  expect(frameOf(text, marked)).toEqual(frame)
})

test.each([
  ['at the end', `${'x'.repeat(100)} here`, 'here'],
  ['in the middle', `${'x'.repeat(100)} here ${'y'.repeat(100)}`, 'here'],
  ['at the start', `here ${'y'.repeat(100)}`, 'here'],
  ['among wide characters', `${'日'.repeat(60)} here ${'本'.repeat(60)}`, 'here'],
  ['as long as the line', `${'z'.repeat(100)}`, 'z'.repeat(100)],
])('a long line is cut around a mark %s', (_, text, marked) => {
  const [line = '', carets = ''] = frameOf(text, marked)
  expect(line.length).toBeLessThanOrEqual(40)
  expect(line).toContain('…')
  const from = carets.indexOf('^')
  // Columns and characters are the same up to the mark, except before it among wide ones.
  const wide = [...line.slice(0, from)].filter((character) => character === '日').length
  if (marked === 'here') expect(line.slice(from - wide, from - wide + 4)).toBe('here')
  expect(carets.length).toBeLessThanOrEqual(40)
  expect(carets.slice(from)).toMatch(marked === 'here' ? /^\^{4}$/ : /^\^{20,}$/)
})

test('a place in a line of millions of characters is shown like any other', () => {
  const [line = ''] = frameOf(`{"a": "${'x'.repeat(3_000_000)}", "b": 1}`, '"b"')
  expect(line).toMatch(/^ {3}1 \| …x+", "b": 1\}$/)
})

test('colours are around the carets and the numbers, and say nothing that is not in the text', () => {
  const painted = frameOf('a: 1\n', '1', 40, true)
  expect(painted[1]).toContain('\u001b[31m^\u001b[39m')
  // oxlint-disable-next-line no-control-regex -- it is the code that is looked for
  expect(painted.map((line) => line.replace(/\u001b\[\d+m/g, ''))).toEqual(frameOf('a: 1\n', '1'))
})
