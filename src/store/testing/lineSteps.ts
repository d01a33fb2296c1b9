/** One thing that a person does by hand to get from one text to another: types a line, or changes one. */
export type LineStep =
  | { readonly kind: 'type'; readonly line: string; readonly index: number }
  | { readonly kind: 'change'; readonly from: string; readonly to: string; readonly index: number }

/** A line of either text or both. `index`: its place among all of them. */
type Line = { readonly index: number; readonly before?: string; readonly after?: string }

/** The steps from one text to another, as far as it is typed from the top to the bottom. */
export function lineSteps(before: string, after: string): readonly LineStep[] {
  return mergedLines(before, after).flatMap((line): readonly LineStep[] => {
    const { index } = line
    if (line.before === line.after || line.after === undefined) return []
    if (line.before === undefined) return [{ kind: 'type', line: line.after, index }]
    return [{ kind: 'change', from: line.before, to: line.after, index }]
  })
}

/** The offset in a text at which the step is done: the end of the line that it changes, or of the one above it. */
export function offsetOf(before: string, after: string, done: readonly LineStep[], step: LineStep): number {
  const typed = new Set(done.map(({ index }) => index))
  const above = mergedLines(before, after).flatMap((line) => {
    if (line.index >= step.index) return []
    if (line.before === undefined) return typed.has(line.index) ? [line.after ?? ''] : []
    return [typed.has(line.index) ? (line.after ?? '') : line.before]
  })
  const end = above.join('\n').length
  return step.kind === 'type' ? end : end + 1 + step.from.length
}

/** The lines of both texts in order, by a longest common subsequence. A line in place of another is one line. */
function mergedLines(before: string, after: string): readonly Line[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')]
  const common = old.map(() => fresh.map(() => 0))
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const row = common[i]
      if (row) row[j] = old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const lines: Line[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    const [removed, added] = [old[i], fresh[j]]
    const index = lines.length
    if (removed !== undefined && removed === added) {
      lines.push({ index, before: removed, after: removed })
      i += 1
      j += 1
    } else if (added !== undefined && at(i, j + 1) === at(i, j)) {
      lines.push({ index, after: added })
      j += 1
    } else {
      // What is removed here has been replaced by the line that was added just before it.
      const replacement = lines.pop()
      if (removed === undefined || replacement?.after === undefined || replacement.before !== undefined)
        throw new Error('A line is removed without another in its place')
      lines.push({ index: replacement.index, before: removed, after: replacement.after })
      i += 1
    }
  }
  return lines
}
