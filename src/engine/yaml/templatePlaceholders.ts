import { lineEnd, lineStart } from '../model/lines'
import type { Range } from '../model/range'

/**
 * Finds the next occurrence of a word, for offsets that only grow. A text without another one is not searched again, so
 * that all searches together take time proportional to the length of the text.
 */
function searchIn(text: string, word: string): (from: number) => number {
  let found = -1
  let searched = -1
  return (from) => {
    if (searched >= 0 && (from <= found || found === Infinity)) return found
    const at = text.indexOf(word, from)
    searched = from
    found = at < 0 ? Infinity : at
    return found
  }
}

/** `{{ … }}` of Helm, Go templates and Jinja, each on one line, in the order of the text. */
function* templatesIn(text: string): Generator<Range> {
  const opening = searchIn(text, '{{')
  const closing = searchIn(text, '}}')
  const lineBreak = searchIn(text, '\n')
  for (let from = opening(0); from < Infinity;) {
    const close = closing(from + 2)
    if (close === Infinity) return
    const isOnLine = close < lineBreak(from)
    if (isOnLine) yield { from, to: close + 2 }
    from = opening(isOnLine ? close + 2 : lineBreak(from))
  }
}

const shellName = /[A-Za-z_][A-Za-z0-9_]*/y

/** Shell placeholders that no tool has filled in: `${NAME}`, `${NAME:-default}`. */
function* shellPlaceholdersIn(text: string): Generator<Range> {
  const opening = searchIn(text, '${')
  const closing = searchIn(text, '}')
  const lineBreak = searchIn(text, '\n')
  for (let from = opening(0); from < Infinity;) {
    shellName.lastIndex = from + 2
    const isNamed = shellName.test(text)
    const end = isNamed ? shellName.lastIndex : from + 2
    const close = isNamed && /[:?+}-]/.test(text[end] ?? '') ? closing(end) : Infinity
    const isPlaceholder = close < Infinity && (close === end || close < lineBreak(end))
    if (isPlaceholder) yield { from, to: close + 1 }
    from = opening(isPlaceholder ? close + 1 : end)
  }
}

const isEmpty = (ranges: Generator<Range>): boolean => ranges.next().done === true

/** Whether a value contains `${NAME}` or `${NAME:-default}`. */
export const hasShellPlaceholder = (value: string): boolean => !isEmpty(shellPlaceholdersIn(value))

/** Whether a value contains `{{ … }}` on one line. */
export const hasTemplate = (value: string): boolean => !isEmpty(templatesIn(value))

/** The offset of the first `{{ … }}` outside comment lines, otherwise of the first `${…}`; undefined without any. */
export const firstPlaceholder = (text: string): number | undefined =>
  outsideComments(text, templatesIn(text)) ?? outsideComments(text, shellPlaceholdersIn(text))

function outsideComments(text: string, ranges: Iterable<Range>): number | undefined {
  let commentEnd = 0
  for (const { from } of ranges) {
    if (from < commentEnd) continue
    if (!/^\s*#/.test(text.slice(lineStart(text, from), from))) return from
    commentEnd = lineEnd(text, from)
  }
  return undefined
}

/** The end of the placeholder that starts at `from`. One that does not end on its line counts as two characters. */
export function placeholderEnd(text: string, from: number): number {
  const close = text.startsWith('${', from) ? '}' : '}}'
  const end = text.indexOf(close, from)
  const line = text.indexOf('\n', from)
  return end >= 0 && (line < 0 || end < line) ? end + close.length : Math.min(text.length, from + 2)
}

/**
 * The text with lines of only `{{ … }}` as comments, and every other placeholder as a word of the same length. If this
 * can be parsed and the text cannot, the placeholders are the reason.
 */
export function withoutTemplates(text: string): string {
  const lines = text.split('\n').map((line) => (isTemplateLine(line) ? '#'.padEnd(line.length, '.') : line))
  const rendered = withWords(lines.join('\n'), templatesIn)
  return withWords(rendered, shellPlaceholdersIn)
}

/** Whether a line starts and ends with a placeholder. */
function isTemplateLine(line: string): boolean {
  const content = line.trim()
  return content.length >= 4 && content.startsWith('{{') && content.endsWith('}}')
}

/** The text with a word of the same length in place of every range. */
function withWords(text: string, rangesIn: (text: string) => Iterable<Range>): string {
  const parts: string[] = []
  let done = 0
  for (const { from, to } of rangesIn(text)) {
    parts.push(text.slice(done, from), 'x'.repeat(to - from))
    done = to
  }
  return parts.join('') + text.slice(done)
}

export const renderAdvice =
  'Render the template first (helm template RELEASE CHART, kustomize build DIR, or your own tool) and paste the result.'
