import { lineStart } from '../model/lines'

/** `{{ … }}` of Helm, Go templates and Jinja, on one line. */
const action = /\{\{[^\n]*?\}\}/g

/** A shell-style placeholder, `${NAME}`, that no tool has filled in. */
export const shellPlaceholder = /\$\{[A-Za-z_][A-Za-z0-9_]*(?:[:?+-][^}\n]*)?\}/

const shellPlaceholders = new RegExp(shellPlaceholder, 'g')

/** The first placeholder outside a comment line, template actions before shell ones; undefined without any. */
export function firstPlaceholder(text: string): number | undefined {
  for (const match of [...text.matchAll(action), ...text.matchAll(shellPlaceholders)]) {
    if (!/^\s*#/.test(text.slice(lineStart(text, match.index), match.index))) return match.index
  }
  return undefined
}

/** Where the placeholder that starts at `from` ends; without an end on its line, behind its first two characters. */
export function placeholderEnd(text: string, from: number): number {
  const close = text.startsWith('${', from) ? '}' : '}}'
  const end = text.indexOf(close, from)
  const line = text.indexOf('\n', from)
  return end >= 0 && (line < 0 || end < line) ? end + close.length : Math.min(text.length, from + 2)
}

/**
 * The text as it might look rendered: lines that hold only template actions become comments, other placeholders a
 * word. If this parses and the text itself does not, the template is what is wrong with it.
 */
export const withoutTemplates = (text: string): string =>
  text
    .replace(/^[ \t]*(?:\{\{[^\n]*?\}\}[ \t]*)+\r?$/gm, (line) => '#'.padEnd(line.length, '.'))
    .replace(action, (written) => 'x'.repeat(written.length))
    .replace(shellPlaceholders, (written) => 'x'.repeat(written.length))

export const renderAdvice =
  'Render it first and paste the result: helm template RELEASE CHART, kustomize build DIR, or your own tool.'
