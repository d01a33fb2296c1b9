import type { Path } from './path'
import type { Range } from './range'

/** Worst first. `refused`: the API server would reject it. `advice`: fine, but one step short of good. */
export const severities = ['refused', 'critical', 'warning', 'advice'] as const

export type Severity = (typeof severities)[number]

/** 0 for the worst. */
export const severityRank = (severity: Severity): number => severities.indexOf(severity)

/** The worst of some severities; undefined for none. */
export const worstOf = (some: readonly Severity[]): Severity | undefined =>
  severities.find((severity) => some.includes(severity))

/**
 * kube-score's grade of one check on one object: 1 critical, 5 warning, 7 almost OK, 10 OK.
 * 0 only goes with a skip, where a check never came to a grade.
 */
export type Grade = 0 | 1 | 5 | 7 | 10

/** Another place that has to do with a finding: the Service that selects the Pod, the first of two equal keys. */
type Related = { readonly message: string; readonly range: Range }

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
  /** What the finding is about inside its object: a container's name, a label's key, an Ingress path. */
  readonly subject?: string
  /** Where the cause is, or should be, from the root of the document. */
  readonly path: Path
  /** True when nothing is at `path` yet: `range` is then the nearest key that does exist. */
  readonly missing: boolean
  readonly range: Range
  /** One sentence that names the subject. */
  readonly message: string
  /** The consequence, or what to do about it; shown when the finding is opened. */
  readonly advice?: string
  readonly related: readonly Related[]
  /** Why it is ignored, by an annotation or the settings: listed, never scored. */
  readonly ignored?: string
  /** How to find again what reported it; absent for problems of reading, which no rule has to be run for. */
  readonly origin?: Origin
}

/** `finder`: index into the library's finders. `nth`: index among what that finder reports on the object. */
type Origin = { readonly finder: number; readonly nth: number }

/** Something a passing check wants to say: the evidence behind an OK. */
export type Note = { readonly subject?: string; readonly message: string; readonly range: Range }

/** The answer of one check on one object. */
export type Verdict = {
  readonly check: string
  readonly grade: Grade
  /** Why the check does not count here; absent when it does. */
  readonly skipped?: string
  /** Ids of this verdict's findings, in the order the check met them. */
  readonly findings: readonly string[]
  readonly notes: readonly Note[]
}
