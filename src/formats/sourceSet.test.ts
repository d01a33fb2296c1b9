import { expect, test } from 'vitest'
import { splitDocuments } from '../engine/yaml/splitDocuments'
import { editedSources, editsByFile, joinSources, locator } from './sourceSet'

const file = (name: string, text: string) => ({ name, text })

test.each([
  ['a: 1\n', 'b: 2\n', 'a: 1\n---\nb: 2\n'],
  ['a: 1', 'b: 2', 'a: 1\n---\nb: 2'],
  ['a: 1\n', '---\nb: 2\n', 'a: 1\n---\nb: 2\n'],
  ['a: 1\n', '\uFEFF---\nb: 2\n', 'a: 1\n\uFEFF---\nb: 2\n'],
  ['a: 1\n', '# c\n%YAML 1.1\n---\nb: 2\n', 'a: 1\n...\n# c\n%YAML 1.1\n---\nb: 2\n'],
  ['', 'b: 2\n', 'b: 2\n'],
  ['a: 1\r\nb: 2', 'c: 3\r\n', 'a: 1\r\nb: 2\r\n---\r\nc: 3\r\n'],
])('files are joined so that their documents stay what they are: %j, %j', (first, second, whole) => {
  const set = joinSources([file('a.yaml', first), file('b.yaml', second)])
  expect(set.text).toBe(whole)
  expect(set.files.map(({ range }) => whole.slice(range.from, range.to))).toEqual([first, second])
})

test('a place is told by its file, and the line between two files belongs to the second', () => {
  const set = joinSources([file('a.yaml', 'a: 1'), file('b.yaml', 'b:\n  c: 2\n')])
  const placeOf = locator(set)
  const at = set.text.indexOf('c: 2')
  const { file: found, ...place } = placeOf({ from: at, to: at + 4 })
  expect(found.name).toBe('b.yaml')
  expect(place).toEqual({
    range: { from: 5, to: 9 },
    start: { line: 2, column: 3 },
    end: { line: 2, column: 7 },
  })
  const [, second] = splitDocuments(set.text)
  expect(placeOf(second ?? { from: 0, to: 0 })).toMatchObject({
    range: { from: 0, to: 10 },
    file: { name: 'b.yaml' },
  })
})

test('edits of the whole text become edits of files; a document that follows a file is written at its end', () => {
  const set = joinSources([file('a.yaml', 'a: 1'), file('b.yaml', 'b: 2\n')])
  const end = set.text.indexOf('---')
  const edits = [
    { from: 3, to: 4, insert: '9' },
    { from: end, to: end, insert: '---\nc: 3\n' },
    { from: set.text.length, to: set.text.length, insert: '---\nd: 4\n' },
  ]
  expect(editsByFile(set, edits).map(([{ name }, own]) => [name, own])).toEqual([
    [
      'a.yaml',
      [
        { from: 3, to: 4, insert: '9' },
        { from: 4, to: 4, insert: '\n---\nc: 3\n' },
      ],
    ],
    ['b.yaml', [{ from: 5, to: 5, insert: '---\nd: 4\n' }]],
  ])
})

test.each([
  ['a file that begins with ---', 'a: 1\n', '---\nb: 2\n', 'a: 1\n---\nc: 3\n'],
  ['a file with a mark before its ---', 'a: 1\n', '\uFEFF---\nb: 2\n', 'a: 1\n---\nc: 3\n'],
  ['a directive', 'a: 1\n', '%YAML 1.1\n---\nb: 2\n', 'a: 1\n---\nc: 3\n'],
  ['a file without a line break before it', 'a: 1\r\n# c', 'b: 2\n', 'a: 1\r\n# c\r\n---\nc: 3\n'],
])('a document that is added before %s belongs to the file before', (_, first, second, expected) => {
  const set = joinSources([file('a.yaml', first), file('b.yaml', second)])
  const at = splitDocuments(set.text)[0]?.to ?? 0
  const insert = `---\nc: 3\n${/^(?:%|\uFEFF)/.test(second) ? '---\n' : ''}`
  const after = editedSources(set, [{ from: at, to: at, insert }])
  expect(after.files.map(({ text }) => text)).toEqual([expected, second])
})

test('the places of what was added are those in the files after it', () => {
  const set = joinSources([file('a.yaml', 'a: 1'), file('b.yaml', 'b: 2\n')])
  const end = set.text.indexOf('---')
  const after = editedSources(set, [
    { from: end, to: end, insert: '---\nc: 3\n' },
    { from: set.text.length, to: set.text.length, insert: 'd: 4\n' },
  ])
  const placeOf = locator(after)
  const lineOf = (text: string) => {
    const from = after.text.indexOf(text)
    const { file: found, start } = placeOf({ from, to: from + text.length })
    return `${found.name}:${start.line}`
  }
  expect(['a: 1', 'c: 3', 'b: 2', 'd: 4'].map(lineOf)).toEqual([
    'a.yaml:1',
    'a.yaml:3',
    'b.yaml:1',
    'b.yaml:2',
  ])
})
