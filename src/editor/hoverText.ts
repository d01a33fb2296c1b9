import type { Hover } from '../engine/language/hover'

/** Longer lists of values, as of process signals, would fill the screen. */
const valueLimit = 30

/** The hover text of a field, as Markdown: its type, its versions, its values, and its description. */
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

/** Plain text as Markdown: nothing in it is formatted or becomes a link, and lines stay lines. */
const escaped = (text: string): string =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map(escapedLine).join('  \n'))
    .join('\n\n')

const escapedLine = (line: string): string => line.trim().replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`)

/** The fence of a code span has more backticks than any run inside it. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  const gap = longest > 0 ? ' ' : ''
  return fence + gap + text.replace(/\s+/g, ' ') + gap + fence
}
