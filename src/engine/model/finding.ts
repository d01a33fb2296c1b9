import type { Path } from './path'
import type { Range } from './range'

/** Worst first. `refused`: the API server would reject it. `advice`: acceptable, but could be better. */
export const severities = ['refused', 'critical', 'warning', 'advice'] as const

export type Severity = (typeof severities)[number]

/** 0 for the worst severity. */
export const severityRank = (severity: Severity): number => severities.indexOf(severity)

/** The worst of some severities; undefined for none. */
export const worstOf = (some: readonly Severity[]): Severity | undefined =>
  severities.find((severity) => some.includes(severity))

/**
 * kube-score's grade of one check on one object: 1 critical, 5 warning, 7 almost OK, 10 OK.
 * 0 only with a skip: the check did not get as far as a grade.
 */
export type Grade = 0 | 1 | 5 | 7 | 10

/** Another place that explains a finding: the Service that selects the Pod, the first of two duplicate keys. */
type Related = { readonly message: string; readonly range: Range }

/** What a finding is about, in words: `container web`. `noun`: small, singular. */
export type Thing = { readonly noun: string; readonly name: string }

/** One problem at one place. */
export type Finding = {
  /** Hash of rule, object and path: the same finding keeps its id while the text around it changes. */
  readonly id: string
  /** Id of the rule that found it: a check (`container-image-tag`), or a rule of another source (`duplicate-key`). */
  readonly rule: string
  /** Id of the source the rule belongs to: `syntax`, `schema`, `kube-score`, … */
  readonly source: string
  /** Index into `report.documents`. */
  readonly document: number
  /** Id of an object in `report.objects`; absent when the document could not be read as one. */
  readonly object?: string
  readonly severity: Severity
  /** What in the object the finding is about: a container's name, a label's key, an Ingress path. */
  readonly subject?: string
  /** Where the cause is, or should be, from the root of the document. */
  readonly path: Path
  /** True when there is nothing at `path`: `range` is then the nearest key that exists. */
  readonly missing: boolean
  readonly range: Range
  /** One sentence that names the subject. */
  readonly message: string
  /**
   * What is wrong, without what it is wrong with, so that a list can say it once for several places: `No memory limit`.
   * Absent where the message says it best.
   */
  readonly title?: string
  readonly about?: Thing
  /** It is about an object that is simply not in the text: a NetworkPolicy, a budget, the Pods of a Service. */
  readonly mayBeElsewhere?: true
  /** The consequence, or what to do about it; shown when the finding is opened. */
  readonly advice?: string
  readonly related: readonly Related[]
  /** Why it is ignored, by an annotation or the settings: listed, never scored. */
  readonly ignored?: string
  /** Which finder reported it; absent for problems that reading the text reports. */
  readonly origin?: Origin
}

/** `finder`: index into the library's finders. `nth`: index among what that finder reports about the object. */
type Origin = { readonly finder: number; readonly nth: number }

/** Why a check passed. */
export type Note = { readonly subject?: string; readonly message: string; readonly range: Range }

/** The answer of one check on one object. */
export type Verdict = {
  readonly check: string
  readonly grade: Grade
  /** Why the check does not count here; absent when it does. */
  readonly skipped?: string
  /** It is skipped because something that it needs cannot be read. */
  readonly cannotTell?: true
  /** Ids of the findings, in the order in which the check reported them. */
  readonly findings: readonly string[]
  readonly notes: readonly Note[]
}
