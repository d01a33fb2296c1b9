import type { Range } from './range'
import type { TextEdit } from './textEdit'

/** A stretch of a text: kept from the text before all edits, or put in. */
type Piece = Range | { readonly insert: string }

/**
 * The edits of a text that do what `first` and then `second` do, of which the latter are edits of the text after the
 * former. All in order and without overlap. `length`: that of the text before.
 */
export function composeEdits(
  length: number,
  first: readonly TextEdit[],
  second: readonly TextEdit[],
): readonly TextEdit[] {
  const pieces = spliced([...spliced([{ from: 0, to: length }], first)], second)
  const edits: TextEdit[] = []
  let at = 0
  let insert = ''
  const close = (from: number): void => {
    if (from > at || insert !== '') edits.push({ from: at, to: from, insert })
    insert = ''
  }
  for (const piece of pieces) {
    if ('insert' in piece) insert += piece.insert
    else {
      close(piece.from)
      at = piece.to
    }
  }
  close(length)
  return edits
}

/** The pieces of a text after edits of what the pieces make up. */
function* spliced(pieces: readonly Piece[], edits: readonly TextEdit[]): Generator<Piece> {
  const rest = pieces.toReversed()
  let at = 0
  /** Takes away as many characters from the front of what is left. */
  function* take(count: number): Generator<Piece> {
    let open = count
    while (open > 0) {
      const piece = rest.pop()
      if (!piece) return
      const [head, tail] = cut(piece, open)
      open -= lengthOf(head)
      if (tail) rest.push(tail)
      yield head
    }
  }
  for (const { from, to, insert } of edits) {
    yield* take(from - at)
    for (const gone of take(to - from)) void gone
    if (insert !== '') yield { insert }
    at = to
  }
  yield* rest.toReversed()
}

const lengthOf = (piece: Piece): number => ('insert' in piece ? piece.insert.length : piece.to - piece.from)

/** A piece cut behind as many of its characters; whole when it has no more. */
function cut(piece: Piece, count: number): readonly [head: Piece, tail?: Piece] {
  if (lengthOf(piece) <= count) return [piece]
  if ('insert' in piece)
    return [{ insert: piece.insert.slice(0, count) }, { insert: piece.insert.slice(count) }]
  const { from, to } = piece
  return [
    { from, to: from + count },
    { from: from + count, to },
  ]
}

/** What edits put in, as ranges of the text after them; an edit that only removes leaves an empty one. */
export function insertedRanges(edits: readonly TextEdit[]): readonly Range[] {
  let shift = 0
  return edits.map(({ from, to, insert }) => {
    const start = from + shift
    shift += insert.length - (to - from)
    return { from: start, to: start + insert.length }
  })
}

/** Where a range stands after edits. What is put in at its ends stays outside; what is replaced in it shrinks it. */
export function mapRange({ from, to }: Range, edits: readonly TextEdit[]): Range {
  const start = mapOffset(from, edits, true)
  return { from: start, to: Math.max(start, mapOffset(to, edits, from === to)) }
}

/** `behind`: whether the offset moves behind what is put in right there. */
function mapOffset(offset: number, edits: readonly TextEdit[], behind: boolean): number {
  let shift = 0
  for (const { from, to, insert } of edits) {
    if (from > offset || (from === offset && !behind)) break
    if (to > offset) return from + shift + insert.length
    shift += insert.length - (to - from)
  }
  return offset + shift
}
