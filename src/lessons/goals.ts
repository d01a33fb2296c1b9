import type { Finding } from '../engine/model/finding'
import type { ObjectReport, Report } from '../engine/model/report'
import type { Settings } from '../engine/model/settings'
import { stops } from '../engine/report/stops'
import type { Goal, Refuser, Topic } from './lesson'

/** What goals are compared with. */
export type Progress = {
  /** What the page is set to. */
  readonly settings: Settings
  /** The report on the reader’s text, with these settings. */
  readonly report: Report
  /** The report on the manifest that the step begins with, with the same settings. */
  readonly start: Report
  /** The report on the reader’s text with other settings. */
  readonly reportWith: (settings: Settings) => Report
}

/** Whether each goal holds, in their order. Total: any text has an answer. */
export const goalsThatHold = (goals: readonly Goal[], progress: Progress): readonly boolean[] => {
  const own = new Set(goals.flatMap((goal) => ('passes' in goal ? goal.passes : [])))
  return goals.map((goal) => holds(goal, own, progress))
}

/** `own`: the checks that the step is about. */
const holds = (goal: Goal, own: ReadonlySet<string>, progress: Progress): boolean => {
  const { report, start, settings, reportWith } = progress
  if ('passes' in goal) return goal.passes.every((check) => passesIn(report, check))
  if ('nothingWorse' in goal) return isNothingWorse(report, start, own)
  if ('deployable' in goal) return report.objects.length > 0 && !stops(report)
  if ('objects' in goal) return goal.objects.every((named) => hasObject(report, named))
  if ('finds' in goal) return goal.finds.every((rule) => hasFinding(report, rule))
  if ('settings' in goal) return isSetLike(settings, goal.settings)
  if (!goal.versions) return isAccepted(report)
  return goal.versions.every((kubernetesVersion) =>
    isAccepted(reportWith({ ...settings, kubernetesVersion })),
  )
}

/**
 * Whether a check looks at something in a text and has nothing to say about any of it. Where it is ignored or disabled, it
 * looks at nothing, and what is ignored is a finding all the same.
 */
export const passesIn = (report: Report, check: string): boolean =>
  report.objects.some(({ verdicts }) =>
    verdicts.some((verdict) => verdict.check === check && verdict.skipped === undefined),
  ) && !hasFinding(report, check)

/** Whether all checks of a topic pass. */
export const topicPasses = (report: Report, { checks }: Topic): boolean =>
  checks.every((check) => passesIn(report, check))

const hasFinding = ({ findings }: Report, rule: string): boolean =>
  findings.some((finding) => finding.rule === rule)

const canBeRead = ({ documents }: Report): boolean => documents.every(({ status }) => status !== 'broken')

/** An empty text is no solution of anything. */
const isAccepted = (report: Report): boolean =>
  report.objects.length > 0 && canBeRead(report) && refuserOf(report) === 'nobody'

/** The same object in another version of its API is the same object: a step may be about just that. */
const nameOf = ({ kind, namespace, name }: ObjectReport): string => `${kind}/${namespace}/${name}`

const isNothingWorse = (report: Report, start: Report, own: ReadonlySet<string>): boolean => {
  const objects = new Set(report.objects.map(nameOf))
  const known = new Set(worstFindings(start))
  return (
    canBeRead(report) &&
    start.objects.every((object) => objects.has(nameOf(object))) &&
    worstFindings(report, own).every((finding) => known.has(finding))
  )
}

/** The refused and critical findings by rule and object; ignored ones too, because ignoring is no fix. */
const worstFindings = (report: Report, except: ReadonlySet<string> = new Set()): readonly string[] => {
  const names = new Map(report.objects.map((object) => [object.id, nameOf(object)]))
  const objectOf = ({ object }: Finding): string => names.get(object ?? '') ?? ''
  return report.findings
    .filter(({ rule, severity }) => !except.has(rule) && ['refused', 'critical'].includes(severity))
    .map((finding) => `${finding.rule} ${objectOf(finding)}`)
}

/** `named`: `Kind/name` or `group/version/Kind/name`. */
const hasObject = ({ objects }: Report, named: string): boolean => {
  const [name = '', kind, ...version] = named.split('/').toReversed()
  const apiVersion = version.toReversed().join('/')
  return objects.some(
    (object) =>
      object.name === name &&
      object.kind === kind &&
      (apiVersion === '' || object.apiVersion === apiVersion) &&
      object.validity.schema !== undefined,
  )
}

const isSetLike = (settings: Settings, wanted: Partial<Settings>): boolean =>
  JSON.stringify({ ...settings, ...wanted }) === JSON.stringify(settings)

/**
 * The first that refuses what a report is about. A duplicate key is refused by the YAML reader: once the text is read, only
 * one of the two values is left, so nobody after it can know. The same goes for an object without a kind, of which nobody
 * can say what it should be.
 */
export const refuserOf = ({ findings, rules }: Report): Refuser => {
  const refusing = findings.filter(({ severity }) => severity === 'refused')
  const sources = new Set(refusing.map(({ rule }) => rules[rule]?.source))
  if (sources.has('syntax')) return 'YAML reader'
  if (sources.has('schema')) return 'schema'
  return sources.size > 0 ? 'API server' : 'nobody'
}
