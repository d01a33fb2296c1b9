import { insertedRanges, mapRange } from '../model/mapRange'
import { shift, type Range } from '../model/range'
import type { TextEdit } from '../model/textEdit'
import type { LocatedDocument } from '../objects/documentCache'
import type { Evaluation } from '../report/evaluate'
import { canonicalValue } from '../schema/jsonEquality'
import type { Value } from '../yaml/value'

/**
 * The edits that give scalars their old text back where only the text changed, and not the value: `"foo"` for `foo`.
 * `edits`: those from the text before to the text after; the result edits the text after.
 */
export function rewrittenScalars(
  before: Evaluation,
  after: Evaluation,
  edits: readonly TextEdit[],
): readonly TextEdit[] {
  const kept = keptDocuments(after.documents, insertedRanges(edits))
  if (kept.length !== before.documents.length) return []
  return before.documents.flatMap((document, index) => {
    const later = kept[index]
    return later && later.text !== document.text ? rewrittenIn(document, later, before, after, edits) : []
  })
}

/** The documents that do not start in inserted text. */
function keptDocuments(
  documents: readonly LocatedDocument[],
  inserted: readonly Range[],
): readonly LocatedDocument[] {
  let next = 0
  return documents.filter(({ range }) => {
    while ((inserted[next]?.to ?? Infinity) <= range.from) next++
    return (inserted[next]?.from ?? Infinity) > range.from
  })
}

function rewrittenIn(
  earlier: LocatedDocument,
  later: LocatedDocument,
  before: Evaluation,
  after: Evaluation,
  edits: readonly TextEdit[],
): readonly TextEdit[] {
  const [left, right] = [earlier.reading.document, later.reading.document]
  if (!left.root || !right.root || left.hasAliases || right.hasAliases) return []
  const result: TextEdit[] = []
  for (const [old, now] of equalScalars(left.root, right.root)) {
    const [from, to] = [shift(old, earlier.range.from), shift(now, later.range.from)]
    const insert = before.text.slice(from.from, from.to)
    const text = after.text.slice(to.from, to.to)
    const isOneLine = insert !== '' && text !== '' && !/[\r\n]/.test(insert + text)
    if (insert !== text && isOneLine && isInPlace(from, to, edits)) result.push({ ...to, insert })
  }
  const ordered = result.toSorted((one, other) => one.from - other.from)
  return ordered.some(({ from }, index) => from < (ordered[index - 1]?.to ?? 0)) ? [] : ordered
}

/** The scalars of the same value at the same path. */
function* equalScalars(left: Value, right: Value): Generator<readonly [left: Range, right: Range]> {
  if (left.type === 'scalar') {
    if (right.type === 'scalar' && left.data === right.data && left.fraction === right.fraction)
      yield [left, right]
  } else if (left.type === 'sequence' && right.type === 'sequence') {
    for (const [index, item] of right.items.entries()) {
      const old = left.items[index]
      if (old) yield* equalScalars(old, item)
    }
  } else if (left.type === 'mapping' && right.type === 'mapping') {
    for (const [key, { value }] of right.entries) {
      const old = left.entries.get(key)
      if (old) yield* equalScalars(old.value, value)
    }
  }
}

/** Whether a range of the text after edits is where a range of the text before them was, with what was inserted around it. */
function isInPlace(before: Range, after: Range, edits: readonly TextEdit[]): boolean {
  const start = mapRange({ from: before.from - 1, to: before.from }, edits).to
  const end = mapRange({ from: before.to, to: before.to }, edits).to
  return start <= after.from && after.to <= end
}

/** Whether two texts have the same data and the same findings. */
export const saysTheSame = (left: Evaluation, right: Evaluation): boolean =>
  left.documents.length === right.documents.length &&
  left.findings.length === right.findings.length &&
  left.findings.every(({ id }, index) => id === right.findings[index]?.id) &&
  left.documents.every(({ reading, text }, index) => {
    const other = right.documents[index]
    const [one, two] = [reading.document.root, other?.reading.document.root]
    return text === other?.text || (one && two && canonicalValue(one) === canonicalValue(two))
  })
