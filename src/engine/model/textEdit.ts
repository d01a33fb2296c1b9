/** Replaces a range of a text. UTF-16 offsets into the text before any edit. */
export type TextEdit = { readonly from: number; readonly to: number; readonly insert: string }

/** Applies edits that are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let at = 0
  let result = ''
  for (const { from, to, insert } of edits) {
    result += text.slice(at, from) + insert
    at = to
  }
  return result + text.slice(at)
}

/**
 * The same edits in order, with adjacent ones merged, each without what its text has in common with the text it
 * replaces. Insertions at the same offset keep their order. Undefined when two edits overlap.
 *
 * A text without a final line break stays without one, unless `endsInBlockScalar`: there the line break is part of the
 * value.
 */
export function normalizeEdits(
  text: string,
  edits: readonly TextEdit[],
  endsInBlockScalar: boolean,
): readonly TextEdit[] | undefined {
  const ordered = edits.toSorted((left, right) => left.from - right.from || left.to - right.to)
  if (ordered.some(({ from }, index) => from < (ordered[index - 1]?.to ?? 0))) return undefined
  const merged = mergeAdjacent(ordered)
  const last = merged.pop()
  if (last) merged.push(endsInBlockScalar ? last : withoutNewFinalBreak(text, last))
  return mergeAdjacent(merged)
    .map((edit) => trimEdit(text, edit))
    .filter(({ from, to, insert }) => from < to || insert !== '')
}

function mergeAdjacent(edits: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = []
  for (const edit of edits) {
    const last = result.at(-1)
    if (last?.to === edit.from)
      result[result.length - 1] = { from: last.from, to: edit.to, insert: last.insert + edit.insert }
    else result.push(edit)
  }
  return result
}

/** The last edit, changed so that a text without a final line break does not get one. */
function withoutNewFinalBreak(text: string, { from, to, insert }: TextEdit): TextEdit {
  if (to < text.length || from === to || /[\r\n]$/.test(text)) return { from, to, insert }
  if (insert !== '') return { from, to, insert: insert.replace(/\r?\n$|\r$/, '') }
  const above = /(?:\r?\n|\r)$/.exec(text.slice(Math.max(0, from - 2), from))?.[0] ?? ''
  return { from: from - above.length, to, insert }
}

/** The edit without the beginning and the end that the old and the new text have in common. */
function trimEdit(text: string, { from, to, insert }: TextEdit): TextEdit {
  const old = text.slice(from, to)
  let start = commonPrefix(old, insert)
  while (start > 0 && (splitsCharacter(old, start) || splitsCharacter(insert, start))) start--
  let end = commonSuffix(old, insert, start)
  while (end > 0 && (splitsCharacter(old, old.length - end) || splitsCharacter(insert, insert.length - end)))
    end--
  return { from: from + start, to: to - end, insert: insert.slice(start, insert.length - end) }
}

/** Whether an offset is between the two halves of a CRLF or of a surrogate pair. */
const splitsCharacter = (text: string, offset: number): boolean =>
  /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])/.test(text.slice(offset - 1, offset + 1))

/** How many characters two texts have in common at the start. */
function commonPrefix(left: string, right: string): number {
  const limit = Math.min(left.length, right.length)
  let count = 0
  while (count < limit && left[count] === right[count]) count++
  return count
}

/** How many characters two texts have in common at the end, not counting their first `start` characters. */
function commonSuffix(left: string, right: string, start: number): number {
  const limit = Math.min(left.length, right.length) - start
  let count = 0
  while (count < limit && left.at(-1 - count) === right.at(-1 - count)) count++
  return count
}

/** The edits with the line breaks of the surrounding lines (CRLF, for example) instead of LF. */
export const withBreaksOf = (text: string, edits: readonly TextEdit[]): readonly TextEdit[] =>
  edits.map((edit) =>
    edit.insert.includes('\n')
      ? { ...edit, insert: edit.insert.replaceAll('\n', breakNear(text, edit.from)) }
      : edit,
  )

/** The line break before an offset at the start of a line, otherwise the next one, otherwise the last one in the text. */
function breakNear(text: string, offset: number): string {
  const above = /(?:\r\n?|\n)$/.exec(text.slice(Math.max(0, offset - 2), offset))?.[0]
  if (above) return above
  const breaks = /\r\n?|\n/g
  breaks.lastIndex = offset
  const below = breaks.exec(text)?.[0]
  if (below) return below
  const last = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'))
  return last < 0 ? '\n' : text.slice(text[last - 1] === '\r' ? last - 1 : last, last + 1)
}

/** The single edit from one text to another, without the beginning and the end that they have in common. */
export function diffEdit(before: string, after: string): TextEdit {
  const start = commonPrefix(before, after)
  const end = commonSuffix(before, after, start)
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
}
