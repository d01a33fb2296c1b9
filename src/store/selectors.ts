import { outlineAt } from '../engine/language/outline'
import { lineStarts, positionAt, type LineStarts } from '../formats/lines'
import { mapRange } from '../engine/model/mapRange'
import type { Range } from '../engine/model/range'
import type { ObjectReport, Report, Score } from '../engine/model/report'
import type { TextEdit } from '../engine/model/textEdit'
import { scoreApartFrom } from '../engine/report/score'
import { rowsOf, type Row } from '../engine/report/rows'
import { serverRules } from '../worker/serverRules'
import type { Safety } from '../engine/findings/remedy'
import { memoizeLast } from './memoizeLast'
import { severities } from '../engine/model/finding'
import type { News } from './steady'
import type { State } from './store'
import { trackRange } from './trackRange'
import type { Severity, Finding } from '../engine/model/finding'

/** How many rows there are: what is said once counts once, in however many places it is. */
export type Counts = Readonly<Record<Severity, number>> & {
  readonly all: number
  /** Those about objects that are simply not in the text. */
  readonly elsewhere: number
}

/** The report that the page shows: the newest one, or the last good one while something is half typed. */
export const selectShown = ({ held, report }: State): Report | undefined => held?.reading.report ?? report

/** The text that the shown report is about: its ranges count in this one. */
export const selectShownText = ({ held, reportText }: State): string => held?.reading.text ?? reportText

/** Whether the shown report is held: it is dimmed then, and its fixes cannot be applied. */
export const selectIsHeld = ({ held }: State): boolean => held !== undefined

/** The document that is dimmed: an index into the documents of the shown report. */
export const selectHeldDocument = ({ held }: State): number | undefined => held?.documentBefore

/** What is not finished in the text: findings of the newest report, with ranges in `reportText`. */
export const selectUnfinished = ({ held }: State): readonly Finding[] => held?.unfinished ?? nothing

const nothing: readonly never[] = []

/** Where a range of the shown report is in the newest text. */
export const rangeByNow = ({ held, reportText, text }: State, range: Range): Range =>
  held ? mapRange(range, held.edits) : trackRange(reportText, text, range)

const openNews = memoizeLast((report: Report | undefined, news: readonly News[]): readonly string[] => {
  const failing = new Set(report?.findings.map(({ rule }) => rule))
  return news.map(({ check }) => check).filter((check) => failing.has(check))
})

/** The checks that have become applicable by what was typed last, and fail: “Now also checked”. */
export const selectNews = (state: State): readonly string[] => openNews(selectShown(state), state.news)

const scoreOf = memoizeLast((score: Score | undefined, news: readonly News[]): Score | undefined =>
  score && news.length > 0
    ? scoreApartFrom(score, new Map(news.map(({ check, before }) => [check, before])))
    : score,
)

/** The score that the page shows: what has become applicable while somebody types does not count yet. */
export const selectShownScore = (state: State): Score | undefined =>
  scoreOf(selectShown(state)?.score, state.isNewsCounted ? nothing : state.news)

/** The score once that counts; undefined where nothing is left to count. */
export const selectScoreWithNews = (state: State): Score | undefined => {
  const score = selectShown(state)?.score
  return selectShownScore(state) === score || selectNews(state).length === 0 ? undefined : score
}

const activeOf = memoizeLast((report: Report | undefined): readonly Finding[] =>
  (report?.findings ?? []).filter(({ ignored }) => ignored === undefined),
)

/** The findings that count: all but the ignored ones. */
export const selectActive = (state: State): readonly Finding[] => activeOf(selectShown(state))

const rowsOfText = memoizeLast((active: readonly Finding[], report: Report | undefined): readonly Row[] =>
  report ? rowsOf(active, report.rules, 'text') : [],
)

/** What there is to fix in the whole text: findings that say the same are one row, whatever object they are in. */
export const selectRows = (state: State): readonly Row[] =>
  rowsOfText(selectActive(state), selectShown(state))

const isOneObject = memoizeLast(
  (active: readonly Finding[]): boolean => new Set(active.map(({ object }) => object)).size === 1,
)

/** Whether all that there is to fix is in one object, which need not be named then. */
export const selectIsOneObject = (state: State): boolean => isOneObject(selectActive(state))

const countsOf = memoizeLast((rows: readonly Row[]): Counts => {
  const count = (severity: Severity): number => rows.filter((row) => row.severity === severity).length
  const [refused = 0, critical = 0, warning = 0, advice = 0] = severities.map(count)
  const elsewhere = rows.filter(({ findings }) => findings.some(({ mayBeElsewhere }) => mayBeElsewhere))
  return { refused, critical, warning, advice, all: rows.length, elsewhere: elsewhere.length }
})

export const selectCounts = (state: State): Counts => countsOf(selectRows(state))

const startsOf = memoizeLast(lineStarts)

/** Line starts of the text that the shown report is about. */
export const selectLineStarts = (state: State): LineStarts => startsOf(selectShownText(state))

const startsByNow = memoizeLast(lineStarts)

/** The line that a range of the shown report begins on by now: every "line 14" on the page comes from here. */
export const selectLine = (state: State, range: Range): number =>
  state.held
    ? positionAt(startsByNow(state.text), rangeByNow(state, range).from).line
    : positionAt(selectLineStarts(state), range.from).line

/** Whether the list leaves something out because a person looks for something else. */
export const selectIsFiltered = ({ filter, severities: chosen, elsewhere }: State): boolean =>
  filter.trim() !== '' || chosen.length > 0 || elsewhere

/** How many documents have content: a stray `---` or a comment is no document. */
export const documentCount = (report: Report): number =>
  report.documents.filter((document) => document.status !== 'empty').length

export const isEmpty = (report: Report): boolean =>
  documentCount(report) === 0 && report.objects.length === 0 && report.findings.length === 0

const findingsAt = memoizeLast(
  (
    report: Report | undefined,
    starts: LineStarts,
    offset: number,
    edits: readonly TextEdit[],
  ): ReadonlySet<string> => {
    const { line } = positionAt(starts, offset)
    const from = starts[line - 1] ?? 0
    const to = starts[line] ?? Infinity
    const isHere = (finding: Finding): boolean => {
      const range = mapRange(finding.range, edits)
      return (range.from >= from && range.from < to) || (range.from <= offset && offset <= range.to)
    }
    return new Set(report?.findings.filter(isHere).map((finding) => finding.id))
  },
)

/** Ids of the findings on the line of the cursor, and of those whose range contains the cursor. */
export const selectAtCursor = (state: State): ReadonlySet<string> =>
  findingsAt(
    selectShown(state),
    state.held ? startsByNow(state.text) : selectLineStarts(state),
    state.cursor.offset,
    state.held?.edits ?? nothing,
  )

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
export const selectPlace = (state: State): Place => {
  const { held, report, cursor } = state
  const place = placeAt(report, cursor.offset)
  if (place.object || held?.documentBefore === undefined) return place
  return heldPlace(held.reading.report, held.documentBefore)
}

/** A document whose object cannot be read while something in it is half typed. */
const heldPlace = memoizeLast((report: Report, document: number): Place => {
  const [object] = report.objects.filter((one) => one.document === document)
  return object ? { object, document } : { document }
})

/** The keys around the cursor, outermost first. */
const outlineOf = memoizeLast(outlineAt)

export const selectOutline = (state: State): readonly string[] => outlineOf(state.text, state.cursor.offset)

const byId = memoizeLast(
  (report: Report | undefined): ReadonlyMap<string, ObjectReport> =>
    new Map(report?.objects.map((object) => [object.id, object])),
)

export const selectObjects = (state: State): ReadonlyMap<string, ObjectReport> => byId(selectShown(state))

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

/** The recommended fixes of the shown report. */
export const selectFixable = (state: State): State['fixable'] => (state.held?.reading ?? state).fixable

/** How safe the recommended fix of a finding is; undefined without a fix. Ignored findings need none. */
export const selectSafety = (state: State, { id, ignored }: Finding): Safety | undefined =>
  ignored === undefined ? selectFixable(state).get(id)?.safety : undefined

const fixableRows = memoizeLast(
  (rows: readonly Row[], fixable: State['fixable']): number =>
    rows.filter(({ findings }) => findings.some(({ id }) => isForMany(fixable.get(id)?.safety))).length,
)

/** Of how many rows something has a fix that can be applied together with others. */
export const selectFixableRows = (state: State): number =>
  fixableRows(selectRows(state), selectFixable(state))

const isForMany = (safety: Safety | undefined): boolean => safety !== undefined && safety !== 'risky'

/** Whether any of some findings has a fix at all. */
export const selectHasAnyFix = (state: State, findings: readonly Finding[]): boolean =>
  findings.some((finding) => selectSafety(state, finding) !== undefined)

/** Whether any of some findings has a fix that can be applied together with others. */
export const selectHasFix = (state: State, findings: readonly Finding[]): boolean =>
  findings.some((finding) => isForMany(selectSafety(state, finding)))

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
export const selectSummary = (state: State): string => summaryOf(selectShown(state))

/** What the open session is called. */
export const selectSessionName = (state: State): string =>
  state.session.name ?? (selectSummary(state) || 'Untitled')
