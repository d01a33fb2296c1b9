import { isAlias, isMap, isScalar, isSeq, Lexer, parseDocument, type Pair, type Scalar } from 'yaml'
import { shift, type Range } from '../model/range'
import type { Problem, ReadingRule } from '../model/problem'
import { shorten } from '../model/shorten'
import { isExcessive, isExcessiveAnyway } from './excessiveAliases'
import { escapeNamedIn, invalidEscape, withPlainQuotes } from './quotedEscapes'
import { isFloat, keyText, resolvePlain, resolveTagged } from './resolveScalar'
import { isStrictJson } from './splitDocuments'
import { tabLines } from './tabLines'
import { isFirst, unusualIndentAdvice, unusualIndentMessage, unusualStart } from './unusualSpaces'
import type { Entry, Mapping, Value } from './value'

/** An error of the `yaml` package, with its code and message. The range is in the text that was parsed. */
export type ParseError = Range & { readonly code: string; readonly message: string }

export type ParsedYaml = {
  /** The root, as far as it could be read; absent for a text without content. */
  readonly value?: Value
  readonly errors: readonly ParseError[]
  readonly problems: readonly Problem[]
  /** The offset of a `{{ }}` placeholder, which YAML reads as a mapping that is a key of another mapping. */
  readonly placeholder?: number
  /** Whether following the aliases gives so many values that a cluster refuses the document. */
  readonly hasExcessiveAliases: boolean
  /** Whether there is any alias, so that there can be more values than the text has characters. */
  readonly hasAliases: boolean
}

/** Scalars stay text here: `resolveScalar.ts` decides their types, not one of the schemas of the package. */
const parserOptions = {
  version: '1.1',
  schema: 'failsafe',
  merge: false,
  resolveKnownTags: false,
  uniqueKeys: false, // takes quadratic time in the package; duplicate keys are found below
  prettyErrors: false,
  logLevel: 'silent',
} as const

/** The tokens of a text. They allow an exact count of its levels before anything recursive runs. */
export const lexemes = (text: string): Iterable<string> => new Lexer().lex(text)

/**
 * The syntax tree of a text. The package makes an `Error` of everything that is wrong; none is thrown, so nobody needs the
 * calls that led to it, which would take a tenth of the time of texts with errors.
 */
export function parseTree(text: string): ReturnType<typeof parseDocument> {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return parseDocument(text, parserOptions)
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

/** Parses the text of one document as the cluster does: YAML 1.1 with the rules of go-yaml. Never throws. */
export function parseYaml(text: string): ParsedYaml {
  const document = parseTree(text)
  const errors = document.errors.flatMap(({ code, message, pos: [from, to] }) => {
    const escape = escapeNamedIn(message)
    // go-yaml allows this escape.
    return escape === "\\'" ? [] : { code, message, from, to: Math.max(to, from + escape.length) }
  })
  const tabs = tabLines(text, document.contents).map((range) => ({
    code: 'TAB_AS_INDENT',
    message: '',
    ...range,
  }))
  const builder = new ValueBuilder(text)
  const value = document.contents ? builder.value(document.contents) : undefined
  return {
    ...(value && { value }),
    errors: [...errors, ...tabs].sort((a, b) => a.from - b.from),
    problems: builder.problems,
    ...(builder.placeholder !== undefined && { placeholder: builder.placeholder }),
    hasExcessiveAliases: builder.hasExcessiveAliases,
    hasAliases: builder.hasAliases,
  }
}

/** `count`: the number of values in the value, itself included, with every alias replaced by what it refers to. */
type CountedValue = { readonly value: Value; readonly count: number }

class ValueBuilder {
  readonly problems: Problem[] = []
  placeholder: number | undefined
  /** How many values there are with every alias followed, and how many of these are the result of an alias. */
  private total = 0
  private fromAliases = 0
  /** Known before the end, so that no memory is spent on copies of values that nobody reads. */
  private isExcessive = false
  /** `open`: the value of the anchor is not complete yet. */
  private readonly anchors = new Map<string, CountedValue | 'open'>()
  private isJson: boolean | undefined
  private hasUnusualIndent = false

  constructor(private readonly text: string) {}

  /** Whether following the aliases gives so many values that a cluster refuses the document. */
  get hasExcessiveAliases(): boolean {
    return this.isExcessive || isExcessive(this.fromAliases, this.total)
  }

  get hasAliases(): boolean {
    return this.fromAliases > 0
  }

  /** The value of a node that is not a key. Only keys can be infinite or NaN: they become text. */
  value(node: unknown): Value {
    const { value } = this.counted(node)
    if (value.type !== 'scalar' || typeof value.data !== 'number' || Number.isFinite(value.data)) return value
    const source = this.text.slice(value.from, value.to)
    const message = `Invalid number ${source}: a value cannot be infinity or NaN.`
    this.report('invalid-number', value, message, { title: 'Value is infinity or NaN' })
    return { ...value, data: null }
  }

  private counted(node: unknown): CountedValue {
    // The document is rejected, whatever else is in it.
    if (this.isExcessive) return { value: { type: 'scalar', ...rangeOf(node), data: null }, count: 1 }
    if (isAlias(node)) return this.alias(node.source, rangeOf(node))
    const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined
    if (anchor) this.anchors.set(anchor, 'open')
    const before = this.total
    this.total++
    const value = this.withoutAlias(node)
    const counted = { value, count: this.total - before }
    if (anchor) this.anchors.set(anchor, counted)
    return counted
  }

  private withoutAlias(node: unknown): Value {
    if (isMap(node)) return this.mapping(node.items, rangeOf(node))
    if (isSeq(node))
      return { type: 'sequence', ...rangeOf(node), items: node.items.map((item) => this.value(item)) }
    return isScalar(node) ? this.scalar(node) : { type: 'scalar', from: 0, to: 0, data: null }
  }

  private alias(name: string, range: Range): CountedValue {
    const target = this.anchors.get(name)
    if (target === undefined || target === 'open') {
      const message =
        target === 'open'
          ? `The alias *${name} is inside the value of its own anchor &${name}.`
          : `The alias *${name} has no anchor &${name} before it.`
      this.report('invalid-alias', range, message, { title: 'Invalid alias' })
      return { value: { type: 'scalar', ...range, data: null }, count: 1 }
    }
    this.total += target.count
    this.fromAliases += target.count
    // Every value of its own has at least one character.
    this.isExcessive ||= isExcessiveAnyway(this.fromAliases, this.text.length)
    return { value: { ...target.value, ...range }, count: target.count }
  }

  private scalar(node: Scalar): Value {
    const range = rangeOf(node)
    const isQuoted = node.type !== 'PLAIN'
    if (!isQuoted) this.checkIndent(range, false)
    const text = this.scalarText(node, range)
    const resolved = node.tag
      ? resolveTagged(node.tag, text, isQuoted)
      : { data: isQuoted ? text : resolvePlain(text) }
    if ('error' in resolved) this.report('invalid-tag', range, resolved.error, { title: 'Invalid tag' })
    const data = 'error' in resolved ? text : resolved.data
    const fraction = typeof data === 'number' && !isQuoted && /[.eE]/.test(text) && !/^[-+]?0[xX]/.test(text)
    return { type: 'scalar', ...range, data, ...(fraction && { fraction }) }
  }

  private scalarText(node: Scalar, { from, to }: Range): string {
    const text = String(node.value ?? '')
    if (node.type !== 'QUOTE_DOUBLE') return this.hasAddedBreak(node) ? text.slice(0, -1) : text
    const source = this.text.slice(from, to)
    if (!source.includes('\\')) return text
    const escape = invalidEscape(source)
    if (escape && !(this.isJson ??= isStrictJson(this.text)))
      this.report('yaml-syntax', shift(escape, from), escape.message, { advice: escape.advice })
    if (!source.includes("\\'")) return text
    const { contents } = parseTree(withPlainQuotes(source))
    return isScalar(contents) ? String(contents.value) : text
  }

  private mapping(items: readonly Pair[], range: Range): Mapping {
    const entries = new Map<string, Entry>()
    const seen = new Map<string, Range>()
    for (const { key, value: node } of items) {
      const keyRange = rangeOf(key)
      if (isScalar(key) && key.type === 'PLAIN' && key.value === '<<' && !key.tag) {
        this.merge(entries, node)
        continue
      }
      const named = this.key(key, keyRange)
      const value = this.value(node)
      if (!named) continue
      const { name, identity } = named
      this.checkDuplicate(seen, identity, name, keyRange)
      // A missing value has no range of its own.
      const located = value.to > 0 ? value : { ...value, from: keyRange.to, to: keyRange.to }
      entries.set(name, { keyFrom: keyRange.from, keyTo: keyRange.to, value: located })
    }
    return { type: 'mapping', ...range, entries }
  }

  /**
   * Whether a block scalar ends the text, and the text does not end with a line break. The package then adds a line break
   * to the value, go-yaml does not.
   */
  private hasAddedBreak({ type, value, range }: Scalar): boolean {
    const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED'
    if (!isBlock || range?.[1] !== this.text.length) return false
    const isBlank = !/\S[ \t]*$/.test(this.text)
    // In a last line of spaces, only those beyond the indentation belong to the value.
    const lastLine = isBlank ? /(?:^|\n)[ \t]+\n$/ : /\n$/
    return !this.text.endsWith('\n') && lastLine.test(String(value))
  }

  /**
   * The text of a key; undefined for a value that cannot be a key. Keys with the same `identity` are duplicates: `-0.0`
   * and `0.0` are, `1` and `"1"` are not.
   */
  private key(key: unknown, range: Range): { readonly name: string; readonly identity: string } | undefined {
    if (isScalar(key) && key.type === 'PLAIN') this.checkIndent(range, true)
    const { value } = this.counted(key)
    if (value.type === 'scalar') {
      const { data, fraction = false } = value
      const float = typeof data === 'number' && isScalar(key) ? isFloat(String(key.value)) : fraction
      const name = keyText(data, float)
      if (name !== undefined) return { name, identity: `${float ? 'float' : typeof data} ${data}` }
    } else if (this.text.slice(range.from - 1, range.from + 1) === '{{') {
      this.placeholder ??= range.from - 1
      return undefined
    }
    const message = `Invalid key: a key must be text, but this is ${describeKey(value)}.`
    this.report('invalid-key', range, message, { title: 'Key is not text' })
    return undefined
  }

  /** Reports the first line whose indentation is read as the start of a plain scalar. */
  private checkIndent(range: Range, isKey: boolean) {
    if (this.hasUnusualIndent) return
    const indent = unusualStart(this.text, range)
    if (!indent || !isFirst(this.text, range.from, isKey)) return
    this.hasUnusualIndent = true
    const reading = isKey ? 'part of the name' : 'part of the value'
    const message = unusualIndentMessage(this.text.slice(indent.from, indent.to), reading)
    this.report('indentation', indent, message, { advice: unusualIndentAdvice })
  }

  private checkDuplicate(seen: Map<string, Range>, identity: string, name: string, range: Range) {
    const first = seen.get(identity)
    if (first)
      this.report('duplicate-key', range, `Duplicate key: ${shorten(name)} is already set in this mapping.`, {
        title: 'Duplicate key',
        about: { noun: 'key', name },
        advice: 'Some tools reject the document, others silently use the last value. Remove one of the two.',
        related: [{ message: `${shorten(name)} is first set here.`, range: first }],
      })
    else seen.set(identity, range)
  }

  /** A merge overrides the keys before it, and the keys after it override the merge, as in go-yaml. */
  private merge(entries: Map<string, Entry>, node: unknown) {
    const { value } = this.counted(node)
    if (this.isExcessive) return
    const isListed = value.type === 'sequence' && !isAlias(node)
    for (const source of isListed ? value.items.toReversed() : [value]) {
      if (source.type !== 'mapping') {
        this.report('invalid-alias', value, 'The value of << must be a mapping or a list of mappings.')
        return
      }
      for (const [name, entry] of source.entries) entries.set(name, entry)
    }
  }

  private report(
    rule: ReadingRule,
    { from, to }: Range,
    message: string,
    more: Pick<Problem, 'title' | 'about' | 'advice' | 'related'> = {},
  ) {
    const range = { from, to: Math.max(to, from + 1) }
    this.problems.push({ rule, severity: 'refused', range, message, ...more })
  }
}

/** The values that `keyText` does not take, in words. */
function describeKey(value: Value): string {
  if (value.type !== 'scalar') return value.type === 'sequence' ? 'a list' : 'a mapping'
  return value.data === null ? 'null' : 'a number that is too large'
}

/** From the first character of a node to the last of its value, without comments and blank lines after it. */
function rangeOf(node: unknown): Range {
  const range = isAlias(node) || isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined
  return range ? { from: range[0], to: range[1] } : { from: 0, to: 0 }
}
