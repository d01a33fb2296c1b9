import { lineStart } from '../model/lines'

/** `{{ … }}` of Helm, Go templates and Jinja, on one line. */
const templatePlaceholder = /\{\{[^\n]*?\}\}/g

/** A shell placeholder that no tool has filled in: `${NAME}`, `${NAME:-default}`. */
export const shellPlaceholder = /\$\{[A-Za-z_][A-Za-z0-9_]*(?:[:?+-][^}\n]*)?\}/

const shellPlaceholders = new RegExp(shellPlaceholder, 'g')

/** The offset of the first `{{ … }}` outside comment lines, otherwise of the first `${…}`; undefined without any. */
export function firstPlaceholder(text: string): number | undefined {
  for (const match of [...text.matchAll(templatePlaceholder), ...text.matchAll(shellPlaceholders)]) {
    if (!/^\s*#/.test(text.slice(lineStart(text, match.index), match.index))) return match.index
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
export const withoutTemplates = (text: string): string =>
  text
    .replace(/^[ \t]*(?:\{\{[^\n]*?\}\}[ \t]*)+\r?$/gm, (line) => '#'.padEnd(line.length, '.'))
    .replace(templatePlaceholder, (source) => 'x'.repeat(source.length))
    .replace(shellPlaceholders, (source) => 'x'.repeat(source.length))

export const renderAdvice =
  'Render the template first (helm template RELEASE CHART, kustomize build DIR, or your own tool) and paste the result.'
