import { expect, test } from 'vitest'
import { nestingLimit } from './nestingDepth'
import { readDocument } from './readDocument'

const braces = '{a: '.repeat(nestingLimit + 1)

const rows: readonly (readonly [what: string, text: string, at: number])[] = [
  ['flow mappings', braces, 4 * (nestingLimit - 1)],
  ['indented', ` ${braces}`, 4 * (nestingLimit - 1) + 1],
  ['below the mark of a document', `---\n${braces}`, 4 * (nestingLimit - 1) + 4],
  ['indented below the mark', `---\n ${braces}`, 4 * (nestingLimit - 1) + 5],
  ['on the line of the mark', `--- ${braces}`, 4 * (nestingLimit - 1) + 4],
]

test.each(rows)('the level that is too deep is found: %s', (_, text, at) => {
  const [problem] = readDocument(text).problems
  expect(problem).toMatchObject({ rule: 'too-deep', range: { from: at } })
})
