import type { LocatedDocument } from '../../engine/objects/documentCache'
import { findNamedValues } from './namedValues'
import { findPrivateKeys } from './privateKeys'
import type { Secret } from './secret'
import { findSecretObjects } from './secretObjects'
import { findStructuredValues } from './structuredValues'
import { findTokens } from './tokenShapes'

/**
 * What in a text others should perhaps not see, in the order of the text: the data of Secrets, private keys, and values
 * that look like passwords or tokens. The ranges do not overlap, so that all edits can be applied at once; a text whose
 * secrets are blanked has no more of them. It is a help, not a promise: nobody can recognize every secret.
 *
 * `documents`: those of the text. Texts with syntax errors are searched line by line.
 */
export function findSecrets(text: string, documents: readonly LocatedDocument[]): readonly Secret[] {
  const found = [
    ...findSecretObjects(text, documents),
    ...findPrivateKeys(text),
    ...findTokens(text),
    ...findStructuredValues(text, documents),
    ...findNamedValues(text),
  ]
  // Where two are in the same place, the first of the list above knows better what it is.
  return withoutOverlaps(found.toSorted((left, right) => left.range.from - right.range.from))
}

/** Of secrets that overlap, the longest. `ordered`: by the start of their ranges. */
function withoutOverlaps(ordered: readonly Secret[]): readonly Secret[] {
  const kept: Secret[] = []
  for (const secret of ordered) {
    const last = kept.at(-1)
    if (!last || last.range.to <= secret.range.from) kept.push(secret)
    else if (lengthOf(secret) > lengthOf(last)) kept[kept.length - 1] = secret
  }
  return kept
}

const lengthOf = ({ range }: Secret): number => range.to - range.from
