import { findingId } from '../findings/findingId'
import { severityRank, type Finding, type Verdict } from '../model/finding'
import { groupBy } from '../model/groupBy'
import { once } from '../model/lookup'
import { lineEnd } from '../model/lines'
import type { LocatedDocument } from '../objects/documentCache'

/** How many findings a report shows of one document, and in all. */
const findingLimits = { document: 2_000, text: 20_000 } as const

/**
 * The findings that a report shows: all of them, or the worst of a document or text that has too many, and a finding that
 * says so. The same array when all are shown. Scores and grades are made from all findings.
 */
export function shownFindings(
  findings: readonly Finding[],
  documents: readonly LocatedDocument[],
): readonly Finding[] {
  if (findings.length <= findingLimits.document) return findings
  const byDocument = groupBy(findings, ({ document }) => document)
  const isOver = [...byDocument.values()].some(({ length }) => length > findingLimits.document)
  const shown = isOver
    ? [...byDocument].flatMap(([index, all]) =>
        worst(all, findingLimits.document, 'document', documents[index], index),
      )
    : findings
  return worst(shown, findingLimits.text, 'text', documents[0], 0)
}

/** Those that count come first, then those that are ignored; and the finding in place of those that are not shown. */
function worst(
  findings: readonly Finding[],
  limit: number,
  whole: 'document' | 'text',
  document: LocatedDocument | undefined,
  index: number,
): readonly Finding[] {
  if (findings.length <= limit || !document) return findings
  const kept = findings.toSorted((left, right) => rank(left) - rank(right)).slice(0, limit)
  return [...kept, overflow(limit, whole, document, index)]
}

const rank = ({ severity, ignored }: Finding): number => (ignored === undefined ? severityRank(severity) : 9)

function overflow(
  limit: number,
  whole: string,
  { range: { from }, text }: LocatedDocument,
  document: number,
): Finding {
  const rule = 'too-many-findings'
  const start = Math.max(0, text.search(/\S/))
  return {
    id: findingId(rule, `${whole} ${document}`, ''),
    rule,
    source: 'playground',
    document,
    severity: 'advice',
    path: [],
    missing: false,
    range: { from: from + start, to: from + Math.max(start + 1, lineEnd(text, start)) },
    message: `This ${whole} has more than ${limit.toLocaleString('en')} findings; the rest is not shown.`,
    advice: `The worst are listed. Fix some of them, or split the ${whole}, and the others appear.`,
    related: [],
  }
}

const idsOf = once((findings: readonly Finding[]) => new Set(findings.map(({ id }) => id)))

/** A verdict with the findings that are shown; with the first one when none is, because it has findings all the same. */
export function shownVerdict(verdict: Verdict, findings: readonly Finding[]): Verdict {
  const shown = verdict.findings.filter((id) => idsOf(findings).has(id))
  if (shown.length === verdict.findings.length) return verdict
  return { ...verdict, findings: shown.length > 0 ? shown : verdict.findings.slice(0, 1) }
}
