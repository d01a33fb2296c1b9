import type { Finding } from '../model/finding'
import { shift, type Range } from '../model/range'
import type { CheckResult } from './checkResult'

const nothing: readonly never[] = []

/** A finding whose ranges are relative to its document, in the place of that document. */
export const shiftFinding = (finding: Finding, offset: number, document: number): Finding => ({
  ...finding,
  document,
  range: shift(finding.range, offset),
  related: shiftAll(finding.related, offset),
})

/** The result of a check in the place of its document; most have nothing to shift. */
export function shiftResult(result: CheckResult, offset: number, document: number): CheckResult {
  const { verdict, findings } = result
  if (findings.length === 0 && verdict.notes.length === 0) return result
  return {
    ...result,
    verdict: { ...verdict, notes: shiftAll(verdict.notes, offset) },
    findings: findings.map((finding) => shiftFinding(finding, offset, document)),
  }
}

const shiftAll = <Item extends { readonly range: Range }>(
  items: readonly Item[],
  offset: number,
): readonly Item[] =>
  items.length === 0 ? nothing : items.map((item) => ({ ...item, range: shift(item.range, offset) }))
