import type { Check, Mended, Proposal as Wish, Remark } from './check'
import { findingId } from './findingId'
import type { Outcome } from './runCheck'
import type { Mends } from './fixProviders'
import type { KubernetesObject } from '../objects/readObjects'
import { type Range } from '../model/range'
import type { Settings } from '../model/settings'
import { off } from './ignores'
import { type Path, pathText } from '../model/path'
import {
  type Severity,
  type Proposal,
  type Finding,
  type Note,
  type Verdict,
  worstOf,
} from '../model/finding'

/** What one check comes to for one object, and what of it counts. */
export type Conclusion = {
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  /** Whether the check judged the object: neither skipped nor switched off. */
  readonly counts: boolean
  /** The worst that counts. */
  readonly severity?: Severity
}

/** Finds the places of an object's paths, and says in which document they are. */
export type Locator = {
  readonly document: number
  /** The id of an object in the report. */
  readonly idOf: (object: KubernetesObject) => string
  readonly locate: (
    object: KubernetesObject,
    at: Path,
  ) => { readonly range: Range; readonly missing: boolean }
}

const nothing: readonly never[] = []

/** Turns what a check said into verdict and findings, under the annotations and settings that switch checks off. */
export function conclude(
  check: Check,
  object: KubernetesObject,
  id: string,
  outcome: Outcome,
  settings: Settings,
  locator: Locator,
  mends?: Mends,
): Conclusion {
  const disabled = off(check, object, settings)
  const skipped = disabled?.reason ?? outcome.skipped
  const remarks = disabled && !disabled.silenced ? nothing : outcome.remarks
  const findings = distinctIds(
    remarks
      .filter(({ severity }) => severity !== 'note')
      .map((remark) => ({ ...remark, ...mendedBy(check, remark, mends) }))
      .map((remark) => findingOf(check, object, id, remark, disabled?.reason, locator)),
  )
  const notes = remarks
    .filter(({ severity }) => severity === 'note')
    .map((remark) => noteOf(object, remark, locator))
  const severity = skipped === undefined ? worstOf(findings.map((finding) => finding.severity)) : undefined
  const verdict: Verdict = {
    check: check.id,
    grade: outcome.grade,
    ...(skipped !== undefined && { skipped }),
    findings: findings.length === 0 ? nothing : findings.map((finding) => finding.id),
    notes: notes.length === 0 ? nothing : notes,
  }
  return { verdict, findings, counts: skipped === undefined, ...(severity && { severity }) }
}

/** What can be done about a remark, if what works that out is there. */
function mendedBy({ id }: Check, { mend }: Remark, mends: Mends | undefined): Mended {
  if (!mend || !mends) return {}
  try {
    return mend(mends.checks[id] as never)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { unfixable: `What would mend it could not be worked out: ${reason}.` }
  }
}

function findingOf(
  check: Check,
  object: KubernetesObject,
  id: string,
  remark: Remark & Mended,
  silenced: string | undefined,
  locator: Locator,
): Finding {
  const { document, locate } = locator
  const path = [...object.path, ...remark.at]
  return {
    id: findingId(check.id, id, pathText(path)),
    check: check.id,
    document,
    object: id,
    severity: remark.severity as Severity,
    ...(remark.subject !== undefined && { subject: remark.subject }),
    path,
    ...locate(object, remark.at),
    message: remark.message,
    ...(remark.advice && { advice: remark.advice }),
    related: (remark.related ?? nothing).map(({ object: other, at, message }) => ({
      message,
      range: locate(other, at).range,
    })),
    ...(remark.fixes && { proposals: remark.fixes.map((fix) => proposalOf(fix, id, locator)) }),
    ...(remark.unfixable !== undefined && { unfixable: remark.unfixable }),
    ...(silenced !== undefined && { ignored: silenced }),
  }
}

const proposalOf = (
  { changes = nothing, adds = nothing, ...rest }: Wish,
  id: string,
  { idOf }: Locator,
): Proposal => ({
  ...rest,
  changes: changes.map(({ object, ...change }) => ({ ...change, object: object ? idOf(object) : id })),
  adds,
})

function noteOf(object: KubernetesObject, { subject, at, message }: Remark, { locate }: Locator): Note {
  return { message, range: locate(object, at).range, ...(subject !== undefined && { subject }) }
}

/** The second finding of a check at the same path gets a number. */
export function distinctIds(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const count = (seen.get(finding.id) ?? 0) + 1
    seen.set(finding.id, count)
    return count === 1 ? finding : { ...finding, id: `${finding.id}-${count}` }
  })
}
