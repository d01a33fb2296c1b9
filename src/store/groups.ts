import { groupBy } from '../engine/model/groupBy'
import type { DocumentReport, ObjectReport, Report } from '../engine/model/report'
import { remember } from './remember'
import { severityRank, severities } from '../engine/model/finding'
import type { GroupBy, State } from './store'
import type { Severity, Finding } from '../engine/model/finding'

/** What stands under one heading of the list. `accepted` are the silenced ones: never counted. */
export type Group = {
  readonly key: string
  readonly findings: readonly Finding[]
  readonly accepted: readonly Finding[]
} & (
  | { readonly by: 'object'; readonly object: ObjectReport }
  | { readonly by: 'document'; readonly index: number; readonly document: DocumentReport }
  | { readonly by: 'check'; readonly check: string }
  | { readonly by: 'severity'; readonly severity: Severity }
)

type Wanted = Pick<State, 'groupBy' | 'filter' | 'severities'>

export const groupsOf = (
  report: Report,
  { groupBy: grouped, filter, severities: chosen }: Wanted,
): readonly Group[] => {
  const objects = new Map(report.objects.map((object) => [object.id, object]))
  const matches = matcher(filter, objects, report.titles)
  const narrowed = filter.trim() !== '' || chosen.length > 0
  const findings = report.findings.filter(
    (finding) => matches(finding) && (chosen.length === 0 || chosen.includes(finding.severity)),
  )
  const groups = grouping[grouped](report, findings)
  return groups.filter((group) => !narrowed || group.findings.length + group.accepted.length > 0)
}

/** Every word of the filter has to occur somewhere in what a person sees of the finding. */
const matcher = (
  filter: string,
  objects: ReadonlyMap<string, ObjectReport>,
  titles: Report['titles'],
): ((finding: Finding) => boolean) => {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return () => true
  return (finding) => {
    const object = finding.object === undefined ? undefined : objects.get(finding.object)
    const seen = [
      finding.message,
      finding.check,
      titles[finding.check],
      finding.subject,
      finding.severity,
      object?.kind,
      object?.name,
      object?.namespace,
    ]
    const haystack = seen.join('\n').toLowerCase()
    return words.every((word) => haystack.includes(word))
  }
}

const byObject = (report: Report, findings: readonly Finding[]): readonly Group[] => {
  const ofObject = groupBy(findings, (finding) => finding.object ?? '')
  const ofDocument = groupBy(ofObject.get('') ?? [], (finding) => finding.document)
  const documents = report.documents.flatMap((document, index): readonly Group[] => {
    const own = ofDocument.get(index)
    if (!own && document.status !== 'broken') return []
    return [{ by: 'document', key: `document ${index}`, index, document, ...parted(own ?? []) }]
  })
  const objects = report.objects.map((object): Group => ({
    by: 'object',
    key: `object ${object.id}`,
    object,
    ...parted(ofObject.get(object.id) ?? []),
  }))
  return [...documents, ...objects].sort((a, b) => startOf(a) - startOf(b))
}

const startOf = (group: Group): number => {
  if (group.by === 'object') return group.object.range.from
  // The row of a document comes before the objects in it.
  return group.by === 'document' ? group.document.range.from - 0.5 : 0
}

const byCheck = (_: Report, findings: readonly Finding[]): readonly Group[] =>
  [...groupBy(findings, (finding) => finding.check)]
    .map(([check, own]): Group => ({ by: 'check', key: `check ${check}`, check, ...parted(own) }))
    .sort((a, b) => worst(a) - worst(b))

const bySeverity = (_: Report, findings: readonly Finding[]): readonly Group[] => {
  const own = groupBy(findings, (finding) => finding.severity)
  return severities.flatMap((severity): readonly Group[] => {
    const group = own.get(severity)
    return group ? [{ by: 'severity', key: `severity ${severity}`, severity, ...parted(group) }] : []
  })
}

const grouping: Record<GroupBy, (report: Report, findings: readonly Finding[]) => readonly Group[]> = {
  object: byObject,
  check: byCheck,
  severity: bySeverity,
}

const worst = (group: Group): number =>
  Math.min(9, ...group.findings.slice(0, 1).map((f) => severityRank(f.severity)))

/** Worst first, then as they stand in the text. */
const parted = (findings: readonly Finding[]): Pick<Group, 'findings' | 'accepted'> => ({
  findings: findings
    .filter((finding) => finding.ignored === undefined)
    .sort((a, b) => severityRank(a.severity) - severityRank(b.severity)),
  accepted: findings.filter((finding) => finding.ignored !== undefined),
})

const remembered = remember(
  (report: Report | undefined, by: GroupBy, filter: string, chosen: readonly Severity[]): readonly Group[] =>
    report ? groupsOf(report, { groupBy: by, filter, severities: chosen }) : [],
)

export const selectGroups = (state: State): readonly Group[] =>
  remembered(state.report, state.groupBy, state.filter, state.severities)
