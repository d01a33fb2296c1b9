import { outlineAt } from '../engine/language/outline'
import { lineStarts, positionAt, type LineStarts } from '../formats/lines'
import type { ObjectReport, Report } from '../engine/model/report'
import { serverRules } from '../worker/serverRules'
import type { Safety } from '../engine/findings/remedy'
import { memoizeLast } from './memoizeLast'
import { severities } from '../engine/model/finding'
import type { State } from './store'
import type { Severity, Finding } from '../engine/model/finding'

export type Counts = Readonly<Record<Severity, number>> & { readonly all: number }

const activeOf = memoizeLast((report: Report | undefined): readonly Finding[] =>
  (report?.findings ?? []).filter(({ ignored }) => ignored === undefined),
)

/** The findings that count: all but the ignored ones. */
export const selectActive = (state: State): readonly Finding[] => activeOf(state.report)

const countsOf = memoizeLast((active: readonly Finding[]): Counts => {
  const count = (severity: Severity): number =>
    active.filter((finding) => finding.severity === severity).length
  const [refused = 0, critical = 0, warning = 0, advice = 0] = severities.map(count)
  return { refused, critical, warning, advice, all: active.length }
})

export const selectCounts = (state: State): Counts => countsOf(selectActive(state))

const startsOf = memoizeLast(lineStarts)

/** Line starts of the text that the report is about: every "line 14" on the page comes from here. */
export const selectLineStarts = (state: State): LineStarts => startsOf(state.reportText)

/** How many documents have content: a stray `---` or a comment is no document. */
export const documentCount = (report: Report): number =>
  report.documents.filter((document) => document.status !== 'empty').length

export const isEmpty = (report: Report): boolean =>
  documentCount(report) === 0 && report.objects.length === 0 && report.findings.length === 0

const findingsAt = memoizeLast(
  (report: Report | undefined, starts: LineStarts, offset: number): ReadonlySet<string> => {
    const { line } = positionAt(starts, offset)
    const from = starts[line - 1] ?? 0
    const to = starts[line] ?? Infinity
    const isHere = ({ range }: Finding): boolean =>
      (range.from >= from && range.from < to) || (range.from <= offset && offset <= range.to)
    return new Set(report?.findings.filter(isHere).map((finding) => finding.id))
  },
)

/** Ids of the findings on the line of the cursor, and of those whose range contains the cursor. */
export const selectAtCursor = (state: State): ReadonlySet<string> =>
  findingsAt(state.report, selectLineStarts(state), state.cursor.offset)

export type Place = { readonly object?: ObjectReport; readonly document?: number }

const placeAt = memoizeLast((report: Report | undefined, offset: number): Place => {
  const document = report?.documents.findLastIndex(({ range }) => range.from <= offset) ?? -1
  if (!report || document < 0) return {}
  const inside = report.objects.filter((object) => object.document === document)
  const object =
    inside.findLast(({ range }) => range.from <= offset && offset <= range.to) ??
    (inside.length === 1 ? inside[0] : undefined)
  return object ? { object, document } : { document }
})

/** The object at the cursor, or at least the document. */
export const selectPlace = (state: State): Place => placeAt(state.report, state.cursor.offset)

/** The keys around the cursor, outermost first. */
const outlineOf = memoizeLast(outlineAt)

export const selectOutline = (state: State): readonly string[] => outlineOf(state.text, state.cursor.offset)

const byId = memoizeLast(
  (report: Report | undefined): ReadonlyMap<string, ObjectReport> =>
    new Map(report?.objects.map((object) => [object.id, object])),
)

export const selectObjects = (state: State): ReadonlyMap<string, ObjectReport> => byId(state.report)

const findingById = memoizeLast((report: Report | undefined, id: string | undefined): Finding | undefined =>
  id === undefined ? undefined : report?.findings.find((finding) => finding.id === id),
)

export const selectHovered = (state: State): Finding | undefined => findingById(state.report, state.hovered)

/**
 * How far a report is. `checking`: the rules of the API server have not looked at it yet; `unchecked`: they could not be
 * loaded. Until it is `final`, its score and what it accepts are provisional.
 */
export type Phase = 'checking' | 'unchecked' | 'final'

export const selectPhase = ({ report, notLoaded }: State): Phase => {
  if (report?.admission) return 'final'
  return notLoaded.includes(serverRules) ? 'unchecked' : 'checking'
}

export const selectScoreOpen = (state: State): boolean => state.toggled.has('score')

/** The report is about an older text, and has been long enough for that to be shown. */
export const selectDimmed = (state: State): boolean => state.isLate && state.report !== undefined

/** How safe the recommended fix of a finding is; undefined without a fix. Ignored findings need none. */
export const selectSafety = (state: State, { id, ignored }: Finding): Safety | undefined =>
  ignored === undefined ? state.fixable.get(id) : undefined

/** Whether any of some findings has a fix that can be applied together with others. */
export const selectHasFix = (state: State, findings: readonly Finding[]): boolean =>
  findings.some((finding) => {
    const safety = selectSafety(state, finding)
    return safety !== undefined && safety !== 'risky'
  })

const summaryOf = memoizeLast((report: Report | undefined): string => {
  const [first, second, ...more] = (report?.objects ?? []).map(
    ({ kind, name }) => `${kind} ${name || '(unnamed)'}`,
  )
  if (first === undefined) return ''
  return [first, second, more.length > 0 ? `${more.length} more` : undefined]
    .filter((part) => part !== undefined)
    .join(', ')
})

/** What is in the text, in a few words: `Deployment web, Service web, 3 more`; empty without an object. */
export const selectSummary = (state: State): string => summaryOf(state.report)

/** What the open session is called. */
export const selectSessionName = (state: State): string =>
  state.session.name ?? (selectSummary(state) || 'Untitled')
