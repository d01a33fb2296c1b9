import type { Finding, Note, Severity, Verdict } from '../model/finding'
import { worstOf } from '../model/finding'
import type { Settings } from '../model/settings'
import type { KubernetesObject } from '../objects/readObjects'
import type { Check } from './check'
import { distinctIds } from './findingId'
import { ignoreOf } from './ignores'
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

/** Turns the outcome of a check into a verdict and findings, under the annotations and settings that switch checks off. */
export function checkResult(
  check: Check,
  object: KubernetesObject,
  outcome: Outcome,
  settings: Settings,
  locator: Locator,
): CheckResult {
  const { id } = check
  const off = ignoreOf(check, object, settings)
  const skipped = off?.reason ?? outcome.skip?.skipped
  const diagnostics = off && !off.isIgnored ? nothing : outcome.diagnostics
  const findings = distinctIds(
    diagnostics.flatMap((diagnostic, nth) => {
      const finding = findingOf(diagnostic, nth, object, locator)
      return finding ? [off ? { ...finding, ignored: off.reason } : finding] : []
    }),
  )
  const notes = diagnostics.flatMap((diagnostic): readonly Note[] =>
    diagnostic.severity === 'note' ? [noteOf(object, diagnostic, locator)] : nothing,
  )
  const severity = skipped === undefined ? worstOf(findings.map((finding) => finding.severity)) : undefined
  const verdict: Verdict = {
    check: id,
    grade: gradeOf(outcome),
    ...(skipped !== undefined && { skipped }),
    findings: findings.length === 0 ? nothing : findings.map((finding) => finding.id),
    notes: notes.length === 0 ? nothing : notes,
  }
  return { verdict, findings, counts: skipped === undefined, ...(severity && { severity }) }
}

/** The worst of what the check reported, 10 when it reported nothing. */
const gradeOf = ({ diagnostics, skip }: Outcome): Verdict['grade'] =>
  skip?.grade ??
  diagnostics.reduce<Verdict['grade']>(
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
