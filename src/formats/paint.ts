import { textWidth } from './textWidth'

/** The codes of a terminal that begin and end a style. */
const codes = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
} as const

export type Style = keyof typeof codes

/** A text in a style. The text must be one that a terminal only shows; see `visible`. */
export type Paint = (style: Style, text: string) => string

/** Paints with the codes of a terminal, or not at all. Styles can be inside one another: bold and red. */
export const painter = (colours: boolean): Paint =>
  colours ? (style, text) => (text === '' ? '' : painted(codes[style], text)) : (_style, text) => text

const painted = ([begin, end]: (typeof codes)[Style], text: string): string =>
  `\u001b[${begin}m${text}\u001b[${end}m`

// oxlint-disable-next-line no-control-regex -- this is how a style begins
const style = /\u001b\[\d+m/g

/** The columns of a text with or without styles. */
export const paintedWidth = (text: string): number => textWidth(text.replace(style, ''))
