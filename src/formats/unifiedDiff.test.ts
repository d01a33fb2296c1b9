import { expect, test } from 'vitest'
import { hunksBetween, unifiedDiff } from './unifiedDiff'

const before = 'a: 1\nb: 2\nc: 3\nd: 4\n'
const after = 'a: 1\nb: 5\nc: 3\nd: 4\ne: 6\n'

test('each change is a hunk with the lines around it', () => {
  expect(hunksBetween(before, after, 0)).toEqual([
    {
      line: 2,
      lines: [
        { form: 'removed', text: 'b: 2' },
        { form: 'added', text: 'b: 5' },
      ],
    },
    { line: expect.any(Number), lines: [{ form: 'added', text: 'e: 6' }] },
  ])
  expect(hunksBetween(before, before, 3)).toEqual([])
})

test('a missing final line break does not add a line', () => {
  expect(hunksBetween('a: 1', 'a: 2', 1)[0]?.lines).toEqual([
    { form: 'removed', text: 'a: 1' },
    { form: 'added', text: 'a: 2' },
  ])
})

test('a diff names the file before and after', () => {
  expect(unifiedDiff('a: 1\n', 'a: 2\n', 'manifest.yaml')).toContain(
    '--- a/manifest.yaml\n+++ b/manifest.yaml\n@@ -1,1 +1,1 @@\n-a: 1\n+a: 2\n',
  )
})
