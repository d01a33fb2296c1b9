import type { Change } from '../model/change'
import type { Json } from '../model/json'
import type { Path } from '../model/path'
import type { TextEdit } from '../model/textEdit'
import type { KubernetesObject } from '../objects/readObjects'

/**
 * How sure a fix is, the surest first. `safe`: the meaning is kept or strictly safer, and no value is a guess. `review`: a
 * person has to look at it. `risky`: it changes how something behaves that the author chose, or removes something that
 * the author wrote, so it is never one of many that are applied together.
 */
const safeties = ['safe', 'review', 'risky'] as const

export type Safety = (typeof safeties)[number]

/** Whether a fix of one class is among those that are wanted when another class is the riskiest that is. */
export const isWithin = (safety: Safety, limit: Safety): boolean =>
  safeties.indexOf(safety) <= safeties.indexOf(limit)

/** How sure a fix is, and why, in one sentence or two. */
export type Assessment = {
  readonly safety: Safety
  /** What could go wrong and what to check; for a safe fix, why nothing can. Of a removal: what is lost. */
  readonly note: string
}

export const safe = (note: string): Assessment => ({ safety: 'safe', note })
export const review = (note: string): Assessment => ({ safety: 'review', note })
export const risky = (note: string): Assessment => ({ safety: 'risky', note })

/**
 * A fix as a rule proposes it: changes of data, not yet edits, and not yet verified. Of several for one finding the first
 * is the one to recommend; risky ones come after all others.
 */
export type Proposal = Assessment & {
  /** A verb with its object, as on a button: `Set memory limit to 256Mi`. */
  readonly title: string
  /**
   * What it means for what runs, in at most five words, where the changes alone do not show it: `cuts traffic`. Otherwise
   * it is worked out: `restarts Pods`, `new object`, `delete and create again`.
   */
  readonly effect?: string
  /** The values that are only there to start with, and that a person should replace. */
  readonly placeholders?: readonly Placeholder[]
  /** In this order, each to the object of the finding or to another one; paths are from the root of that object. */
  readonly changes?: readonly ProposedChange[]
  /** New objects, added after the object of the finding. */
  readonly adds?: readonly Json[]
  /** Edits of the text of the finding’s document, for what is not data, such as its indentation. Alone. */
  readonly edits?: readonly TextEdit[]
}

/** A value that a fix sets without knowing it. `path`: from the root of the object of the finding. */
export type Placeholder = {
  /** What to ask for, as after “Enter the …”: `memory limit of container web`. */
  readonly what: string
  readonly path: Path
}

/** `object`: the object to change, where it is not the one of the finding. */
export type ProposedChange = Change & { readonly object?: KubernetesObject }

/** What can be done about a finding: proposals, or why no edit can be right and what to decide. */
export type Remedy = { readonly fixes?: readonly Proposal[]; readonly unfixable?: string }

export const proposal = (
  title: string,
  assessment: Assessment,
  ...changes: readonly ProposedChange[]
): Proposal => ({ title, ...assessment, changes })
