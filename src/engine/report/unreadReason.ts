import type { LocatedDocument } from '../objects/documentCache'

/** So many documents are named. */
const shown = 5

/** Why nothing can be said about an object that is not in the text: it may be in a document that cannot be read. */
export function unreadReason(documents: readonly LocatedDocument[]): string | undefined {
  const numbers = documents.flatMap(({ reading }, index) =>
    reading.document.status === 'broken' ? [String(index + 1)] : [],
  )
  const hidden = numbers.length - shown
  const named = hidden > 0 ? [...numbers.slice(0, shown), `${hidden.toLocaleString('en')} more`] : numbers
  const last = named.at(-1)
  if (last === undefined) return undefined
  return named.length === 1
    ? `Document ${last} cannot be read, and what this check looks for may be in it.`
    : `Documents ${named.slice(0, -1).join(', ')} and ${last} cannot be read, and what this check looks for may be in them.`
}
