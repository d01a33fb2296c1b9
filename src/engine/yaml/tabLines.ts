import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { Range } from '../model/range'

/** Lines between block lines that contain only a tab: an error for go-yaml, but not for the package. */
export function tabLines(text: string, root: Node | null): readonly Range[] {
  const lines: Range[] = []
  let ranges: Iterator<Range> | undefined
  let around: Range | undefined
  for (const match of text.matchAll(/^ *\t[ \t]*$/gm)) {
    const from = match.index
    // The ranges and the lines are both in the order of the text, so each of them is looked at once.
    ranges ??= scalarsAndBrackets(root)
    while (!around || around.to <= from) {
      const next = ranges.next()
      around = next.done ? { from: Infinity, to: Infinity } : next.value
    }
    if (around.from >= from) lines.push({ from, to: from + match[0].length })
  }
  return lines
}

/** The ranges in which a tab may start a line, in the order of the text: those of scalars and of values in brackets. */
function* scalarsAndBrackets(node: unknown): Generator<Range, undefined> {
  if (!(isMap(node) || isSeq(node) || isScalar(node)) || !node.range) return undefined
  const [from, valueEnd, nodeEnd] = node.range
  if (isScalar(node)) yield { from, to: node.type?.startsWith('BLOCK') ? nodeEnd : valueEnd }
  else if (node.flow) yield { from, to: valueEnd }
  else if (isSeq(node)) for (const item of node.items) yield* scalarsAndBrackets(item)
  else
    for (const { key, value } of node.items) {
      yield* scalarsAndBrackets(key)
      yield* scalarsAndBrackets(value)
    }
  return undefined
}
