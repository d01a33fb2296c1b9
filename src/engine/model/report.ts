import type { Range } from './range'
import type { Path } from './path'
import type { Finding, Severity, Verdict } from './finding'

/**
 * Whose schema an object is held against. `kubernetes`: the API itself; `bundled`: a custom resource the playground
 * knows; `definition`: a CustomResourceDefinition in the text; `file`: a JSON Schema that a person brought along.
 */
export type SchemaOrigin = 'kubernetes' | 'bundled' | 'definition' | 'file'

/** What the API says of an object. */
export type ObjectValidity = {
  /** `error`: it could not be judged: nobody serves it, or what was read is not whole. */
  readonly status: 'valid' | 'invalid' | 'error' | 'skipped'
  /** Whose schema it was held against; absent without one. */
  readonly schema?: SchemaOrigin
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
  readonly isSupportedKind: boolean
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
