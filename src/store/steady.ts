import { outlineAt } from '../engine/language/outline'
import { lineEnd, lineStart } from '../engine/model/lines'
import { composeEdits } from '../engine/model/composeEdits'
import type { Finding } from '../engine/model/finding'
import { pathText, type Path } from '../engine/model/path'
import type { Range } from '../engine/model/range'
import type { ObjectReport, Report, ScoreStep } from '../engine/model/report'
import { diffEdit, type TextEdit } from '../engine/model/textEdit'

/** A report with the text that it is about. */
export type Reading = { readonly report: Report; readonly text: string }

/** The last good reading, which the page shows while something in its text is half typed. */
export type Held<Kept extends Reading = Reading> = {
  readonly reading: Kept
  /** From the text of the reading to the newest one: where the ranges of the reading are by now. */
  readonly edits: readonly TextEdit[]
  /** The document that is being typed in: its index in the newest report. */
  readonly document: number
  /** The same in the reading; undefined for a document that is new. */
  readonly documentBefore: number | undefined
  /** What is not finished: findings of the newest report. Empty where the text says nothing wrong yet, as with `replicas:`. */
  readonly unfinished: readonly Finding[]
}

/** A check that has become applicable by what was typed, and fails. */
export type News = {
  readonly check: string
  /** What the check took from the score before. */
  readonly before: ScoreStep | undefined
}

/** What was typed since a reading, in one document. */
type Typed = {
  readonly before: Reading
  readonly after: Reading
  /** Where the cursor is in the text of `after`. */
  readonly cursor: number
  /** The document under the cursor, in either report. */
  readonly document: number
  readonly documentBefore: number | undefined
  /** The lines that were typed, and the line of the cursor, as ranges of `after`. */
  readonly lines: Range
  readonly cursorLine: Range
  readonly hasInsertion: boolean
  /** The keys around the cursor. */
  readonly outline: readonly string[]
}

/** Whether one text can have become the other by typing: a character, a word, a line, Enter with its indentation. */
export const isTyping = (before: string, after: string): boolean => {
  const { from, to, insert } = diffEdit(before, after)
  return breaksIn(before.slice(from, to)) <= 1 && breaksIn(insert) <= 1
}

const breaksIn = (text: string): number => text.split('\n').length - 1

/** The document that contains an offset; -1 before the first one. */
export const documentAt = ({ documents }: Report, offset: number): number =>
  documents.findLastIndex(({ range }) => range.from <= offset)

/** The edits of a held reading once more has been typed. */
export const withChange = <Kept extends Reading>(
  held: Held<Kept>,
  text: string,
  after: string,
): Held<Kept> => ({
  ...held,
  edits: composeEdits(held.reading.text.length, held.edits, [diffEdit(text, after)]),
})

/**
 * What the page shows after something was typed. `held`: the reading before it, because the new one is only worse by what
 * is half typed in the document under the cursor. Otherwise the new one, and `news`: the checks that have become applicable.
 */
export function settle<Kept extends Reading>(
  before: Kept,
  after: Reading,
  cursor: number,
  last?: Held<Kept>,
): { readonly held: Held<Kept> } | { readonly held?: undefined; readonly news: readonly News[] } {
  const typed = typedBetween(before, after, cursor)
  if (!typed) return { news: [] }
  const news = newsOf(typed)
  const { document, documentBefore } = typed
  const isComparable = before.report.findings.length + before.report.objects.length > 0
  // The rules of the API server may have been loaded in the meantime.
  const isProvisional = !before.report.admission && after.report.admission !== undefined
  const hasLeft = last !== undefined && last.document !== document
  const unfinished = isComparable && !isProvisional && !hasLeft ? unfinishedIn(typed, news) : undefined
  if (!unfinished) return { news }
  const edits = last?.edits ?? [diffEdit(before.text, after.text)]
  return { held: { reading: before, edits, document, documentBefore, unfinished } }
}

/** Undefined when there is more than typing in one document between the two, or the cursor is elsewhere by now. */
function typedBetween(before: Reading, after: Reading, cursor: number): Typed | undefined {
  if (before.text === after.text) return undefined
  const { from, insert } = diffEdit(before.text, after.text)
  const document = documentAt(after.report, cursor)
  const lastTyped = from + Math.max(0, insert.length - 1)
  if (document < 0 || documentAt(after.report, lastTyped) !== document) return undefined
  // What is inserted between two documents does not belong to the second one.
  const known = Math.max(0, documentAt(before.report, from - 1))
  const { text } = after
  return {
    ...{ before, after, cursor, document },
    documentBefore: document <= known ? document : undefined,
    lines: { from: lineStart(text, from), to: lineEnd(text, from + insert.length) },
    cursorLine: { from: lineStart(text, cursor), to: lineEnd(text, cursor) },
    hasInsertion: insert.trim() !== '',
    outline: outlineAt(text, cursor),
  }
}

/** What is not finished in the document under the cursor; undefined when the new reading is as good as the one before. */
function unfinishedIn(typed: Typed, news: readonly News[]): readonly Finding[] | undefined {
  const { before, after, document, documentBefore } = typed
  const own = activeOf(after.report).filter((finding) => finding.document === document)
  const wasBroken = isBrokenAt(before.report, documentBefore)
  if (isBrokenAt(after.report, document)) return wasBroken ? undefined : own
  // Nothing good is there to be held.
  if (wasBroken || isRefusedAt(before.report, documentBefore)) return undefined
  if (isKindUnfinished(typed)) return []
  const lowering = newFindings(typed).filter((finding) => lowers(typed, finding))
  const isNews = (finding: Finding): boolean =>
    news.some(({ check }) => check === finding.rule) && !isAround(typed, finding)
  const found = lowering.filter((finding) => !isNews(finding) && isByTyping(typed, finding))
  if (found.length > 0) return isWorse(typed, found) ? found : undefined
  // What follows from a value that is not there yet is no news.
  return lowering.some(isNews) && lacksValue(typed) ? [] : undefined
}

const activeOf = ({ findings }: Report): readonly Finding[] =>
  findings.filter(({ ignored }) => ignored === undefined)

const isBrokenAt = (report: Report, document: number | undefined): boolean =>
  document !== undefined && report.documents[document]?.status === 'broken'

const isRefusedAt = (report: Report, document: number | undefined): boolean =>
  activeOf(report).some((finding) => finding.severity === 'refused' && finding.document === document)

/** A kind that nobody knows, while it is being typed. */
function isKindUnfinished({ before, after, document, documentBefore, outline }: Typed): boolean {
  if (outline.length !== 1 || !['kind', 'apiVersion'].includes(outline[0] ?? '')) return false
  const kindsIn = ({ objects }: Report, index: number | undefined): readonly ObjectReport[] =>
    objects.filter((object) => object.document === index && object.path.length === 0)
  const [object] = kindsIn(after.report, document)
  const [known] = kindsIn(before.report, documentBefore)
  if (!object || object.validity.schema !== undefined) return false
  return !known || known.validity.schema !== undefined
}

/** A line that ends after its key or its dash. */
const lacksValue = ({ after, cursorLine }: Typed): boolean =>
  /(?::|^ *-)[ \t]*$/.test(after.text.slice(cursorLine.from, cursorLine.to))

/** Findings that were not there before, at the same place of the same document by the same rule. */
function newFindings({ before, after, document, documentBefore }: Typed): readonly Finding[] {
  const shift = after.report.documents.length - before.report.documents.length
  const known = new Set(
    activeOf(before.report).map(({ rule, path, document: at }) => JSON.stringify([rule, at, pathText(path)])),
  )
  const indexBefore = (index: number): number | undefined => {
    if (index === document) return documentBefore
    return index < document ? index : index - shift
  }
  return activeOf(after.report).filter(
    ({ rule, path, document: at }) => !known.has(JSON.stringify([rule, indexBefore(at), pathText(path)])),
  )
}

const stepOf = ({ score }: Report, rule: string): ScoreStep | undefined =>
  score?.steps.find((step) => step.rule === rule)

const lossOf = (report: Report, rule: string): number => stepOf(report, rule)?.loss ?? 0

/** Whether a finding costs more than its rule did before, or makes a cluster refuse something. */
const lowers = ({ before, after }: Typed, { severity, rule }: Finding): boolean =>
  severity === 'refused' || lossOf(after.report, rule) > lossOf(before.report, rule)

/**
 * Whether a new finding comes from what is being typed: whatever refuses the object, what is at the place that is typed, and
 * what a half typed selector or label does to other documents.
 */
const isByTyping = (typed: Typed, finding: Finding): boolean =>
  finding.document !== typed.document || finding.severity === 'refused' || isAround(typed, finding)

/** Whether a finding is in what was typed, or about something that the cursor is in. */
function isAround(typed: Typed, { document, missing, path, range }: Finding): boolean {
  if (document !== typed.document) return false
  // Something that was removed is missing from now on, and finished: it shows at a key that nobody typed.
  if (missing) return typed.hasInsertion && intersect(range, typed.lines)
  return intersect(range, typed.lines) || intersect(range, typed.cursorLine) || isAbove(path, typed.outline)
}

const intersect = (left: Range, right: Range): boolean => left.from <= right.to && right.from <= left.to

/** Whether the keys of a path are the first ones of others. */
const isAbove = (path: Path, keys: readonly string[]): boolean => {
  const own = path.filter((step) => typeof step === 'string')
  return own.length > 0 && own.every((key, index) => key === keys[index])
}

/** Whether the new reading is worse on the whole: the same keys may also have put something right. */
const isWorse = ({ before, after }: Typed, found: readonly Finding[]): boolean =>
  found.some(({ severity }) => severity === 'refused') ||
  (after.report.score?.value ?? 100) < (before.report.score?.value ?? 100)

/** The checks that were skipped on an object before and fail on it now, while nothing at their place was typed. */
function newsOf(typed: Typed): readonly News[] {
  const { before, after, document, documentBefore } = typed
  const indexBefore = (index: number): number | undefined => (index === document ? documentBefore : index)
  const findings = new Map(after.report.findings.map((finding) => [finding.id, finding]))
  const skippedBefore = (object: ObjectReport): ReadonlySet<string> => {
    const known = before.report.objects.find(
      (other) =>
        other.id === object.id ||
        (other.document === indexBefore(object.document) && pathText(other.path) === pathText(object.path)),
    )
    const skipped = known?.verdicts.filter((verdict) => verdict.skipped !== undefined && !verdict.cannotTell)
    return new Set(skipped?.map(({ check }) => check))
  }
  const isElsewhere = (id: string): boolean => {
    const finding = findings.get(id)
    return !finding || !isAround(typed, finding)
  }
  const checks = after.report.objects.flatMap((object) => {
    const failed = object.verdicts.filter(
      (verdict) => verdict.skipped === undefined && verdict.findings.length > 0,
    )
    if (failed.length === 0) return []
    const skipped = skippedBefore(object)
    return failed
      .filter(({ check, findings: ids }) => skipped.has(check) && ids.every(isElsewhere))
      .map(({ check }) => check)
  })
  return [...new Set(checks)].map((check) => ({ check, before: stepOf(before.report, check) }))
}
