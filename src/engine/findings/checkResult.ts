import type { Finding, Note, Severity, Verdict } from '../model/finding'
import { worstOf } from '../model/finding'
import type { Settings } from '../model/settings'
import type { KubernetesObject } from '../objects/readObjects'
import type { Check } from './check'
import { distinctIds } from './findingId'
import { elsewhereReason, ignoreOf } from './ignores'
import { findingOf, type Locator } from './locateFindings'
import type { Diagnostic, Outcome } from './diagnostic'

/** What one check comes to on one object, and what of it counts. */
export type CheckResult = {
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  /** Whether the check applied: neither skipped nor switched off. */
  readonly counts: boolean
  /** The worst severity that counts. */
  readonly severity?: Severity
}

const grades: Readonly<Record<Diagnostic['severity'], Verdict['grade']>> = {
  refused: 1,
  critical: 1,
  warning: 5,
  advice: 7,
  note: 10,
}

const nothing: readonly never[] = []

/**
 * Turns the outcome of a check into a verdict and findings, under the annotations and settings that switch checks off.
 * `unread`: why an object that is not in the text may be in it all the same; then nothing is said about its absence.
 */
export function checkResult(
  check: Check,
  object: KubernetesObject,
  outcome: Outcome,
  settings: Settings,
  locator: Locator,
  unread?: string,
): CheckResult {
  const { id } = check
  const off = ignoreOf(check, object, settings)
  const known =
    unread === undefined
      ? outcome.diagnostics
      : outcome.diagnostics.filter(({ mayBeElsewhere }) => !mayBeElsewhere)
  const cannotTell = !off && known.length < outcome.diagnostics.length && !known.some(isProblem)
  const diagnostics = off && !off.isIgnored ? nothing : known
  const findings = distinctIds(
    diagnostics.flatMap((diagnostic, nth) => {
      const finding = findingOf(diagnostic, nth, object, locator)
      const ignored = off?.reason ?? elsewhereReason(diagnostic, settings)
      return finding ? [ignored === undefined ? finding : { ...finding, ignored }] : []
    }),
  )
  const active = findings.filter(({ ignored }) => ignored === undefined)
  const allIgnored = active.length === 0 ? findings[0]?.ignored : undefined
  const skipped = off?.reason ?? outcome.skip?.skipped ?? (cannotTell ? unread : allIgnored)
  const notes = diagnostics.flatMap((diagnostic): readonly Note[] =>
    diagnostic.severity === 'note' ? [noteOf(object, diagnostic, locator)] : nothing,
  )
  const severity = skipped === undefined ? worstOf(active.map((finding) => finding.severity)) : undefined
  const verdict: Verdict = {
    check: id,
    grade: cannotTell ? 0 : (outcome.skip?.grade ?? gradeOf(active.length > 0 ? active : known)),
    ...(skipped !== undefined && { skipped }),
    ...(cannotTell && { cannotTell }),
    findings: findings.length === 0 ? nothing : findings.map((finding) => finding.id),
    notes: notes.length === 0 ? nothing : notes,
  }
  return { verdict, findings, counts: skipped === undefined, ...(severity && { severity }) }
}

const isProblem = ({ severity }: Diagnostic): boolean => severity !== 'note'

/** That of the worst severity, 10 when there is none. */
const gradeOf = (reported: readonly Pick<Diagnostic, 'severity'>[]): Verdict['grade'] =>
  reported.reduce<Verdict['grade']>(
    (worst, { severity }) => (grades[severity] < worst ? grades[severity] : worst),
    10,
  )

const noteOf = (
  object: KubernetesObject,
  { subject, at, message }: Diagnostic,
  { locate }: Locator,
): Note => ({
  message,
  range: locate(object, at).range,
  ...(subject !== undefined && { subject }),
})
