import type { Change } from '../model/change'
import type { Json } from '../model/json'
import type { KubernetesObject } from '../objects/readObjects'

/**
 * How sure a fix is. `safe`: the meaning is kept or strictly safer, and no value is a guess. `review`: a person has to
 * look at it.
 */
export type Safety = 'safe' | 'review'

/**
 * A fix as a rule proposes it: changes of data, not yet edits, and not yet verified. Of several for one finding the first
 * is the one to recommend.
 */
export type Proposal = {
  /** A verb with its object, as on a button: `Set memory limit to 256Mi`. */
  readonly title: string
  readonly safety: Safety
  /** What to check, and what follows from it, in a sentence or two; always there for `review`. */
  readonly note?: string
  /** In this order, each to the object of the finding or to another one; paths are from the root of that object. */
  readonly changes?: readonly ProposedChange[]
  /** New objects, added after the object of the finding. */
  readonly adds?: readonly Json[]
}

/** `object`: the object to change, where it is not the one of the finding. */
export type ProposedChange = Change & { readonly object?: KubernetesObject }

/** What can be done about a finding: proposals, or why no edit can be right and what to decide. */
export type Remedy = { readonly fixes?: readonly Proposal[]; readonly unfixable?: string }

/** A proposal that needs no review exactly when there is no note. */
export const proposal = (
  title: string,
  note: string | undefined,
  ...changes: readonly ProposedChange[]
): Proposal => ({
  title,
  ...(note === undefined ? { safety: 'safe' } : { safety: 'review', note }),
  changes,
})
