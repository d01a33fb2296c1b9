import type { Range } from '../model/range'

/** Spaces that YAML reads as text: no-break spaces and the other spaces of Unicode. */
const spaces = '\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000'

/** Characters without a width that YAML reads as text. A byte-order mark is one where it is not the first character. */
const zeroWidth = '\u200B-\u200D\u2060\uFEFF'

/** One character that looks like a space, or like nothing, and that YAML reads as text. */
export const unusualSpace = new RegExp(`[${spaces}${zeroWidth}]`)

export const isZeroWidth = (character: string): boolean => zeroWidthOnly.test(character)

const zeroWidthOnly = new RegExp(`^[${zeroWidth}]$`)

/** The blanks of a line before its first visible character, from the first unusual one, with dashes between them. */
const indentation = new RegExp(`^[ \\t-]*[${spaces}${zeroWidth}][ \\t${spaces}${zeroWidth}-]*`, 'gm')

const startOfScalar = new RegExp(`^[-?]?[${spaces}${zeroWidth}]+`)

/** The range of the unusual spaces at the start of a plain scalar, with a dash before them; undefined without any. */
export function unusualStart(text: string, { from, to }: Range): Range | undefined {
  const second = text[from + 1] ?? ''
  if (!unusualSpace.test(text[from] ?? '') && !(/[-?]/.test(text[from] ?? '') && unusualSpace.test(second)))
    return undefined
  const start = startOfScalar.exec(text.slice(from, to))?.[0] ?? ''
  return { from, to: from + start.length }
}

/** Whether a line has nothing before an offset but blanks, and with `dashes` also the indicators of nested values. */
export function isFirst(text: string, offset: number, dashes: boolean): boolean {
  const before = dashes ? /[ \t?-]/ : /[ \t]/
  let at = offset
  while (at > 0 && before.test(text[at - 1] ?? '')) at--
  return at === 0 || text[at - 1] === '\n'
}

/** The range of the unusual spaces in the first line that is indented with some. */
export function firstUnusualIndent(text: string): Range | undefined {
  for (const match of text.matchAll(indentation)) {
    const from = match.index + match[0].search(unusualSpace)
    return { from, to: match.index + match[0].length }
  }
  return undefined
}

/** The text with a space for each unusual one that a line is indented with, and nothing for those without a width. */
export const withUsualIndents = (text: string): string =>
  text.replace(indentation, (blanks) =>
    [...blanks].map((one) => (isZeroWidth(one) ? '' : unusualSpace.test(one) ? ' ' : one)).join(''),
  )

/** `reading`: what YAML takes the characters for. */
export function unusualIndentMessage(characters: string, reading: string): string {
  const one = unusualSpace.exec(characters)?.[0] ?? ''
  const code = `U+${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  if (isZeroWidth(one))
    return `This line starts with the invisible character ${code}, which YAML reads as ${reading}.`
  const name = /[\u00A0\u2007\u202F]/.test(one) ? 'no-break spaces' : `spaces of the kind ${code}`
  return `This line is indented with ${name}, which YAML reads as ${reading}.`
}

export const unusualIndentAdvice =
  'Use ordinary spaces. Others often come with text that is copied from a web page or a chat.'
