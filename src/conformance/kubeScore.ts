import { groupBy } from '../engine/model/groupBy'
import adapter from './adapter'

/** `[check, grade, skipped, comment paths]`. */
type RecordedCheck = readonly [id: string, grade: number, skipped: 0 | 1, paths: readonly string[]]

/** `line`: of the first line of the object's document. */
type Objects = Readonly<Record<string, { readonly line?: number; readonly checks: readonly RecordedCheck[] }>>

export type RecordedVerdict = {
  /** Set when the tool gave up: it scored nothing. */
  readonly error?: unknown
  readonly objects?: Objects
}

/** Our answer in short, for people to review. */
export type ShortAnswer = {
  /** What was found while reading: each rule with the lines of its problems. */
  readonly problems: readonly string[]
  readonly objects: Readonly<Record<string, ShortObject>>
}

/** `failed`: each check with its grade and the paths of its comments; the rest passed without a comment. */
type ShortObject = {
  readonly line: number
  readonly passed: number
  readonly failed?: string
  readonly skipped?: string
}

/** Six checks are optional; the recordings have one set of flags with them and one without. */
export const strictFlags: readonly string[] = ['--all-default-optional', '--kubernetes-version', 'v1.30']

/**
 * Our verdict on a text, and whether it is the recorded one, object by object and check by check. Where the tool gave
 * up, no verdict can be. `only`: the checks to look at.
 */
export function compare(
  text: string,
  flags: readonly string[],
  theirs: RecordedVerdict,
  only?: readonly string[],
): { readonly isSame: boolean; readonly ours: ShortAnswer } {
  const { objects, problems } = adapter.score(text, flags)
  const given = rowsOf(objects, only)
  const wanted = rowsOf(theirs.objects ?? {}, only)
  return {
    isSame: !theirs.error && JSON.stringify(given) === JSON.stringify(wanted),
    ours: {
      problems: [...groupBy(problems, ({ rule }) => rule)].map(([rule, found]) =>
        [rule, ...found.map(({ line }) => line)].join(' '),
      ),
      objects: Object.fromEntries(
        Object.entries(objects).map(([key, { line, checks }]) => [
          key,
          shortOf(line, checks.filter(isAsked(only))),
        ]),
      ),
    },
  }
}

const isAsked =
  (only: readonly string[] | undefined) =>
  ([id]: RecordedCheck): boolean =>
    !only || only.includes(id)

/** One line for each verdict. Comment paths are compared as sets: their order is random for some checks. */
const rowsOf = (objects: Objects, only: readonly string[] | undefined): readonly string[] =>
  Object.entries(objects)
    .flatMap(([key, { checks }]) => [
      ...(only ? [] : [key]),
      ...checks
        .filter(isAsked(only))
        .map(([id, grade, skipped, paths]) => JSON.stringify([key, id, grade, skipped, paths.toSorted()])),
    ])
    .toSorted()

function shortOf(line: number, checks: readonly RecordedCheck[]): ShortObject {
  const isPassed = ([, grade, , paths]: RecordedCheck): boolean => grade === 10 && paths.join('') === ''
  const ran = checks.filter(([, , skipped]) => skipped === 0)
  const failed = ran
    .filter((check) => !isPassed(check))
    .map(([id, grade, , paths]) => `${id} ${grade}${paths.join('') && ` (${paths.join(' ')})`}`)
  const skipped = checks.filter((check) => !ran.includes(check)).map(([id]) => id)
  return {
    line,
    passed: ran.length - failed.length,
    ...(failed.length > 0 && { failed: failed.join(', ') }),
    ...(skipped.length > 0 && { skipped: skipped.join(', ') }),
  }
}
