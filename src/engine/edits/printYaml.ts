import { resolvePlain, type ScalarData } from '../yaml/resolveScalar'
import type { Data } from './sourceData'
import type { Quote } from './sourceNode'

/** How to write new YAML in one place of a document. */
export type Style = {
  /** Spaces per level of indentation in block style. */
  readonly indent: number
  /** Whether the dashes of a sequence are in the column of its key. */
  readonly indentless: boolean
  /** Spaces between a dash and its item. */
  readonly spacesAfterDash: number
  /** For an item on the line below its dash: its indentation from the dash. Undefined for one on the same line. */
  readonly indentBelowDash?: number | undefined
  /** Whether a string of several lines becomes a literal block scalar (`|`). Otherwise its line breaks are escaped. */
  readonly literal: boolean
  /** For strings that need quotes. */
  readonly quote: Quote
  /** For all keys; undefined when keys are quoted only where they need it. */
  readonly keyQuote?: Quote
  /** For all strings; undefined when strings are quoted only where they need it. */
  readonly stringQuote?: Quote
  readonly flow: FlowStyle
}

/** How to write mappings and sequences in braces and brackets. */
export type FlowStyle = {
  /** Strict JSON: all keys and strings are in double quotes. */
  readonly json: boolean
  /** The colon after a key, with the spaces after it. */
  readonly colon: string
  /** The comma between members on one line, with the spaces after it. */
  readonly comma: string
  /** The spaces inside the braces of a mapping on one line. */
  readonly padding: string
  /** One level of indentation when each member has its own line. Undefined when all are on one line. */
  readonly indent?: string | undefined
}

/** What YAML calls the context of a node: in flow context, commas and brackets end a plain scalar. */
type Context = 'block' | 'flow'

/** The first line goes after a colon or dash and has no indentation; the lines below it have theirs. */
export type Lines = readonly [first: string, ...rest: string[]]

/** Data in flow style. `currentIndent`: the indentation of the line that it starts on, in case it needs several lines. */
export function flowText(data: Data, style: Style, currentIndent: string): string {
  if (data.type === 'scalar') return scalarText(data.data, style, 'flow')
  const { colon, comma, padding, indent } = style.flow
  const innerIndent = currentIndent + (indent ?? '')
  const members =
    data.type === 'sequence'
      ? data.items.map((item) => flowText(item, style, innerIndent))
      : [...data.entries].map(
          ([name, value]) => keyText(name, style, 'flow') + colon + flowText(value, style, innerIndent),
        )
  const [open, close] = data.type === 'sequence' ? '[]' : '{}'
  if (members.length === 0) return `${open}${close}`
  if (indent !== undefined)
    return `${open}\n${innerIndent}${members.join(`,\n${innerIndent}`)}\n${currentIndent}${close}`
  const inside = data.type === 'sequence' ? '' : padding
  return `${open}${inside}${members.join(comma)}${inside}${close}`
}

/** The lines of a value whose key is in `column`. */
export function valueLines(data: Data, column: number, style: Style): Lines {
  if (data.type === 'mapping' && data.entries.size > 0)
    return ['', ...entryLines(data.entries, column + style.indent, style)]
  if (data.type === 'sequence' && data.items.length > 0) {
    const dashColumn = style.indentless ? column : column + style.indent
    return [
      '',
      ...data.items.flatMap((item) => itemLines(item, dashColumn, { ...style, ...defaultDashStyle })),
    ]
  }
  return leafLines(data, column + style.indent, style)
}

/** For the items of a new sequence. */
export const defaultDashStyle = { spacesAfterDash: 1, indentBelowDash: undefined }

/** The lines of entries whose keys are in `column`. */
export const entryLines = (
  entries: Iterable<readonly [name: string, value: Data]>,
  column: number,
  style: Style,
): string[] =>
  [...entries].flatMap(([name, value]) => {
    const [first, ...rest] = valueLines(value, column, style)
    return [`${' '.repeat(column)}${keyText(name, style, 'block')}:${first && ` ${first}`}`, ...rest]
  })

/** The lines of an item, from its dash in `column`. */
export function itemLines(item: Data, column: number, style: Style): string[] {
  const [first, ...rest] = linesAfterDash(item, column, style)
  return [`${' '.repeat(column)}-${first && ' '.repeat(style.spacesAfterDash)}${first}`, ...rest]
}

/** The lines of an item without its dash, which is in `column`. */
export function linesAfterDash(item: Data, column: number, style: Style): Lines {
  const isBlock =
    item.type === 'mapping' ? item.entries.size > 0 : item.type === 'sequence' && item.items.length > 0
  if (!isBlock) return leafLines(item, column + style.indent, style)
  const innerColumn = column + (style.indentBelowDash ?? 1 + style.spacesAfterDash)
  const lines =
    item.type === 'mapping'
      ? entryLines(item.entries, innerColumn, style)
      : item.type === 'sequence'
        ? item.items.flatMap((child) => itemLines(child, innerColumn, { ...style, ...defaultDashStyle }))
        : []
  const [first = '', ...rest] = lines
  return style.indentBelowDash === undefined ? [first.slice(innerColumn), ...rest] : ['', ...lines]
}

/** A scalar, an empty mapping or an empty sequence. `column`: the indentation of a literal block scalar. */
function leafLines(data: Data, column: number, style: Style): Lines {
  if (data.type !== 'scalar') return [data.type === 'sequence' ? '[]' : '{}']
  if (style.literal && typeof data.data === 'string' && canBeLiteral(data.data))
    return literalLines(data.data, column)
  return [scalarText(data.data, style, 'block')]
}

/** Whether a string has several lines and can be written after `|` or `|-` without an indentation indicator. */
const canBeLiteral = (text: string): boolean =>
  /^[^\s][^]*\n/.test(text) && !text.endsWith('\n\n') && !unprintable.test(text)

function literalLines(text: string, column: number): Lines {
  const lines = text.split('\n')
  if (text.endsWith('\n')) lines.pop()
  return [text.endsWith('\n') ? '|' : '|-', ...lines.map((line) => line && ' '.repeat(column) + line)]
}

/** A scalar on one line. `oldQuote`: the quote of the scalar that it replaces. */
export function scalarText(data: ScalarData, style: Style, context: Context, oldQuote?: Quote): string {
  if (typeof data !== 'string') return String(data)
  return stringText(data, style.flow.json ? 'double' : (oldQuote ?? style.stringQuote), style, context)
}

/** A key. `oldQuote`: the quote of the key that it replaces. */
export const keyText = (name: string, style: Style, context: Context, oldQuote?: Quote): string =>
  stringText(name, style.flow.json ? 'double' : (oldQuote ?? style.keyQuote), style, context)

/** A string in the quote given, if it can contain the string; without one, in quotes only when it needs them. */
function stringText(text: string, quote: Quote | undefined, style: Style, context: Context): string {
  if (!quote && canBePlain(text, context)) return text
  if ((quote ?? style.quote) === 'single' && !/[\n\r\t]/.test(text) && !unprintable.test(text))
    return `'${text.replaceAll("'", "''")}'`
  return JSON.stringify(text).replace(unescapedByJson, unicodeEscape)
}

/** `\u0085` for U+0085. */
const unicodeEscape = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Characters that `JSON.stringify` does not escape, and that YAML forbids or reads as line breaks. */
const unescapedByJson = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g
// oxlint-disable-next-line no-control-regex -- characters that need an escape, and so double quotes
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/

/**
 * Whether a string without quotes is read as the same string. Dates and base-60 numbers are quoted although go-yaml reads
 * them as strings, because other readers do not. go-yaml does the same (`stringv` in `encode.go` of yaml.v2).
 */
export function canBePlain(text: string, context: Context): boolean {
  if (typeof resolvePlain(text) !== 'string' || /^(?:<<|=)$/.test(text)) return false
  if (/^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?$/.test(text) || /^\d{4}-\d\d?-\d\d?(?:$|[Tt\s])/.test(text))
    return false
  if (/^[,[\]{}#&*!|>'"%@`]|^[-?:](?:$|[^\w./-])|^(?:---|\.\.\.)/.test(text)) return false
  if (/^\s|\s$|[\t\r\n]|: | #|:$/.test(text) || unprintable.test(text)) return false
  return context === 'block' || !/[,[\]{}]/.test(text)
}
