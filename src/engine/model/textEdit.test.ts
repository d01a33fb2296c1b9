import { expect, test } from 'vitest'
import { planEdits } from '../edits/planEdits'
import { applyEdits, normalizeEdits, type TextEdit } from './textEdit'

test.each<[name: string, text: string, edits: TextEdit[], expected: TextEdit[] | undefined]>([
  [
    'in order',
    'abc',
    [
      { from: 2, to: 3, insert: 'z' },
      { from: 0, to: 1, insert: 'x' },
    ],
    [
      { from: 0, to: 1, insert: 'x' },
      { from: 2, to: 3, insert: 'z' },
    ],
  ],
  [
    'insertions at the same offset, in the given order',
    'ab',
    [
      { from: 1, to: 1, insert: 'x' },
      { from: 1, to: 1, insert: 'y' },
    ],
    [{ from: 1, to: 1, insert: 'xy' }],
  ],
  [
    'an insertion before a removal',
    'abc',
    [
      { from: 1, to: 2, insert: '' },
      { from: 1, to: 1, insert: 'x' },
    ],
    [{ from: 1, to: 2, insert: 'x' }],
  ],
  [
    'overlapping edits',
    'abc',
    [
      { from: 0, to: 2, insert: '' },
      { from: 1, to: 3, insert: '' },
    ],
    undefined,
  ],
  [
    'without common beginning and end',
    'abcd',
    [{ from: 0, to: 4, insert: 'axd' }],
    [{ from: 1, to: 3, insert: 'x' }],
  ],
  ['without edits that change nothing', 'abc', [{ from: 0, to: 2, insert: 'ab' }], []],
  [
    'with whole line breaks',
    'a\r\n',
    [{ from: 0, to: 3, insert: 'a\n' }],
    [{ from: 1, to: 3, insert: '\n' }],
  ],
  ['with whole characters', '😀', [{ from: 0, to: 2, insert: '😁' }], [{ from: 0, to: 2, insert: '😁' }]],
  [
    'without a line break at the end of the text',
    'a\r\nb',
    [{ from: 3, to: 4, insert: '' }],
    [{ from: 1, to: 4, insert: '' }],
  ],
])('normalized edits: %s', (_, text, edits, expected) =>
  expect(normalizeEdits(text, edits, false)).toEqual(expected),
)

test('offsets of edits are those of the text before any edit', () => {
  const edits = [
    { from: 0, to: 1, insert: '' },
    { from: 2, to: 2, insert: 'xyz' },
    { from: 3, to: 3, insert: '!' },
  ]
  expect(applyEdits('abc', edits)).toBe('bxyzc!')
})

test.each<[name: string, text: string, value: unknown, expected: string[]]>([
  ['an added digit', 'a: 1 # one\n', 15, ['5']],
  ['an added line', 'a:\n  b: 1\n', { b: 1, c: 2 }, ['  c: 2\n']],
  ['a value replaced by lines', 'a: 1 # one\nb: 2\n', { c: 1 }, ['- 1', '  c: 1\n']],
  ['no change', 'a: [1]\n', [1], []],
])('edits are minimal: %s', (_, text, value, expected) => {
  const plan = planEdits(text, [{ kind: 'set', path: ['a'], value: value as never }])
  const edits = 'refused' in plan ? [] : plan.edits
  expect(
    edits.map(({ from, to, insert }) => (from < to ? `-${text.slice(from, to)}${insert}` : insert)),
  ).toEqual(expected)
})
