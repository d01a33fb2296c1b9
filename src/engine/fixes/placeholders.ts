import type { Proposal } from '../findings/remedy'
import type { Finding } from '../model/finding'
import type { Range } from '../model/range'
import { valueOf } from '../objects/locatedObjects'
import { valueAt } from '../yaml/value'
import type { Snapshot } from './snapshot'

/** A value that a fix sets without knowing it. */
export type FilledPlaceholder = {
  /** What to ask for, as after “Enter the …”: `memory limit of container web`. */
  readonly what: string
  /** The value as it is written. */
  readonly value: string
  /** Where it is in the text after the edits. */
  readonly range: Range
}

/** Where the placeholders of a proposal are in the text after it. */
export function filledPlaceholders(
  { placeholders = [] }: Proposal,
  finding: Finding,
  before: Snapshot,
  after: Snapshot,
): readonly FilledPlaceholder[] {
  const owner = before.ownerOf(finding)
  const now = owner && after.objectAt(owner)
  const root = now && valueOf(now)
  if (!root) return []
  const { from: start } = now.document.range
  return placeholders.flatMap(({ what, path }) => {
    const value = valueAt(root, path)
    if (!value) return []
    const range = { from: start + value.from, to: start + value.to }
    return [{ what, value: after.text.slice(range.from, range.to), range }]
  })
}
