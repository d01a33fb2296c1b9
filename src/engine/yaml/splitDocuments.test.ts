import { expect, test } from 'vitest'
import { splitDocuments } from './splitDocuments'

const rows: readonly (readonly [text: string, documents: readonly string[]])[] = [
  ['', []],
  [' \t\r\n\u2028\u0085', []],
  ['\ufeff', []],
  // Spaces that YAML takes for text: their document says so, alone as among others.
  ['\u3000', ['\u3000']],
  ['\u00a0\n', ['\u00a0\n']],
  ['\f', ['\f']],
  ['a: b\n---\n\u00a0\n', ['a: b\n', '---\n\u00a0\n']],
]

test.each(rows)('%j', (text, documents) => {
  expect(splitDocuments(text).map(({ from, to }) => text.slice(from, to))).toEqual(documents)
})
