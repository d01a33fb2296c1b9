import type { Grade, Severity, Thing } from '../model/finding'
import type { Path } from '../model/path'
import type { KubernetesObject } from '../objects/readObjects'

/** One thing a finder reports. `note`: the evidence of a check that passes. */
export type Diagnostic = {
  readonly rule: string
  readonly severity: Severity | 'note'
  /** From the root of the object; may end where nothing is written yet. */
  readonly at: Path
  /** The key at the end of the path is what is wrong, not its value. */
  readonly isAboutKey?: true
  /** What it is about, as kube-score names it: a container's name, a label's key, or '' for the whole object. */
  readonly subject?: string
  readonly message: string
  /** What is wrong, without its subject; see `Finding`. */
  readonly title?: string
  readonly about?: Thing
  readonly mayBeElsewhere?: true
  readonly advice?: string
  readonly related?: readonly RelatedPath[]
  /** Of diagnostics about the same path those of the highest precedence stay. Absent: it always stays. */
  readonly precedence?: Precedence
}

export type RelatedPath = {
  readonly object: KubernetesObject
  readonly at: Path
  readonly message: string
}

/** 1: a guess of the reader, without a schema. 2: what a schema says. 3: a placeholder, whatever its type. */
export type Precedence = 1 | 2 | 3

/** What a finder made of one object. */
export type Outcome = {
  readonly diagnostics: readonly Diagnostic[]
  /** Why a check does not apply after all, with the grade kube-score records beside the skip. */
  readonly skip?: Skip
}

export type Skip = { readonly skipped: string; readonly grade: Grade }
