import { expect, test } from 'vitest'
import { parseMarkdown } from '../pages/markdown'
import { firstSentence } from './firstSentence'

test.each([
  ['## Why it matters\n\nIt breaks v1.2.3 of `a.b`. Then more.', 'It breaks v1.2.3 of `a.b`.'],
  ['## Why it matters\n\nOne only', 'One only'],
  ['## Why it matters\n\n- a list\n\nA sentence. B.', 'A sentence.'],
  ['## Else\n\nNot this.', undefined],
] as const)('first sentence of %j', (source, sentence) => {
  expect(firstSentence(parseMarkdown(source), 'Why it matters')).toBe(sentence)
})
