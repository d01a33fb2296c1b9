import { worstOf, type Finding } from '../engine/model/finding'
import { addTo } from '../engine/model/groupBy'
import { once } from '../engine/model/lookup'
import type { ObjectReport, Report } from '../engine/model/report'

/** A finding of an earlier report. `object`: its id, or '' for what is about a document. */
export type BaselineEntry = {
  readonly file: string
  readonly rule: string
  readonly object: string
  readonly message: string
  readonly id: string
}

/**
 * `files`: the names of all files that are read, in this set and in others. `followsRenames`: an entry of a file that is no
 * longer read counts for every file, because it may have been renamed; only where one set has all files, or it would count
 * in each of them.
 */
export type KnownFindings = {
  readonly entries: readonly BaselineEntry[]
  readonly files: readonly string[]
  readonly followsRenames: boolean
}

type FileOf = (finding: Finding) => string

/** The findings of a report that count, as a baseline keeps them. */
export const entriesOf = ({ findings }: Report, fileOf: FileOf): readonly BaselineEntry[] =>
  findings.filter(({ ignored }) => ignored === undefined).map((finding) => entryOf(finding, fileOf))

const entryOf = (finding: Finding, fileOf: FileOf): BaselineEntry => ({
  file: fileOf(finding),
  rule: finding.rule,
  object: finding.object ?? '',
  message: finding.message,
  id: finding.id,
})

const reason = 'The baseline has this finding.'

/**
 * The report in which findings of a baseline are ignored, and the indexes of the entries that were found. A finding is
 * known by its id and what it says; then by what it says, because the path to it, of which the id is made, changes when a
 * container is added before; then by its id, because a value in what it says can change. Each entry counts once.
 */
export function withoutKnown(
  report: Report,
  baseline: KnownFindings,
  fileOf: FileOf,
): { readonly report: Report; readonly found: readonly number[] } {
  const { entries, followsRenames } = baseline
  const { read, passes } = preparedOf(baseline)
  const found = new Set<number>()
  const known = new Set<Finding>()
  const match = (finding: Finding, among: readonly number[] = []): void => {
    const file = fileOf(finding)
    const free = among.filter((index) => !found.has(index))
    const index =
      free.find((one) => entries[one]?.file === file) ??
      (followsRenames ? free.find((one) => !read.has(entries[one]?.file ?? '')) : undefined)
    if (index === undefined) return
    found.add(index)
    known.add(finding)
  }
  const counting = report.findings
    .filter(({ ignored }) => ignored === undefined)
    .map((finding) => ({ finding, entry: entryOf(finding, fileOf) }))
  for (const { keyOf, indexes } of passes)
    for (const { finding, entry } of counting)
      if (!known.has(finding)) match(finding, indexes.get(keyOf(entry)))
  return { report: known.size === 0 ? report : ignoring(report, known), found: [...found] }
}

const messageKey = ({ rule, object, message }: BaselineEntry): string => [rule, object, message].join('\0')

const wholeKey = (entry: BaselineEntry): string => `${entry.id}\0${messageKey(entry)}`

/** Worked out once for all sets. */
const preparedOf = once(({ entries, files }: KnownFindings) => ({
  read: new Set(files),
  passes: [wholeKey, messageKey, ({ id }: BaselineEntry) => id].map((keyOf) => ({
    keyOf,
    indexes: indexed(entries, keyOf),
  })),
}))

function indexed(
  entries: readonly BaselineEntry[],
  keyOf: (entry: BaselineEntry) => string,
): ReadonlyMap<string, readonly number[]> {
  const indexes = new Map<string, number[]>()
  for (const [index, entry] of entries.entries()) addTo(indexes, keyOf(entry), index)
  return indexes
}

/** The report with some findings ignored. The score stays: it says how good the text is, not what is new in it. */
function ignoring(report: Report, known: ReadonlySet<Finding>): Report {
  const findings = report.findings.map((finding) =>
    known.has(finding) ? { ...finding, ignored: reason } : finding,
  )
  const counting = new Map<string, Finding[]>()
  for (const finding of findings)
    if (finding.ignored === undefined && finding.object !== undefined)
      addTo(counting, finding.object, finding)
  const ids = new Set([...known].map(({ id }) => id))
  return {
    ...report,
    findings,
    objects: report.objects.map((object) => regraded(object, counting.get(object.id) ?? [], ids)),
  }
}

function regraded(
  object: ObjectReport,
  counting: readonly Finding[],
  known: ReadonlySet<string>,
): ObjectReport {
  const worst = worstOf(counting.map(({ severity }) => severity))
  return {
    ...object,
    grade: worst ?? (object.isSupportedKind ? 'passed' : 'unchecked'),
    verdicts: object.verdicts.map((verdict) =>
      verdict.skipped === undefined &&
      verdict.findings.length > 0 &&
      verdict.findings.every((id) => known.has(id))
        ? { ...verdict, skipped: reason }
        : verdict,
    ),
  }
}
