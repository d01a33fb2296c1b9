import type { Range } from './range'
import type { TextEdit } from './textEdit'

/** A piece of an edited text: a range of the original text, or inserted text. */
type Piece = Range | { readonly insert: string }

/**
 * Combines two lists of edits into one with the same effect. `first` edits a text of `length` characters, `second` edits
 * the text after `first`. All edits are in order and do not overlap.
 */
export function composeEdits(
  length: number,
  first: readonly TextEdit[],
  second: readonly TextEdit[],
): readonly TextEdit[] {
  const pieces = editPieces([...editPieces([{ from: 0, to: length }], first)], second)
  const edits: TextEdit[] = []
  let at = 0
  let insert = ''
  const addEditUpTo = (from: number): void => {
    if (from > at || insert !== '') edits.push({ from: at, to: from, insert })
    insert = ''
  }
  for (const piece of pieces) {
    if ('insert' in piece) insert += piece.insert
    else {
      addEditUpTo(piece.from)
      at = piece.to
    }
  }
  addEditUpTo(length)
  return edits
}

/** Applies edits to a text that is given as pieces. */
function* editPieces(pieces: readonly Piece[], edits: readonly TextEdit[]): Generator<Piece> {
  const rest = pieces.toReversed()
  let at = 0
  /** Removes the next `count` characters from `rest`. */
  function* take(count: number): Generator<Piece> {
    let wanted = count
    while (wanted > 0) {
      const piece = rest.pop()
      if (!piece) return
      const [head, tail] = splitPiece(piece, wanted)
      wanted -= lengthOf(head)
      if (tail) rest.push(tail)
      yield head
    }
  }
  for (const { from, to, insert } of edits) {
    yield* take(from - at)
    for (const replaced of take(to - from)) void replaced
    if (insert !== '') yield { insert }
    at = to
  }
  yield* rest.toReversed()
}

const lengthOf = (piece: Piece): number => ('insert' in piece ? piece.insert.length : piece.to - piece.from)

/** Splits a piece after `count` characters; a piece that is not longer than that stays whole. */
function splitPiece(piece: Piece, count: number): readonly [head: Piece, tail?: Piece] {
  if (lengthOf(piece) <= count) return [piece]
  if ('insert' in piece)
    return [{ insert: piece.insert.slice(0, count) }, { insert: piece.insert.slice(count) }]
  const { from, to } = piece
  return [
    { from, to: from + count },
    { from: from + count, to },
  ]
}
