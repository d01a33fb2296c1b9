import type { Finding } from '../model/finding'
import type { Check } from './check'
import type { Remedy } from './remedy'
import type { Finder, Rule } from './rule'

/** Where findings come from. A new source is a folder and a line in the list of sources. */
export type Source = {
  readonly id: string
  readonly title: string
  /** In the order in which reports list them. */
  readonly rules: readonly Rule[]
  /** What looks at objects. Empty when reading the text reports everything under these rules. */
  readonly finders: readonly Finder[]
  /** With it, a report says which objects a cluster would accept. */
  readonly decidesAdmission?: true
  /**
   * The finders as checks: each gives every object that it applies to a verdict, and can be disabled, enabled and ignored
   * by settings and annotations. Absent for a source whose findings always count.
   */
  readonly checks?: readonly Check[]
  /** Loads what proposes fixes for what reading the text reports under these rules. */
  readonly loadProblemFix?: () => Promise<FindProblemRemedy>
}

/** The remedy for a problem of reading. `text`: that of its document; ranges and edits are relative to it. */
export type FindProblemRemedy = (finding: Finding, text: string) => Remedy

/** A source whose rules are checks. */
export const checklistOf = (id: string, title: string, checks: readonly Check[]): Source => ({
  id,
  title,
  rules: checks,
  finders: [],
  checks,
})
