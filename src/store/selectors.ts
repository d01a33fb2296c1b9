import { outlineAt } from '../engine/language/outline'
import { lineStarts, positionAt, type LineStarts } from '../formats/lines'
import type { ObjectReport, Report } from '../engine/model/report'
import { remember } from './remember'
import { severities } from '../engine/model/finding'
import type { State } from './store'
import type { Severity, Finding } from '../engine/model/finding'

export type Counts = Readonly<Record<Severity, number>> & { readonly all: number }

/** Findings a person accepted are not counted anywhere. */
const countsOf = remember((report: Report | undefined): Counts => {
  const open = (report?.findings ?? []).filter((finding) => finding.ignored === undefined)
  const count = (severity: Severity): number => open.filter((finding) => finding.severity === severity).length
  const [refused = 0, critical = 0, warning = 0, advice = 0] = severities.map(count)
  return { refused, critical, warning, advice, all: open.length }
})

export const selectCounts = (state: State): Counts => countsOf(state.report)

const startsOf = remember(lineStarts)

/** Line starts of the text the report speaks of: every "line 14" on the page comes from here. */
export const selectLineStarts = (state: State): LineStarts => startsOf(state.reportText)

/** Documents that hold something; a stray `---` or a comment is none. */
export const documentCount = (report: Report): number =>
  report.documents.filter((document) => document.status !== 'empty').length

export const isEmpty = (report: Report): boolean =>
  documentCount(report) === 0 && report.objects.length === 0 && report.findings.length === 0

const marked = remember(
  (report: Report | undefined, starts: LineStarts, offset: number): ReadonlySet<string> => {
    const { line } = positionAt(starts, offset)
    const from = starts[line - 1] ?? 0
    const to = starts[line] ?? Infinity
    const isHere = ({ range }: Finding): boolean =>
      (range.from >= from && range.from < to) || (range.from <= offset && offset <= range.to)
    return new Set(report?.findings.filter(isHere).map((finding) => finding.id))
  },
)

/** Ids of the findings whose place is on the line of the caret, or around the caret. */
export const selectAtCursor = (state: State): ReadonlySet<string> =>
  marked(state.report, selectLineStarts(state), state.cursor.offset)

export type Place = { readonly object?: ObjectReport; readonly document?: number }

const placeAt = remember((report: Report | undefined, offset: number): Place => {
  const document = report?.documents.findLastIndex(({ range }) => range.from <= offset) ?? -1
  if (!report || document < 0) return {}
  const inside = report.objects.filter((object) => object.document === document)
  const object =
    inside.findLast(({ range }) => range.from <= offset && offset <= range.to) ??
    (inside.length === 1 ? inside[0] : undefined)
  return object ? { object, document } : { document }
})

/** The object, or at least the document, the caret stands in. */
export const selectPlace = (state: State): Place => placeAt(state.report, state.cursor.offset)

/** The keys around the caret, outermost first. */
const outlineOf = remember(outlineAt)

export const selectOutline = (state: State): readonly string[] => outlineOf(state.text, state.cursor.offset)

const byId = remember(
  (report: Report | undefined): ReadonlyMap<string, ObjectReport> =>
    new Map(report?.objects.map((object) => [object.id, object])),
)

export const selectObjects = (state: State): ReadonlyMap<string, ObjectReport> => byId(state.report)

const pointedFinding = remember((report: Report | undefined, id: string | undefined): Finding | undefined =>
  id === undefined ? undefined : report?.findings.find((finding) => finding.id === id),
)

export const selectPointed = (state: State): Finding | undefined =>
  pointedFinding(state.report, state.pointed)

export const selectScoreOpen = (state: State): boolean => state.toggled.has('score')

/** The report speaks of an older text, and that has lasted long enough to be worth showing. */
export const selectDimmed = (state: State): boolean => state.late && state.report !== undefined

/** Whether there may be a fix for a finding: which can be made is found out when someone asks. */
export const isMendable = ({ mendable, ignored }: Finding): boolean =>
  mendable !== undefined && ignored === undefined
