import type { AdmitRow } from './admit'
import type { ServerAnswer, ServerCase } from './recordings'

/** What is compared of an answer. `causes`: `reason field`, each once; only of a refusal by validation. */
type Compared = {
  readonly verdict: 'accepted' | 'refused' | 'none'
  readonly causes?: readonly string[]
  readonly warnings?: readonly string[]
}

/** The answers to one object, ours and the server’s, and whether they are the same. */
export type Comparison = { readonly ours: Compared; readonly theirs: Compared; readonly isSame: boolean }

/** Refusals for what else is in the cluster, and one that only the recorded server gives. */
const ofTheCluster =
  /must not be specified when serviceAccountName is not set|no PriorityClass|no RuntimeClass|already allocated|not in the valid range|RequireDualStack|IPv6 is not configured/

/** Whether an answer depends on the cluster and not on the text: forbidden, no such namespace, exists already. */
const dependsOnCluster = ({ code, message = '' }: ServerAnswer): boolean =>
  [403, 404, 409].includes(code) || ofTheCluster.test(message)

/**
 * The comparisons for the objects of a case that the server was asked about. Without those that depend on the cluster.
 * Objects of a text are paired in order, or, where some have no answer of ours, by kind and name.
 */
export function comparisonsOf({ objects }: ServerCase, rows: readonly AdmitRow[]): readonly Comparison[] {
  const wanted = objects.flatMap(({ expect, ...object }) => (expect ? [{ ...object, expect }] : []))
  const answered = rows.filter(({ verdict }) => verdict !== 'skipped')
  return wanted.flatMap(({ expect, ...object }, index) => {
    if (dependsOnCluster(expect)) return []
    const nth = wanted.slice(0, index).filter((other) => keyOf(other) === keyOf(object)).length
    const row =
      answered.length === wanted.length
        ? answered[index]
        : answered.filter((other) => keyOf(other) === keyOf(object))[nth]
    return [comparisonOf(expect, row)]
  })
}

const keyOf = (object: { readonly apiVersion?: string; readonly kind?: string; readonly name?: string }) =>
  [object.apiVersion, object.kind, object.name ?? ''].join(' ')

function comparisonOf(expect: ServerAnswer, row: AdmitRow | undefined): Comparison {
  const isValidated = expect.code === 422
  const theirs: Compared = {
    verdict: expect.code >= 400 ? 'refused' : 'accepted',
    ...(isValidated && { causes: sorted((expect.causes ?? []).map(causeText)) }),
    ...(expect.warnings && { warnings: expect.warnings }),
  }
  if (!row || row.verdict === 'skipped') return { ours: { verdict: 'none' }, theirs, isSame: false }
  const warnings = row.warnings.map(({ field }) => field)
  const ours: Compared = {
    verdict: row.verdict,
    ...(isValidated && { causes: sorted(row.causes.map(causeText)) }),
    ...(warnings.length > 0 && { warnings }),
  }
  const isSame =
    ours.verdict === theirs.verdict &&
    ours.causes?.join() === theirs.causes?.join() &&
    isWarnedAlike(warnings, expect.warnings ?? [])
  return { ours, theirs, isSame }
}

const sorted = (texts: readonly string[]): readonly string[] => [...new Set(texts)].toSorted()

/** Some causes have no field: the server writes `[]` or `<nil>`, or nothing. */
const causeText = ({ reason, field = '' }: { readonly reason: string; readonly field?: string }): string =>
  `${reason} ${['[]', '<nil>'].includes(field) ? '' : field}`

/** Our warnings say the same in other words. They have to be there, at the same fields. */
const isWarnedAlike = (ours: readonly string[], theirs: readonly string[]): boolean =>
  ours.length > 0 === theirs.length > 0 &&
  theirs.map(warnedField).every((field) => !field.includes('.') || ours.includes(field))

/** The field that a warning begins with: `spec.a[0].b: deprecated`. */
const warnedField = (warning: string): string =>
  (/^([A-Za-z][\w.[\]/-]*\[?[^ :]*)[:,]? /.exec(warning)?.[1] ?? '').replace(/[:,]$/, '')
