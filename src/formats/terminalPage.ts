import type { Range } from '../engine/model/range'
import type { Severity } from '../engine/model/finding'
import { wrapWords } from '../pages/wrapWords'
import { painter, type Paint, type Style } from './paint'
import type { WriteOptions } from './reporting'
import { locator, type Place, type SourceSet } from './sourceSet'
import { textWidth } from './textWidth'
import { visible } from './visible'
import { numberText } from './words'

/** How a terminal is written to. */
export type TerminalLook = {
  readonly paint: Paint
  /** Columns. Longer lines than people like to read are not written, however wide the terminal is. */
  readonly width: number
}

/** What is needed to write for people about a set of files. */
export type TerminalPage = TerminalLook & {
  readonly placeOf: (range: Range) => Place
  /** `web.yaml:18:11`, as terminals and editors make a link of it. */
  readonly linkTo: (range: Range) => string
  /** Sentences in lines, each after so many spaces. */
  readonly prose: (text: string, indent: number) => readonly string[]
}

const widest = 100
const narrowest = 40

type Terminal = Pick<WriteOptions, 'colours' | 'width'>

export const terminalLook = ({ colours, width }: Terminal): TerminalLook => ({
  paint: painter(colours),
  width: Math.min(widest, Math.max(narrowest, width)),
})

export function terminalPage(sources: SourceSet, terminal: Terminal): TerminalPage {
  const look = terminalLook(terminal)
  const placeOf = locator(sources)
  return {
    ...look,
    placeOf,
    linkTo: (range) => placeText(placeOf(range)),
    prose: (text, indent) =>
      wrapWords(visible(text), look.width - indent, textWidth).map((line) => `${' '.repeat(indent)}${line}`),
  }
}

const placeText = ({ file, start }: Place): string => `${visible(file.name)}:${start.line}:${start.column}`

/** The colours of severities; each is also said in words. */
export const tones: Readonly<Record<Severity, Style>> = {
  refused: 'red',
  critical: 'red',
  warning: 'yellow',
  advice: 'cyan',
}

/** The first so many of some texts, and how many more there are. */
export const firstOf = (texts: readonly string[], limit: number, separator = ', '): string => {
  const shown = texts.slice(0, limit).join(separator)
  const left = texts.length - limit
  return left > 0 ? `${shown} and ${numberText(left)} more` : shown
}
