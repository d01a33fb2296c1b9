import type { CheckResult } from '../findings/checkResult'
import { distinctIds } from '../findings/findingId'
import { precedenceOf, problemFinding, withoutWeaker } from '../findings/locateFindings'
import { shiftFinding } from '../findings/shiftFindings'
import { worstOf, type Finding, type Verdict } from '../model/finding'
import type { Problem } from '../model/problem'
import { lowerBound } from '../model/lookup'
import { shift } from '../model/range'
import type { Admission, DocumentReport, ObjectReport, Report } from '../model/report'
import type { Settings } from '../model/settings'
import { groupBy } from '../model/groupBy'
import type { LocatedDocument } from '../objects/documentCache'
import type { LocatedObject } from '../objects/locatedObjects'
import { admissionOf, countAdmissions } from './admission'
import type { EngineCache } from './engineCache'
import type { IndexedLibrary } from './library'
import { ObjectResults } from './objectResults'
import { readText, type ReadText } from './readText'
import { withoutSame } from './sameFindings'
import { score, type ScoreInput } from './score'
import { shownFindings, shownVerdict } from './shownFindings'

/** A text with its report, and all that was read on the way to it. */
export type Evaluation = ReadText & {
  readonly report: Report
  readonly results: ObjectResults
  /** All findings, also those beyond what the report shows of one document. */
  readonly findings: readonly Finding[]
}

/**
 * Everything there is to say about a text: text → documents → objects → findings → report. Synchronous and total: it
 * never throws for any text. Equal input gives an equal report; texts that share documents with the text before are
 * cheaper, because only what changed is read and checked again.
 */
export function evaluate(
  text: string,
  settings: Settings,
  library: IndexedLibrary,
  cache: EngineCache,
): Evaluation {
  const read = readText(text, settings, cache)
  const results = new ObjectResults(read, library, cache)
  const { rules } = library
  const sourceOf = (rule: string): string => rules.get(rule)?.source.id ?? 'syntax'
  const byDocument = groupBy(read.objects, ({ documentIndex }) => documentIndex)
  const said = read.documents.flatMap((document, index) =>
    findingsOfDocument(document, index, byDocument.get(index) ?? nothing, results, settings, sourceOf),
  )
  const saidOf = groupBy(said, ({ object }) => object)
  const checked = read.objects.map((located) => {
    const all = { findings: saidOf.get(located.id) ?? nothing, checks: results.checks(located) }
    const { findings: own, checks } = withoutSame(all, library)
    return { located, own, checks }
  })
  const findings = [
    ...(saidOf.get(undefined) ?? nothing),
    ...checked.flatMap(({ own }) => own),
    ...checked.flatMap(({ checks }) => checks.flatMap((result) => result.findings)),
  ]
  const shown = shownFindings(findings, read.documents)
  const order = [...rules.keys()]
  const ordered = inOrder(findings, order)
  const scored = checked.flatMap(({ located, checks }) =>
    checks.flatMap((result) => scoreInputOf(located, result)),
  )
  const decidesAdmission = library.sources.some((source) => source.decidesAdmission)
  const byObject = groupBy(findings, ({ object }) => object)
  const objects = checked.map(({ located, checks }) => {
    const verdicts = checks.map(({ verdict }) => verdict)
    const found = byObject.get(located.id) ?? nothing
    return objectReport(
      located,
      shown === findings ? verdicts : verdicts.map((verdict) => shownVerdict(verdict, shown)),
      found,
      decidesAdmission
        ? admissionOf(found, results.validity(located), results.hasServerRules(located))
        : undefined,
      results,
    )
  })
  const report: Report = {
    documents: read.documents.map(documentReport),
    objects,
    rules: library.ruleSummaries,
    findings: shown === findings ? ordered : inOrder(shown, order),
    ...(scored.length > 0 && {
      score: score([...scored, ...scoreInputsOfProblems(findings, read.documents, library)], order),
    }),
    ...(decidesAdmission && { admission: countAdmissions(objects) }),
  }
  return { ...read, report, results, findings: ordered }
}

const nothing: readonly never[] = []

/** What reading found in a document, and what all sources but the checks found in its objects. */
function findingsOfDocument(
  { reading, range }: LocatedDocument,
  index: number,
  objects: readonly LocatedObject[],
  results: ObjectResults,
  settings: Settings,
  sourceOf: (rule: string) => string,
): readonly Finding[] {
  const found = objects.flatMap((located) => results.findings(located))
  if (found.length === 0 && reading.problems.length === 0) return nothing
  const objectAround = objectsByPlace(objects)
  const read = reading.problems.map((problem) => {
    const around = objectAround(problem.range.from) ?? onlyOne(objects)
    const finding = problemFinding(weighed(problem, settings), sourceOf(problem.rule), index, around?.id)
    return { finding, precedence: precedenceOf(problem) }
  })
  return distinctIds(withoutWeaker([...read, ...found])).map((finding) =>
    shiftFinding(finding, range.from, index),
  )
}

/** Readers that are not strict keep the last of two equal keys. */
const weighed = (problem: Problem, { strict }: Settings): Problem =>
  problem.rule === 'duplicate-key' && !strict ? { ...problem, severity: 'warning' } : problem

/** By position in the text, then by the order of the rules. */
function inOrder(findings: readonly Finding[], order: readonly string[]): readonly Finding[] {
  const ranks = new Map(order.map((id, rank) => [id, rank]))
  const rankOf = ({ rule }: Finding): number => ranks.get(rule) ?? 0
  return findings.toSorted((a, b) => a.range.from - b.range.from || rankOf(a) - rankOf(b))
}

const scoreInputOf = (
  { unit }: LocatedObject,
  { verdict: { check: rule }, counts, severity }: CheckResult,
): readonly ScoreInput[] => (counts ? [{ rule, unit, ...(severity && { severity }) }] : nothing)

/** Of a source that is no checklist, every rule that found something looked at every document. */
function scoreInputsOfProblems(
  findings: readonly Finding[],
  documents: readonly LocatedDocument[],
  { sources }: IndexedLibrary,
): readonly ScoreInput[] {
  const checklists = new Set(sources.filter(({ checks }) => checks).map(({ id }) => id))
  const found = findings.filter(({ source, rule }) => !checklists.has(source) || rule === 'check-failed')
  if (found.length === 0) return nothing
  const units = documents.map(({ reading, text }) => ({ status: reading.document.status, unit: text }))
  const looked = [...new Set(found.map(({ rule }) => rule))].flatMap((rule) =>
    units.filter(({ status }) => status !== 'empty').map(({ unit }) => ({ rule, unit })),
  )
  const affected = found.map(({ rule, document, severity }) => ({
    rule,
    unit: units[document]?.unit ?? '',
    severity,
    unreadable: units[document]?.status === 'broken',
  }))
  return [...looked, ...affected]
}

function objectReport(
  located: LocatedObject,
  verdicts: readonly Verdict[],
  found: readonly Finding[],
  admission: Admission | undefined,
  results: ObjectResults,
): ObjectReport {
  const { id, object, document, documentIndex } = located
  const { apiVersion, kind, namespace, name, path, range, isSupportedKind } = object
  const offset = document.range.from
  const counted = found.filter(({ ignored }) => ignored === undefined).map(({ severity }) => severity)
  const { status = 'skipped', schema, skipped } = results.validity(located) ?? {}
  return {
    id,
    apiVersion,
    kind,
    namespace,
    name,
    document: documentIndex,
    path,
    range: shift(range, offset),
    nameRange: shift(results.nameRange(located), offset),
    validity: {
      status,
      ...(schema && { schema: schema.origin }),
      ...(skipped !== undefined && { skipped }),
    },
    ...(admission && { admission }),
    isSupportedKind,
    grade: worstOf(counted) ?? (isSupportedKind ? 'passed' : 'unchecked'),
    verdicts,
  }
}

const documentReport = ({ reading, range }: LocatedDocument): DocumentReport => ({
  status: reading.document.status,
  range,
  ...(reading.document.source !== undefined && { source: reading.document.source }),
})

/** Finds the object that contains an offset. Objects are not inside one another, so the last one before it is asked. */
function objectsByPlace(objects: readonly LocatedObject[]): (offset: number) => LocatedObject | undefined {
  const sorted = objects.toSorted((left, right) => left.object.range.from - right.object.range.from)
  const starts = sorted.map(({ object }) => object.range.from)
  return (offset) => {
    const before = lowerBound(starts, offset + 1) - 1
    const found = sorted[before]
    if (!found || offset >= found.object.range.to) return undefined
    // Copies of one object by aliases have the same range: the first counts.
    return sorted[lowerBound(starts, found.object.range.from)]
  }
}

const onlyOne = <Item>(items: readonly Item[]): Item | undefined =>
  items.length === 1 ? items[0] : undefined
