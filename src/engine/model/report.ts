import type { Range } from './range'
import type { Path } from './path'
import type { Finding, Severity, Verdict } from './finding'

/**
 * Where the schema of an object comes from. `kubernetes`: the API itself; `bundled`: a custom resource that comes with the
 * playground; `definition`: a CustomResourceDefinition in the text; `file`: a JSON Schema that a person added.
 */
export type SchemaOrigin = 'kubernetes' | 'bundled' | 'definition' | 'file'

/** Whether an object is valid against its schema. */
export type ObjectValidity = {
  /** `error`: it could not be validated, because there is no schema or because part of it could not be read. */
  readonly status: 'valid' | 'invalid' | 'error' | 'skipped'
  /** Absent without a schema. */
  readonly schema?: SchemaOrigin
  /** Why it was skipped, in a sentence. */
  readonly skipped?: string
}

/**
 * What a cluster of the chosen version would do with an object. `unknown`: the API of Kubernetes does not have its kind, so
 * that what is installed in the cluster decides.
 */
export type Admission = 'accepted' | 'refused' | 'unknown'

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
  /** The value of `metadata.name`, or the nearest key that exists. */
  readonly nameRange: Range
  readonly validity: ObjectValidity
  /** Absent as long as the report does not know the rules of the API server. */
  readonly admission?: Admission
  /** Whether the checks support this kind of object. */
  readonly isSupportedKind: boolean
  /** The worst severity that counts. Without findings, `passed`, or `unchecked` for a kind that the checks do not support. */
  readonly grade: Severity | 'passed' | 'unchecked'
  /** One per check that applies to this kind of object, in the order of the checks. */
  readonly verdicts: readonly Verdict[]
}

export type DocumentReport = {
  /** `read`: its objects are scored. `empty`: it has only comments. `broken`: its findings say why. */
  readonly status: 'read' | 'empty' | 'broken'
  readonly range: Range
  /** The template that is named in a `# Source:` comment, as in the output of `helm template`. */
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
  /** A whole number from 0 to 100; 100 only without findings. */
  readonly value: number
  readonly letter: Letter
  /** The calculation, in the order of the rules. */
  readonly steps: readonly ScoreStep[]
  /** Set when the API server would refuse something, or some text cannot be read: either limits the score. */
  readonly cap?: { readonly value: number; readonly reason: 'refused' | 'unreadable' }
}

/** What a rule is good for, or, for `valid`, that a cluster accepts the text at all. */
export const topics = ['reliable', 'secure', 'efficient', 'connected', 'valid'] as const

export type Topic = (typeof topics)[number]

/** How a list says at once what a rule finds about one thing. */
export type OneRow = {
  /** The title of the row when everything that the rule looks for is missing: `No resource requests or limits`. */
  readonly title: string
  /** How many findings that is. */
  readonly count: number
  /** What fixes all of them: `Set requests and limits`. */
  readonly fix: string
}

/** A rule as a report lists it. `isCheck`: settings and annotations can ignore it. */
export type RuleSummary = {
  readonly title: string
  readonly topic: Topic
  /** Id of the source it belongs to. */
  readonly source: string
  readonly oneRow?: OneRow
  readonly isCheck: boolean
  /** Those that it can find, worst first. */
  readonly severities: readonly Severity[]
  /** Off unless a setting or an annotation enables it. */
  readonly isOptional: boolean
}

/** The result for a whole text. Plain data, in the order of the text, equal for equal input. */
export type Report = {
  readonly documents: readonly DocumentReport[]
  readonly objects: readonly ObjectReport[]
  /** All rules by id, in their order, with and without findings. */
  readonly rules: Readonly<Record<string, RuleSummary>>
  /** By position in the text, then by the order of the rules. Ignored ones are included. */
  readonly findings: readonly Finding[]
  /** Absent when no check applied. */
  readonly score?: Score
  /**
   * How many objects a cluster would accept. Absent as long as the report does not know the rules of the API server: its
   * score can still fall.
   */
  readonly admission?: Readonly<Record<Admission, number>>
}
