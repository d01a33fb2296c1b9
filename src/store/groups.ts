import { severities, severityRank, type Finding, type Severity } from '../engine/model/finding'
import { groupBy } from '../engine/model/groupBy'
import {
  topics,
  type DocumentReport,
  type ObjectReport,
  type Report,
  type Topic,
} from '../engine/model/report'
import { rowsOf, type Row } from '../engine/report/rows'
import type { GroupBy } from '../session/session'
import { memoizeLast } from './memoizeLast'
import { selectShown } from './selectors'
import type { State } from './store'

/** What is under one heading of the list. Ignored findings are never counted. */
export type Group = {
  readonly key: string
  readonly rows: readonly Row[]
  readonly ignored: readonly Finding[]
} & (
  | { readonly by: 'object'; readonly object: ObjectReport }
  | { readonly by: 'document'; readonly index: number; readonly document: DocumentReport }
  /** All rows, those of a check next to each other: they name it themselves. */
  | { readonly by: 'rule' }
  | { readonly by: 'severity'; readonly severity: Severity }
  | { readonly by: 'topic'; readonly topic: Topic }
)

type Wanted = Pick<State, 'groupBy' | 'filter' | 'severities' | 'elsewhere'>

/** The findings of a report as the list shows them, the worst groups first. */
export const groupsOf = (
  report: Report,
  { groupBy: grouped, filter, severities: chosen, elsewhere }: Wanted,
): readonly Group[] => {
  const objects = new Map(report.objects.map((object) => [object.id, object]))
  const matches = matcher(filter, objects, report.rules)
  const narrowed = filter.trim() !== '' || chosen.length > 0 || elsewhere
  const findings = report.findings.filter(
    (finding) => matches(finding) && (!elsewhere || finding.mayBeElsewhere === true),
  )
  const groups = grouping[grouped](report, findings).map((group) =>
    chosen.length === 0
      ? group
      : { ...group, rows: group.rows.filter(({ severity }) => chosen.includes(severity)) },
  )
  return groups.filter(({ rows, ignored }) => !narrowed || rows.length + ignored.length > 0)
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
      finding.title,
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
  const content = contentOf(report, 'object')
  const ofObject = groupBy(findings, (finding) => finding.object ?? '')
  const ofDocument = groupBy(ofObject.get('') ?? [], (finding) => finding.document)
  const documents = report.documents.flatMap((document, index): readonly Group[] => {
    const own = ofDocument.get(index)
    if (!own && document.status !== 'broken') return []
    return [{ by: 'document', key: `document ${index}`, index, document, ...content(own ?? []) }]
  })
  const objects = report.objects.map((object): Group => ({
    by: 'object',
    key: `object ${object.id}`,
    object,
    ...content(ofObject.get(object.id) ?? []),
  }))
  return [...documents, ...objects].sort((a, b) => worst(a) - worst(b) || startOf(a) - startOf(b))
}

const startOf = (group: Group): number => {
  if (group.by === 'object') return group.object.range.from
  // The row of a document comes before the objects in it.
  return group.by === 'document' ? group.document.range.from - 0.5 : 0
}

/** What cannot be read counts as much as what is refused; what has nothing to fix comes last. */
const worst = (group: Group): number => {
  if (group.by === 'document' && group.document.status === 'broken') return 0
  const [first] = group.rows
  return first ? severityRank(first.severity) : severities.length
}

const byRule = (report: Report, findings: readonly Finding[]): readonly Group[] => {
  const { rows, ignored } = contentOf(report, 'text')(findings)
  const sorted = [...groupBy(rows, ({ rule }) => rule).values()].flat()
  return sorted.length + ignored.length === 0 ? [] : [{ by: 'rule', key: 'rule', rows: sorted, ignored }]
}

const bySeverity = (report: Report, findings: readonly Finding[]): readonly Group[] => {
  const { rows, ignored } = contentOf(report, 'text')(findings)
  const own = groupBy(rows, ({ severity }) => severity)
  const ignoredOf = groupBy(ignored, ({ severity }) => severity)
  return severities.flatMap((severity): readonly Group[] => {
    const group = { rows: own.get(severity) ?? [], ignored: ignoredOf.get(severity) ?? [] }
    if (group.rows.length + group.ignored.length === 0) return []
    return [{ by: 'severity', key: `severity ${severity}`, severity, ...group }]
  })
}

const byTopic = (report: Report, findings: readonly Finding[]): readonly Group[] => {
  const content = contentOf(report, 'text')
  const own = groupBy(findings, (finding) => report.rules[finding.rule]?.topic ?? 'valid')
  return topics.flatMap((topic): readonly Group[] => {
    const group = own.get(topic)
    return group ? [{ by: 'topic', key: `topic ${topic}`, topic, ...content(group) }] : []
  })
}

const grouping: Record<GroupBy, (report: Report, findings: readonly Finding[]) => readonly Group[]> = {
  object: byObject,
  rule: byRule,
  severity: bySeverity,
  topic: byTopic,
}

type Content = Pick<Group, 'rows' | 'ignored'>

const none: Content = { rows: [], ignored: [] }

const contentOf =
  ({ rules }: Report, scope: 'object' | 'text') =>
  (findings: readonly Finding[]): Content =>
    findings.length === 0
      ? none
      : {
          rows: rowsOf(
            findings.filter(({ ignored }) => ignored === undefined),
            rules,
            scope,
          ),
          ignored: findings.filter(({ ignored }) => ignored !== undefined),
        }

const remembered = memoizeLast(
  (
    report: Report | undefined,
    by: GroupBy,
    filter: string,
    chosen: readonly Severity[],
    elsewhere: boolean,
  ): readonly Group[] =>
    report ? groupsOf(report, { groupBy: by, filter, severities: chosen, elsewhere }) : [],
)

export const selectGroups = (state: State): readonly Group[] =>
  remembered(selectShown(state), state.groupBy, state.filter, state.severities, state.elsewhere)
