import adapter from './adapter'

/** `[check, grade, skipped, comment paths]`. */
type RecordedCheck = readonly [id: string, grade: number, skipped: 0 | 1, paths: readonly string[]]

export type RecordedVerdict = {
  /** Set when the tool gave up: it scored nothing. */
  readonly error?: unknown
  readonly objects?: Readonly<Record<string, { readonly checks: readonly RecordedCheck[] }>>
}

export type Comparison =
  | { readonly result: 'equal' | 'gave-up' }
  | { readonly result: 'intended'; readonly differences: readonly string[] }
  | { readonly result: 'different'; readonly reason: string }

/** Six checks are optional; the recordings have one set of flags with them and one without. */
export const strictFlags: readonly string[] = ['--all-default-optional', '--kubernetes-version', 'v1.30']

/** Compares our verdict on a text with the recorded one, object by object and check by check. */
export function compare(
  text: string,
  flags: readonly string[],
  expected: RecordedVerdict,
  only?: readonly string[],
): Comparison {
  const { objects, problems, differences } = adapter.score(text, flags)
  if (expected.error) {
    return problems.length > 0
      ? { result: 'gave-up' }
      : { result: 'different', reason: 'the tool gives up, we report no problem' }
  }
  const wanted = rowsOf(expected.objects ?? {}, only)
  const given = rowsOf(objects, only)
  const missing = wanted.filter((row) => !given.includes(row))
  const extra = given.filter((row) => !wanted.includes(row))
  if (missing.length === 0 && extra.length === 0) return { result: 'equal' }
  if (differences.length > 0 && missing.length === 0) return { result: 'intended', differences }
  return {
    result: 'different',
    reason: `missing ${missing.slice(0, 3).join(' ')}, extra ${extra.slice(0, 3).join(' ')}`,
  }
}

type Objects = Readonly<Record<string, { readonly checks: readonly RecordedCheck[] }>>

/** One line for each verdict. Comment paths are compared as sets: their order is random for some checks. */
const rowsOf = (objects: Objects, only: readonly string[] | undefined): readonly string[] =>
  Object.entries(objects).flatMap(([key, { checks }]) => [
    ...(only ? [] : [key]),
    ...checks
      .filter(([id]) => !only || only.includes(id))
      .map(([id, grade, skipped, paths]) => JSON.stringify([key, id, grade, skipped, paths.toSorted()])),
  ])
