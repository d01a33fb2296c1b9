/** `{{ … }}` of Helm, Go templates and Jinja, on one line. */
const placeholder = /\{\{[^\n]*?\}\}/g

/** Where the first placeholder outside a comment line starts, undefined without one. */
export function firstPlaceholder(text: string): number | undefined {
  for (const match of text.matchAll(placeholder)) {
    const lineStart = text.lastIndexOf('\n', match.index) + 1
    if (!/^\s*#/.test(text.slice(lineStart, match.index))) return match.index
  }
  return undefined
}

/** Where the placeholder that starts at `from` ends. */
export function placeholderEnd(text: string, from: number): number {
  const close = text.indexOf('}}', from)
  const line = text.indexOf('\n', from)
  if (close >= 0 && (line < 0 || close < line)) return close + 2
  return Math.min(text.length, from + 2)
}

/**
 * The text as it might look rendered: lines that hold only template actions become comments, other placeholders a
 * word. If this parses and the text itself does not, the template is what is wrong with it.
 */
export const withoutTemplates = (text: string): string =>
  text
    .replace(/^[ \t]*(?:\{\{[^\n]*?\}\}[ \t]*)+\r?$/gm, (line) => '#'.padEnd(line.length, '.'))
    .replace(placeholder, (action) => 'x'.repeat(action.length))

/** A shell-style placeholder, `${NAME}`, that no tool has filled in. */
export const shellPlaceholder = /\$\{[A-Za-z_][A-Za-z0-9_]*(?:[:?+-][^}]*)?\}/

export const renderAdvice =
  'Render it first and paste the result: helm template RELEASE CHART, kustomize build DIR, or your own tool.'
