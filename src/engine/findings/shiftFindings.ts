import type { Conclusion } from './checkFindings'
import { findingId } from './findingId'
import { shift, type Range } from '../model/range'
import type { Problem, ProblemFix } from '../model/problem'
import { pathText } from '../model/path'
import type { Proposal, Finding } from '../model/finding'

const nothing: readonly never[] = []

/** A problem of reading as a finding; its range stays relative to the document. */
export function problemFinding(
  problem: Problem,
  document: number,
  around: { readonly id: string } | undefined,
): Finding {
  const {
    rule,
    severity,
    path = nothing,
    missing = false,
    range,
    message,
    advice,
    related = nothing,
    fixes = nothing,
    unfixable,
  } = problem
  return {
    id: findingId(rule, around?.id ?? `document ${document}`, `${pathText(path)} ${message}`),
    check: rule,
    document,
    ...(around && { object: around.id }),
    severity,
    path,
    missing,
    range,
    message,
    ...(advice && { advice }),
    related,
    ...(fixes.length > 0 && around && { proposals: fixes.map((fix) => proposalOf(fix, around.id)) }),
    ...(unfixable !== undefined && { unfixable }),
  }
}

const proposalOf = ({ changes, ...rest }: ProblemFix, object: string): Proposal => ({
  ...rest,
  changes: changes.map((change) => ({ ...change, object })),
  adds: nothing,
})

/** A finding with its document at another place. */
export const moved = (finding: Finding, offset: number, document: number): Finding => ({
  ...finding,
  document,
  range: shift(finding.range, offset),
  related: finding.related.length === 0 ? nothing : finding.related.map((place) => movedPlace(place, offset)),
})

const movedPlace = <Place extends { readonly range: Range }>(place: Place, offset: number): Place => ({
  ...place,
  range: shift(place.range, offset),
})

/** A conclusion with its document at another place; most have nothing to move. */
export function movedConclusion(conclusion: Conclusion, offset: number, document: number): Conclusion {
  const { verdict, findings } = conclusion
  if (findings.length === 0 && verdict.notes.length === 0) return conclusion
  const notes = verdict.notes.length === 0 ? nothing : verdict.notes.map((note) => movedPlace(note, offset))
  return {
    ...conclusion,
    verdict: { ...verdict, notes },
    findings: findings.map((finding) => moved(finding, offset, document)),
  }
}
