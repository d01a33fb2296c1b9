import type { Change } from '../edits/applyChange'
import type { Path, Range } from './range'
import type { Json, KindSchema } from '../schema/schema'

/** Worst first. `refused`: a cluster would not take it. `advice`: fine, but one step short of good. */
export type Severity = 'refused' | 'critical' | 'warning' | 'advice'

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
  readonly silenced?: string
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

/** What the API says of an object. */
export type ObjectValidity = {
  /** `error`: it could not be judged: nobody serves it, or what was read is not whole. */
  readonly status: 'valid' | 'invalid' | 'error' | 'skipped'
  /** Whose schema it was held against; absent without one. */
  readonly schema?: KindSchema['origin']
  /** Why it was skipped, in a sentence. */
  readonly skipped?: string
}

export type ObjectReport = {
  /** `Kind/apiVersion/namespace/name`, with `~2`, `~3`, … for repeated ones. */
  readonly id: string
  readonly apiVersion: string
  readonly kind: string
  readonly namespace: string
  readonly name: string
  /** Index into `report.documents`. */
  readonly document: number
  /** Where the object stands in its document: empty, or `['items', 3]` inside a List. */
  readonly path: Path
  /** The whole object. */
  readonly range: Range
  /** The value of `metadata.name`, or the nearest key to it. */
  readonly nameRange: Range
  readonly validity: ObjectValidity
  /** Whether the checks know this kind of object. */
  readonly known: boolean
  /** Worst severity among the findings that count; `passed` without any; `unjudged` when the kind is not known either. */
  readonly grade: Severity | 'passed' | 'unjudged'
  /** One per check that looks at this kind of object, in the order of the checks. */
  readonly verdicts: readonly Verdict[]
}

export type DocumentReport = {
  /** `read`: its objects are scored. `empty`: nothing but comments. `broken`: its findings say why. */
  readonly status: 'read' | 'empty' | 'broken'
  readonly range: Range
  /** The template a `# Source:` comment of a rendered chart names. */
  readonly source?: string
}

/** One line of the score's working: what one check takes away. */
export type ScoreStep = {
  readonly check: string
  /** Worst severity the check found. */
  readonly severity: Severity
  /** Distinct objects (or documents) with a finding of this check. */
  readonly affected: number
  /** Distinct objects (or documents) the check looked at. */
  readonly judged: number
  /** Share of what was left that this check takes, 0 to 1. */
  readonly loss: number
  /** What is left after it, 0 to 100, not rounded. */
  readonly after: number
}

export type Letter = 'A+' | 'A' | 'B' | 'C' | 'D' | 'E' | 'F'

export type Score = {
  /** 0 to 100, whole; 100 exactly when nothing was found. */
  readonly value: number
  readonly letter: Letter
  /** The working, in the order of the checks. */
  readonly steps: readonly ScoreStep[]
  /** Set when something a cluster would refuse, or text that cannot be read, keeps the score down. */
  readonly cap?: { readonly value: number; readonly reason: 'refused' | 'unreadable' }
}

/** Everything the engine has to say about one text. Plain data, in text order, equal for equal input. */
export type Report = {
  readonly documents: readonly DocumentReport[]
  readonly objects: readonly ObjectReport[]
  /** The titles of all checks and rules of reading, by id. */
  readonly titles: Readonly<Record<string, string>>
  /** By position in the text, then by order of the checks. Silenced ones are included. */
  readonly findings: readonly Finding[]
  /** Absent when nothing could be judged. */
  readonly score?: Score
}
