import { expect, test } from 'vitest'
import { tooLongFor } from './linkLimits'

test.each([
  [0, undefined],
  [2_000, undefined],
  [
    2_001,
    'The link has 2,001 characters, which is too long for Discord (at most 2,000): share a file there instead.',
  ],
  [
    2_084,
    'The link has 2,084 characters, which is too long for Discord (at most 2,000) and Outlook (at most 2,083): share a file there instead.',
  ],
  [
    4_001,
    'The link has 4,001 characters, which is too long for Discord (at most 2,000), Outlook (at most 2,083), and Slack (at most 4,000): share a file there instead.',
  ],
  [3_000_000, expect.stringContaining('GitHub comments (at most 65,536), and Chrome and Edge')],
])('a link of %i characters', (length, sentence) => {
  expect(tooLongFor(length)).toEqual(sentence)
})
