import type { Hover } from '../engine/language/hover'

/** Longer lists of values (the signals of a process) would fill the screen. */
const valueLimit = 30

/** What there is to say about a field, as markdown: what it is, which values it takes, what it means. */
export function hoverText(hover: Hover, chosen: string): string {
  const { kind, apiVersion, path, type, required, description } = hover
  const title = [
    code(path.join('.') || `${apiVersion} ${kind}`),
    escaped(type),
    ...(required ? ['**required**'] : []),
    ...versionText(hover, chosen),
  ].join(' · ')
  const limits = [valuesText(hover), hover.expected && `Must be ${escaped(hover.expected)}.`]
  return [title, ...limits, description && escaped(description)].filter(Boolean).join('\n\n')
}

function versionText({ since, until, absent }: Hover, chosen: string): readonly string[] {
  const span = [since && `since ${since}`, until && `until ${until}`].filter(Boolean).join(' ')
  return [...(absent ? [`**not in ${chosen}**`] : []), ...(span ? [span] : [])]
}

function valuesText({ values = [] }: Hover): string {
  if (values.length === 0) return ''
  const rest = values.length - valueLimit
  const listed = values.slice(0, valueLimit).map((value) => code(value || '""'))
  return `One of ${listed.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** Text as it stands: every mark of markdown loses its meaning, addresses stay text, lines stay lines. */
export const escaped = (text: string): string =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map(escapedLine).join('  \n'))
    .join('\n\n')

const escapedLine = (line: string): string => line.trim().replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`)

/** A code span is fenced by more backticks than stand in it. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  const gap = longest > 0 ? ' ' : ''
  return fence + gap + text.replace(/\s+/g, ' ') + gap + fence
}
