import type { CheckResult } from '../../engine/findings/checkResult'
import type { Finding, Grade } from '../../engine/model/finding'
import { groupBy } from '../../engine/model/groupBy'
import type { LocatedObject } from '../../engine/objects/locatedObjects'
import type { Evaluation } from '../../engine/report/evaluate'
import { withoutStop } from '../words'

/**
 * What a result says. `path`: what in the object it is about; empty for all of it. `summary`: a sentence without its full
 * stop, because another text may follow. `finding`: absent for a note.
 */
export type Comment = {
  readonly path: string
  readonly summary: string
  readonly description: string
  readonly finding?: Finding
}

/** The answer of one check on one object. `located`: that object, of those with one key. */
export type ScoredResult = {
  readonly check: string
  readonly grade: Grade
  readonly skipped: boolean
  readonly comments: readonly Comment[]
  readonly located: LocatedObject
}

/** An object as kube-score lists it: objects with the same key are one, and have the results of all of them. */
export type ScoredObject = {
  /** `Kind/apiVersion/namespace/name`, as they are written; `Service/v1//web`. */
  readonly key: string
  /** The first of those with the key, of which the metadata is kept. */
  readonly located: LocatedObject
  /** In the order of the text, then of the checks. */
  readonly results: readonly ScoredResult[]
}

/**
 * The objects that the checks support, sorted by key. Source: kube-score's scorecard, except for the order: there it is
 * random in most formats.
 */
export function scoredObjects({
  objects,
  results,
}: Pick<Evaluation, 'objects' | 'results'>): readonly ScoredObject[] {
  const supported = objects.filter(({ object }) => object.isSupportedKind)
  return [...groupBy(supported, keyOf)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, copies]) => {
      const [located] = copies
      const all = copies.flatMap((copy) => results.checks(copy).map((result) => scoredResult(result, copy)))
      return located ? [{ key, located, results: all }] : []
    })
}

const keyOf = ({ object: { kind, apiVersion, namespace, name } }: LocatedObject): string =>
  [kind, apiVersion, namespace, name].join('/')

const scoredResult = (result: CheckResult, located: LocatedObject): ScoredResult => ({
  check: result.verdict.check,
  grade: result.verdict.grade,
  skipped: result.verdict.skipped !== undefined,
  comments: commentsOf(result),
  located,
})

/** A skipped result has exactly one comment, without a path. What has no subject at all is no comment in kube-score. */
function commentsOf({ verdict: { check, skipped, notes }, findings }: CheckResult): readonly Comment[] {
  if (skipped !== undefined) return [{ path: '', summary: withoutStop(skipped), description: '' }]
  const found = findings.filter(({ rule, ignored }) => rule === check && ignored === undefined)
  return [
    ...found.flatMap((finding) => {
      const { subject: path, message, advice = '' } = finding
      return path === undefined ? [] : [{ path, summary: withoutStop(message), description: advice, finding }]
    }),
    ...notes.flatMap(({ subject: path, message }) =>
      path === undefined ? [] : [{ path, summary: withoutStop(message), description: '' }],
    ),
  ]
}

/** `web[/namespace] apps/v1/Deployment` */
export const referenceTo = ({ object: { kind, apiVersion, namespace, name } }: LocatedObject): string =>
  `${name}${namespace && `/${namespace}`} ${apiVersion}/${kind}`

/** The word for a result in the texts: almost OK is OK there. */
export function labelOf({ grade, skipped }: ScoredResult): string {
  if (skipped) return 'SKIPPED'
  if (grade === 1) return 'CRITICAL'
  return grade === 5 ? 'WARNING' : 'OK'
}

/** Whether an object has a result that counts and is not better than a grade. */
export const hasGrade = ({ results }: ScoredObject, worst: Grade): boolean =>
  results.some(({ grade, skipped }) => !skipped && grade <= worst)
