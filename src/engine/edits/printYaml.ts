import type { Data } from './sourceData'
import { resolvePlain, type ScalarData } from '../yaml/resolveScalar'
import type { Quote } from './sourceNode'

/** How data is written in one place of a document: as its surroundings are. */
export type Style = {
  /** Spaces from a key of a block to those below it. */
  readonly step: number
  /** Whether the dashes of a list stand in the column of its key. */
  readonly indentless: boolean
  /** Blanks from a dash to its item. */
  readonly gap: number
  /** Of an item that starts on the line below its dash: how far to the right of the dash. */
  readonly below?: number | undefined
  /** Whether text of several lines is written as a literal block; else its line breaks are escaped. */
  readonly literal: boolean
  /** For text that cannot go without quotes. */
  readonly quote: Quote
  /** For all keys, where all their neighbours are quoted; likewise for all text. */
  readonly keys?: Quote
  readonly strings?: Quote
  readonly flow: Flow
}

/** What stands between the parts of a list or mapping in brackets. */
export type Flow = {
  /** Strict JSON: all text in double quotes. */
  readonly json: boolean
  /** Behind a key, blanks included; likewise between the parts on one line. */
  readonly colon: string
  readonly comma: string
  /** Inside of braces on one line. */
  readonly pad: string
  /** One level of indentation, where each part has a line of its own. */
  readonly unit?: string | undefined
}

type Place = 'block' | 'flow'

/** The first line goes behind a colon or dash, the others below it. Each of them has its indentation. */
export type Lines = readonly [head: string, ...rest: string[]]

/** The text of data on one line, or, where JSON is spread over lines, on several that start at `indent`. */
export function flowText(data: Data, style: Style, indent: string): string {
  if (data.type === 'scalar') return scalarText(data.data, style, 'flow')
  const { colon, comma, pad, unit } = style.flow
  const inner = indent + (unit ?? '')
  const parts =
    data.type === 'list'
      ? data.items.map((item) => flowText(item, style, inner))
      : [...data.entries].map(
          ([name, value]) => keyText(name, style, 'flow') + colon + flowText(value, style, inner),
        )
  const [open, close] = data.type === 'list' ? '[]' : '{}'
  if (parts.length === 0) return `${open}${close}`
  if (unit !== undefined) return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`
  const inside = data.type === 'list' ? '' : pad
  return `${open}${inside}${parts.join(comma)}${inside}${close}`
}

/** The lines of data behind a key that stands at `column`. */
export function valueLines(data: Data, column: number, style: Style): Lines {
  if (data.type === 'mapping' && data.entries.size > 0)
    return ['', ...entryLines(data.entries, column + style.step, style)]
  if (data.type === 'list' && data.items.length > 0) {
    const dash = style.indentless ? column : column + style.step
    return ['', ...data.items.flatMap((item) => itemLines(item, dash, { ...style, ...newDashes }))]
  }
  return leafLines(data, column + style.step, style)
}

/** The dashes of a new list: it does not copy those of another one. */
export const newDashes = { gap: 1, below: undefined }

/** The lines of some keys with their values at `column`. */
export const entryLines = (
  entries: Iterable<readonly [name: string, value: Data]>,
  column: number,
  style: Style,
): string[] =>
  [...entries].flatMap(([name, value]) => {
    const [head, ...rest] = valueLines(value, column, style)
    return [`${' '.repeat(column)}${keyText(name, style, 'block')}:${head && ` ${head}`}`, ...rest]
  })

/** The lines of an item whose dash stands at `column`. */
export function itemLines(item: Data, column: number, style: Style): string[] {
  const [head, ...rest] = behindDash(item, column, style)
  return [`${' '.repeat(column)}-${head && ' '.repeat(style.gap)}${head}`, ...rest]
}

/** The lines of an item behind its dash, which stands at `column`. */
export function behindDash(item: Data, column: number, style: Style): Lines {
  const isBlock =
    item.type === 'mapping' ? item.entries.size > 0 : item.type === 'list' && item.items.length > 0
  if (!isBlock) return leafLines(item, column + style.step, style)
  const inner = column + (style.below ?? 1 + style.gap)
  const lines =
    item.type === 'mapping'
      ? entryLines(item.entries, inner, style)
      : item.type === 'list'
        ? item.items.flatMap((part) => itemLines(part, inner, { ...style, ...newDashes }))
        : []
  const [first = '', ...rest] = lines
  return style.below === undefined ? [first.slice(inner), ...rest] : ['', ...lines]
}

/** A scalar, or what is empty: text of several lines as a literal block indented by `column`, all else on one line. */
function leafLines(data: Data, column: number, style: Style): Lines {
  if (data.type !== 'scalar') return [data.type === 'list' ? '[]' : '{}']
  if (style.literal && typeof data.data === 'string' && fitsLiteral(data.data))
    return literalLines(data.data, column)
  return [scalarText(data.data, style, 'block')]
}

/** Whether text can stand behind `|` as it is. */
const fitsLiteral = (text: string): boolean =>
  /^[^\s][^]*\n/.test(text) && !text.endsWith('\n\n') && !unprintable.test(text)

function literalLines(text: string, column: number): Lines {
  const lines = text.split('\n')
  if (text.endsWith('\n')) lines.pop()
  return [text.endsWith('\n') ? '|' : '|-', ...lines.map((line) => line && ' '.repeat(column) + line)]
}

/** The text of a scalar on one line. `wanted`: the quotes it had. */
export function scalarText(data: ScalarData, style: Style, place: Place, wanted?: Quote): string {
  if (typeof data !== 'string') return String(data)
  return quoted(data, style.flow.json ? 'double' : (wanted ?? style.strings), style, place)
}

export const keyText = (name: string, style: Style, place: Place, wanted?: Quote): string =>
  quoted(name, style.flow.json ? 'double' : (wanted ?? style.keys), style, place)

function quoted(text: string, wanted: Quote | undefined, style: Style, place: Place): string {
  if (!wanted && isPlain(text, place)) return text
  if ((wanted ?? style.quote) === 'single' && !/[\n\r\t]/.test(text) && !unprintable.test(text))
    return `'${text.replaceAll("'", "''")}'`
  return JSON.stringify(text).replace(invisible, escaped)
}

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`

/** What JSON leaves as it is and YAML forbids or takes for a line break. */
const invisible = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g
// oxlint-disable-next-line no-control-regex -- what only double quotes can hold
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/

/**
 * Whether text is read back as the same text without quotes. Dates and base-60 numbers would be, by go-yaml; other
 * readers take them for more, so they are quoted, as go-yaml itself writes them (yaml.v2 `encode.go`, `stringv`).
 */
export function isPlain(text: string, place: Place): boolean {
  if (typeof resolvePlain(text) !== 'string' || /^(?:<<|=)$/.test(text)) return false
  if (/^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?$/.test(text) || /^\d{4}-\d\d?-\d\d?(?:$|[Tt\s])/.test(text))
    return false
  if (/^[,[\]{}#&*!|>'"%@`]|^[-?:](?:$|[^\w./-])|^(?:---|\.\.\.)/.test(text)) return false
  if (/^\s|\s$|[\t\r\n]|: | #|:$/.test(text) || unprintable.test(text)) return false
  return place === 'block' || !/[,[\]{}]/.test(text)
}
