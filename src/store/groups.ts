import { groupBy } from '../engine/model/groupBy'
import type { DocumentReport, ObjectReport, Report } from '../engine/model/report'
import { memoizeLast } from './memoizeLast'
import { severityRank, severities } from '../engine/model/finding'
import type { GroupBy } from '../session/session'
import type { State } from './store'
import type { Severity, Finding } from '../engine/model/finding'

/** What is under one heading of the list. Ignored findings are never counted. */
export type Group = {
  readonly key: string
  readonly findings: readonly Finding[]
  readonly ignored: readonly Finding[]
} & (
  | { readonly by: 'object'; readonly object: ObjectReport }
  | { readonly by: 'document'; readonly index: number; readonly document: DocumentReport }
  | { readonly by: 'rule'; readonly rule: string }
  | { readonly by: 'severity'; readonly severity: Severity }
)

type Wanted = Pick<State, 'groupBy' | 'filter' | 'severities'>

export const groupsOf = (
  report: Report,
  { groupBy: grouped, filter, severities: chosen }: Wanted,
): readonly Group[] => {
  const objects = new Map(report.objects.map((object) => [object.id, object]))
  const matches = matcher(filter, objects, report.rules)
  const narrowed = filter.trim() !== '' || chosen.length > 0
  const findings = report.findings.filter(
    (finding) => matches(finding) && (chosen.length === 0 || chosen.includes(finding.severity)),
  )
  const groups = grouping[grouped](report, findings)
  return groups.filter((group) => !narrowed || group.findings.length + group.ignored.length > 0)
}

/** Every word of the filter has to occur somewhere in what a person sees of the finding. */
const matcher = (
  filter: string,
  objects: ReadonlyMap<string, ObjectReport>,
  rules: Report['rules'],
): ((finding: Finding) => boolean) => {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return () => true
  return (finding) => {
    const object = finding.object === undefined ? undefined : objects.get(finding.object)
    const seen = [
      finding.message,
      finding.rule,
      rules[finding.rule]?.title,
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
    return [{ by: 'document', key: `document ${index}`, index, document, ...split(own ?? []) }]
  })
  const objects = report.objects.map((object): Group => ({
    by: 'object',
    key: `object ${object.id}`,
    object,
    ...split(ofObject.get(object.id) ?? []),
  }))
  return [...documents, ...objects].sort((a, b) => startOf(a) - startOf(b))
}

const startOf = (group: Group): number => {
  if (group.by === 'object') return group.object.range.from
  // The row of a document comes before the objects in it.
  return group.by === 'document' ? group.document.range.from - 0.5 : 0
}

const byRule = (_: Report, findings: readonly Finding[]): readonly Group[] =>
  [...groupBy(findings, (finding) => finding.rule)]
    .map(([rule, own]): Group => ({ by: 'rule', key: `rule ${rule}`, rule, ...split(own) }))
    .sort((a, b) => worst(a) - worst(b))

const bySeverity = (_: Report, findings: readonly Finding[]): readonly Group[] => {
  const own = groupBy(findings, (finding) => finding.severity)
  return severities.flatMap((severity): readonly Group[] => {
    const group = own.get(severity)
    return group ? [{ by: 'severity', key: `severity ${severity}`, severity, ...split(group) }] : []
  })
}

const grouping: Record<GroupBy, (report: Report, findings: readonly Finding[]) => readonly Group[]> = {
  object: byObject,
  rule: byRule,
  severity: bySeverity,
}

const worst = (group: Group): number =>
  Math.min(9, ...group.findings.slice(0, 1).map((f) => severityRank(f.severity)))

/** Worst first, then in the order of the text. */
const split = (findings: readonly Finding[]): Pick<Group, 'findings' | 'ignored'> => ({
  findings: findings
    .filter((finding) => finding.ignored === undefined)
    .sort((a, b) => severityRank(a.severity) - severityRank(b.severity)),
  ignored: findings.filter((finding) => finding.ignored !== undefined),
})

const remembered = memoizeLast(
  (report: Report | undefined, by: GroupBy, filter: string, chosen: readonly Severity[]): readonly Group[] =>
    report ? groupsOf(report, { groupBy: by, filter, severities: chosen }) : [],
)

export const selectGroups = (state: State): readonly Group[] =>
  remembered(state.report, state.groupBy, state.filter, state.severities)
