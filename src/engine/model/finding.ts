import type { Change } from './change'
import type { Json } from './json'
import type { Path } from './path'
import type { Range } from './range'

/** Worst first. `refused`: a cluster would not take it. `advice`: fine, but one step short of good. */
export type Severity = (typeof severities)[number]

export const severities = ['refused', 'critical', 'warning', 'advice'] as const

/** 0 for the worst. */
export const severityRank = (severity: Severity): number => severities.indexOf(severity)

/** The worst of some severities; undefined for none. */
export const worstOf = (some: readonly Severity[]): Severity | undefined =>
  severities.find((severity) => some.includes(severity))

/**
 * kube-score's grade of one check on one object: 1 critical, 5 warning, 7 almost OK, 10 OK.
 * 0 stands only beside a skip, where a check never came to a grade.
 */
export type Grade = 0 | 1 | 5 | 7 | 10

/** Another place that has to do with a finding: the Service that selects the Pod, the first of two equal keys. */
export type Related = { readonly message: string; readonly range: Range }

/** What would mend a finding, as plain data: not yet proved. */
export type Proposal = {
  readonly title: string
  readonly safety: 'safe' | 'review'
  readonly note?: string
  /** `object`: the id of the object that is changed; paths are from its root. */
  readonly changes: readonly (Change & { readonly object: string })[]
  readonly adds: readonly Json[]
}

export type Finding = {
  /** Hash of check, object and path: the same finding keeps its id while the text around it changes. */
  readonly id: string
  /** Id of a check, or of a rule of reading (`yaml-syntax`, `duplicate-key`, …). */
  readonly check: string
  /** Index into `report.documents`. */
  readonly document: number
  /** Id of an object in `report.objects`; absent when the document could not be read as one. */
  readonly object?: string
  readonly severity: Severity
  /** What the finding is about inside its object: a container's name, a label's key, an Ingress path. */
  readonly subject?: string
  /** Where the cause stands or should stand, from the root of the document. */
  readonly path: Path
  /** True when nothing stands at `path` yet: `range` is then the nearest key that does exist. */
  readonly missing: boolean
  readonly range: Range
  /** One sentence that names the subject. */
  readonly message: string
  /** What follows from it, or what to do about it; shown when the finding is opened. */
  readonly advice?: string
  readonly related: readonly Related[]
  /** The first is the one to recommend. */
  readonly proposals?: readonly Proposal[]
  /** Why no edit can be right, and what to decide. */
  readonly unfixable?: string
  /** In place of the proposals, where those are left out: how sure the one to recommend is. */
  readonly mendable?: Proposal['safety']
  /** Why it is accepted, by an annotation or the settings: listed, never scored. */
  readonly ignored?: string
}

/** Something a passing check wants to say: the evidence behind an OK. */
export type Note = { readonly subject?: string; readonly message: string; readonly range: Range }

/** What one check says of one object. */
export type Verdict = {
  readonly check: string
  readonly grade: Grade
  /** Why the check does not count here; absent when it does. */
  readonly skipped?: string
  /** Ids of this verdict's findings, in the order the check met them. */
  readonly findings: readonly string[]
  readonly notes: readonly Note[]
}
