import { expect, test } from 'vitest'
import { ExpectedAnswers } from './expected'

const expected = new ExpectedAnswers<{ readonly rows: readonly unknown[] }>('kubeconform.json')

/** In this case a merge is overridden in strict mode. */
const rows = [['ConfigMap', 'a', 'v1', 'invalid', ['']]]

test.each<[what: string, name: string, rows: readonly unknown[], isSame: boolean, error: RegExp | undefined]>(
  [
    ['the answer in the file', 'case-132', rows, false, undefined],
    ['another answer', 'case-132', [['ConfigMap', 'a', 'v1', 'valid']], false, /^It is not the answer in /],
    ['no answer', 'case-132', [], false, /^It is not the answer in /],
    ['an answer that is not in the file', 'case-0', rows, false, /^It is not in /],
    ['the answer of the tool', 'case-0', rows, true, undefined],
    [
      'the answer of the tool, with another in the file',
      'case-132',
      rows,
      true,
      /^It is equal now: remove it /,
    ],
  ],
)('%s', (_, name, given, isSame, error) => {
  const found = expected.error(name, { rows: given }, isSame, [])
  expect(found).toEqual(error && expect.stringMatching(error))
})

test('answers to unknown cases, and without a known difference, are errors', () => {
  const found = expected.errors(['case-132'], ['json'])
  expect(found).toContain('case-132: merge-override is no difference')
  expect(found).toContain('case-136 is no case')
  expect(found).not.toContain('case-132 is no case')
})
