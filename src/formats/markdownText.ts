import { visible } from './visible'

/** A zero-width space: what it parts is no longer a mention, a reference or an address, and still reads the same. */
const parted = '&#8203;'

/** Markup; the start of an address; what GitHub and GitLab put before a name or a number; an emoji. */
const special = /[&$\\`*_[\]{}()<>|]|:\/\/|\bwww\.|[@#!%~^](?=[\p{L}\p{N}_"+-])|:(?=[\p{L}\p{N}_+-]+:)/giu

/**
 * A text that contains names from a manifest, as Markdown that shows it and means nothing: no markup, HTML or formula, and no
 * mention, reference, emoji or link, which GitHub and GitLab look for after Markdown is read.
 */
export const escapeMarkdown = (text: string): string => visible(text).replace(special, meaningless)

const meaningless = (found: string): string => {
  if (found === '&') return '&amp;'
  if (found === '$') return '<span>$</span>'
  if (/^[\\`*_[\]{}()<>|]$/.test(found)) return `\\${found}`
  return found === '://' ? `:${parted}//` : `${found}${parted}`
}

/** A text as code, such as the name of a file: nothing in it is looked at. */
export function codeSpan(text: string): string {
  const shown = visible(text)
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const space = longest > 0 || /^ | $/.test(shown) ? ' ' : ''
  return `${fence}${space}${shown}${space}${fence}`
}
