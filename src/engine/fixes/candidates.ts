import type { Proposal } from '../findings/remedy'
import type { Finding } from '../model/finding'
import type { Range } from '../model/range'
import type { TextEdit } from '../model/textEdit'
import type { AppliedFix } from './appliedFix'
import { priority } from './fixOrder'
import { filledPlaceholders } from './placeholders'
import type { Snapshot } from './snapshot'
import { safetyWith } from './verifyFix'

export type Candidate = {
  readonly finding: Finding
  readonly proposal: Proposal
  /** The documents that it changes. */
  readonly documents: ReadonlySet<number>
}

/** A candidate with the edits that it comes to. */
export type Planned = Candidate & { readonly edits: readonly TextEdit[] }

/** The ids of the findings of some candidates, in the order in which they are fixed. */
export const inOrder = (candidates: readonly Candidate[]): readonly string[] =>
  candidates.toSorted((left, right) => priority(left) - priority(right)).map(({ finding }) => finding.id)

/** Which of the findings that some fixes introduce together come from one of them: those in what it changes. */
export function introducedBy(
  one: Planned,
  planned: readonly Planned[],
  introduces: readonly Finding[],
): readonly Finding[] {
  // New documents shift the others.
  if (planned.length === 1 || planned.some(({ proposal }) => proposal.adds)) return introduces
  return introduces.filter(({ document }) => one.documents.has(document))
}

/** A fix as it was applied. `follows`: the finding whose fix led to this one. */
export function appliedFixOf(
  { finding, proposal, edits }: Planned,
  [before, after]: readonly [before: Snapshot, after: Snapshot],
  introduces: readonly Finding[],
  follows: string | undefined,
  inserted: ReadonlyMap<TextEdit, Range | undefined>,
): AppliedFix {
  return {
    finding: finding.id,
    rule: finding.rule,
    message: finding.message,
    title: proposal.title,
    safety: safetyWith(proposal, introduces),
    note: proposal.note,
    effect: before.effectOf(proposal, finding),
    placeholders: filledPlaceholders(proposal, finding, before, after),
    removes: before.removalsOf(proposal, finding),
    ...(follows !== undefined && { follows }),
    ...(after.scoreValue !== undefined && { scoreAfter: after.scoreValue }),
    places: edits.flatMap((edit) => inserted.get(edit) ?? []),
  }
}
