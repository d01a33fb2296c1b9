/** A part of a text and what takes its place. UTF-16 offsets into the text before any edit. */
export type TextEdit = { readonly from: number; readonly to: number; readonly insert: string }

/** The text after edits that are in order and do not overlap. */
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
 * The same edits in order, those that touch made one, each without what it has in common with the text it replaces.
 * Of two insertions at one place the first stays first. A text without a line break at its end is left without one,
 * unless the text of a block scalar `endsOpen` there. Undefined when two overlap.
 */
export function normalizeEdits(
  text: string,
  edits: readonly TextEdit[],
  endsOpen: boolean,
): readonly TextEdit[] | undefined {
  const ordered = edits.toSorted((left, right) => left.from - right.from || left.to - right.to)
  if (ordered.some(({ from }, index) => from < (ordered[index - 1]?.to ?? 0))) return undefined
  const whole = joined(ordered)
  const last = whole.pop()
  if (last) whole.push(endsOpen ? last : endingAs(text, last))
  return joined(whole)
    .map((edit) => trimmed(text, edit))
    .filter(({ from, to, insert }) => from < to || insert !== '')
}

function joined(edits: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = []
  for (const edit of edits) {
    const last = result.at(-1)
    if (last?.to === edit.from)
      result[result.length - 1] = { from: last.from, to: edit.to, insert: last.insert + edit.insert }
    else result.push(edit)
  }
  return result
}

/** An edit of the last line that leaves the text without a line break at its end, if it had none. */
function endingAs(text: string, { from, to, insert }: TextEdit): TextEdit {
  if (to < text.length || from === to || /[\r\n]$/.test(text)) return { from, to, insert }
  if (insert !== '') return { from, to, insert: insert.replace(/\r?\n$|\r$/, '') }
  const above = /(?:\r?\n|\r)$/.exec(text.slice(Math.max(0, from - 2), from))?.[0] ?? ''
  return { from: from - above.length, to, insert }
}

function trimmed(text: string, { from, to, insert }: TextEdit): TextEdit {
  const old = text.slice(from, to)
  const shorter = Math.min(old.length, insert.length)
  let start = 0
  while (start < shorter && old[start] === insert[start]) start++
  while (start > 0 && (isInside(old, start) || isInside(insert, start))) start--
  let end = 0
  while (end < shorter - start && old.at(-1 - end) === insert.at(-1 - end)) end++
  while (end > 0 && (isInside(old, old.length - end) || isInside(insert, insert.length - end))) end--
  return { from: from + start, to: to - end, insert: insert.slice(start, insert.length - end) }
}

/** Whether an offset parts what belongs together: a line break of two characters, or a character of two halves. */
const isInside = (text: string, offset: number): boolean =>
  /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])/.test(text.slice(offset - 1, offset + 1))

/** The edits with the line breaks of the lines around them in place of LF. */
export const withBreaksOf = (text: string, edits: readonly TextEdit[]): readonly TextEdit[] =>
  edits.map((edit) =>
    edit.insert.includes('\n')
      ? { ...edit, insert: edit.insert.replaceAll('\n', breakNear(text, edit.from)) }
      : edit,
  )

/** The break in front of an offset that starts a line, else that of its line, else that of the line above. */
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

/** The one edit that makes a text into another, without what both begin and end with. */
export function diffEdit(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) }
}
