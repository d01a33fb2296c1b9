import { createTwoFilesPatch, structuredPatch } from 'diff'

/** One line of a diff. */
export type DiffLine = { readonly form: 'same' | 'added' | 'removed'; readonly text: string }

/** Changes close to each other, with the lines around them. `line`: the first line in the text before, from 1. */
export type DiffHunk = { readonly line: number; readonly lines: readonly DiffLine[] }

const forms: Readonly<Record<string, DiffLine['form']>> = { '+': 'added', '-': 'removed', ' ': 'same' }

/** The changes between two texts, in order, each with `context` unchanged lines around it. */
export const hunksBetween = (before: string, after: string, context: number): readonly DiffHunk[] =>
  structuredPatch('', '', before, after, '', '', { context }).hunks.map(({ oldStart, lines }) => ({
    line: oldStart,
    lines: lines.flatMap((line) => {
      const form = forms[line[0] ?? '']
      return form ? [{ form, text: line.slice(1).replace(/\r$/, '') }] : []
    }),
  }))

/**
 * A diff for `patch` and `git apply`. `name`: the file name.
 *
 *     --- a/manifest.yaml
 *     +++ b/manifest.yaml
 *     @@ -1,1 +1,1 @@
 *     -replicas: 1
 *     +replicas: 2
 */
export const unifiedDiff = (before: string, after: string, name: string): string =>
  createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context: 3 })
