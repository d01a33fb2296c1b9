import type { Range } from './range'
import type { Path } from './path'
import type { Finding, Severity, Verdict } from './finding'

/**
 * Where the schema of an object comes from. `kubernetes`: the API itself; `bundled`: a custom resource the playground
 * knows; `definition`: a CustomResourceDefinition in the text; `file`: a JSON Schema that a person added.
 */
export type SchemaOrigin = 'kubernetes' | 'bundled' | 'definition' | 'file'

/** Whether the form of an object is what its schema says. */
export type ObjectValidity = {
  /** `error`: it could not be checked: no schema counts for it, or it was not read as a whole. */
  readonly status: 'valid' | 'invalid' | 'error' | 'skipped'
  /** Absent without a schema. */
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
  /** From the root of the document: empty, or `['items', 3]` inside a List. */
  readonly path: Path
  /** The whole object. */
  readonly range: Range
  /** The value of `metadata.name`, or the nearest key to it. */
  readonly nameRange: Range
  readonly validity: ObjectValidity
  /** Whether the checks support this kind of object. */
  readonly isSupportedKind: boolean
  /** The worst severity among the findings that count; without any `passed`, or `unchecked` for an unsupported kind. */
  readonly grade: Severity | 'passed' | 'unchecked'
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

/** One step of the calculation of the score: what one rule removes. */
export type ScoreStep = {
  readonly rule: string
  /** The worst severity that the rule found. */
  readonly severity: Severity
  /** How many distinct objects (or documents) have a finding of this rule. */
  readonly affected: number
  /** How many distinct objects (or documents) the rule looked at. */
  readonly total: number
  /** The share of the remaining score that this rule removes, 0 to 1. */
  readonly loss: number
  /** What remains after it, 0 to 100, not rounded. */
  readonly after: number
}

export type Letter = 'A+' | 'A' | 'B' | 'C' | 'D' | 'E' | 'F'

export type Score = {
  /** 0 to 100, whole; 100 exactly when nothing was found. */
  readonly value: number
  readonly letter: Letter
  /** The calculation, in the order of the rules. */
  readonly steps: readonly ScoreStep[]
  /** Set when something the API server would refuse, or text that cannot be read, limits the score. */
  readonly cap?: { readonly value: number; readonly reason: 'refused' | 'unreadable' }
}

/** What a report says about a rule. `isCheck`: settings and annotations can ignore it. */
export type RuleSummary = {
  readonly title: string
  /** Id of the source it belongs to. */
  readonly source: string
  readonly isCheck: boolean
  /** Off unless a setting or an annotation enables it. */
  readonly isOptional: boolean
}

/** Everything the engine has to say about one text. Plain data, in text order, equal for equal input. */
export type Report = {
  readonly documents: readonly DocumentReport[]
  readonly objects: readonly ObjectReport[]
  /** All rules by id, in their order, whether they found something or not. */
  readonly rules: Readonly<Record<string, RuleSummary>>
  /** By position in the text, then by the order of the rules. Ignored ones are included. */
  readonly findings: readonly Finding[]
  /** Absent when no check applied. */
  readonly score?: Score
}
