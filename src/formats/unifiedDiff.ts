import { createTwoFilesPatch, structuredPatch } from 'diff'

/** One line of a difference. */
export type DiffLine = { readonly form: 'same' | 'added' | 'removed'; readonly text: string }

/** Neighbouring changes with the lines around them. `line`: where it begins in the text before, counting from 1. */
export type DiffHunk = { readonly line: number; readonly lines: readonly DiffLine[] }

const forms: Readonly<Record<string, DiffLine['form']>> = { '+': 'added', '-': 'removed', ' ': 'same' }

/** What is different between two texts, in order, each change with `context` lines around it. */
export const hunksBetween = (before: string, after: string, context: number): readonly DiffHunk[] =>
  structuredPatch('', '', before, after, '', '', { context }).hunks.map(({ oldStart, lines }) => ({
    line: oldStart,
    lines: lines.flatMap((line) => {
      const form = forms[line[0] ?? '']
      return form ? [{ form, text: line.slice(1).replace(/\r$/, '') }] : []
    }),
  }))

/** The difference as `patch` takes it. `name`: that of the file. */
export const unifiedDiff = (before: string, after: string, name: string): string =>
  createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context: 3 })
