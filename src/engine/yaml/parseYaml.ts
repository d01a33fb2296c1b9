import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  parseDocument,
  type Node,
  type Pair,
  type Scalar,
} from 'yaml'
import { shift, type Range } from '../model/range'
import type { Problem, ReadingRule } from '../model/problem'
import { invalidEscape, refusedEscape, withPlainQuotes } from './quotedEscapes'
import { isFloat, keyText, resolvePlain, resolveTagged } from './resolveScalar'
import { isStrictJson } from './splitDocuments'
import type { Entry, Mapping, Value } from './value'

/** An error of the YAML parser, with offsets into the text it was given. */
export type SyntaxFault = Range & { readonly code: string; readonly message: string }

export type ParsedYaml = {
  /** The root, as far as it could be read; absent for a text without content. */
  readonly value?: Value
  readonly faults: readonly SyntaxFault[]
  readonly problems: readonly Problem[]
  /** Where a `{{ }}` placeholder was taken for a mapping inside a mapping. */
  readonly placeholder?: number
  /** True when aliases make the document so much larger than its text that a cluster refuses to read it. */
  readonly explodes: boolean
}

/** Scalars stay text here: their meaning is decided by `scalars.ts`, not by one of the package's schemas. */
export const parserOptions = {
  version: '1.1',
  schema: 'failsafe',
  merge: false,
  resolveKnownTags: false,
  uniqueKeys: false, // quadratic in the package; repeated keys are found below
  prettyErrors: false,
  logLevel: 'silent',
} as const

/** The lexemes of a text, for an exact count of its nesting before anything recursive touches it. */
export const lexemes = (text: string): Iterable<string> => new Lexer().lex(text)

/** Reads the text of one document as the cluster would: YAML 1.1 with the rules of go-yaml. Never throws for any text. */
export function parseYaml(text: string): ParsedYaml {
  const document = parseDocument(text, parserOptions)
  const faults = document.errors.flatMap(({ code, message, pos: [from, to] }) => {
    const escape = refusedEscape(message)
    return escape === "\\'" ? [] : { code, message, from, to: Math.max(to, from + escape.length) }
  })
  const composer = new ValueBuilder(text)
  const value = document.contents ? composer.value(document.contents) : undefined
  return {
    ...(value && { value }),
    faults: [...faults, ...misplacedTabs(text, document.contents)].sort((a, b) => a.from - b.from),
    problems: composer.problems,
    ...(composer.placeholder !== undefined && { placeholder: composer.placeholder }),
    explodes: composer.explodes,
  }
}

/** A line of nothing but a tab is an error between block lines; the package lets it pass. */
function misplacedTabs(text: string, root: Node | null): SyntaxFault[] {
  const faults: SyntaxFault[] = []
  for (const match of text.matchAll(/^ *\t[ \t]*$/gm)) {
    const from = match.index
    if (!insideScalarOrFlow(root, from))
      faults.push({ code: 'TAB_AS_INDENT', message: '', from, to: from + match[0].length })
  }
  return faults
}

function insideScalarOrFlow(node: unknown, offset: number): boolean {
  if (!(isMap(node) || isSeq(node) || isScalar(node)) || !node.range) return false
  const [from, , end] = node.range
  if (isScalar(node)) return from < offset && offset < (node.type?.startsWith('BLOCK') ? end : node.range[1])
  if (node.flow) return from < offset && offset < node.range[1]
  return node.items.some((item) =>
    isSeq(node)
      ? insideScalarOrFlow(item, offset)
      : insideScalarOrFlow((item as Pair).key, offset) || insideScalarOrFlow((item as Pair).value, offset),
  )
}

/** A value with the number of values it stands for once every alias is followed. */
type Sized = { readonly value: Value; readonly size: number }

/** Beyond this many values a document is not followed, whatever the share of aliases. */
const sizeLimit = 2_000_000

class ValueBuilder {
  readonly problems: Problem[] = []
  placeholder: number | undefined
  /** Values met in all, and those of them that stand behind an alias. */
  private total = 0
  private aliased = 0
  private readonly anchors = new Map<string, Sized | 'open'>()
  private json: boolean | undefined

  constructor(private readonly text: string) {}

  /** The share of aliases that go-yaml allows falls with the size of the document. */
  get explodes(): boolean {
    if (this.total > sizeLimit) return true
    const share =
      this.total <= 400_000 ? 0.99 : 0.99 - (0.89 * Math.min(this.total - 400_000, 3_600_000)) / 3_600_000
    return this.aliased > 100 && this.total > 1000 && this.aliased / this.total > share
  }

  value(node: Node): Value {
    return this.content(node).value
  }

  /** What is not a key: keys may be infinite, and turn into text. */
  private content(node: unknown): Sized {
    const sized = this.sized(node)
    const { value } = sized
    if (value.type !== 'scalar' || typeof value.data !== 'number' || Number.isFinite(value.data)) return sized
    const written = this.text.slice(value.from, value.to)
    this.report('invalid-number', value, `${written} is not a number that an object can hold.`)
    return { ...sized, value: { ...value, data: null } }
  }

  private sized(node: unknown): Sized {
    if (isAlias(node)) return this.alias(node.source, rangeOf(node))
    const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined
    if (anchor) this.anchors.set(anchor, 'open')
    const before = this.total
    this.total++
    const value = this.plain(node)
    const sized = { value, size: this.total - before }
    if (anchor) this.anchors.set(anchor, sized)
    return sized
  }

  private plain(node: unknown): Value {
    if (isMap(node)) return this.mapping(node.items, rangeOf(node))
    if (isSeq(node)) {
      return { type: 'sequence', ...rangeOf(node), items: node.items.map((item) => this.content(item).value) }
    }
    return isScalar(node) ? this.scalar(node) : { type: 'scalar', from: 0, to: 0, data: null }
  }

  private alias(name: string, range: Range): Sized {
    const target = this.anchors.get(name)
    if (target === undefined || target === 'open') {
      const message =
        target === 'open'
          ? `The alias *${name} stands inside its own anchor.`
          : `The alias *${name} has no anchor above it.`
      this.report('invalid-alias', range, message)
      return { value: { type: 'scalar', ...range, data: null }, size: 1 }
    }
    this.total += target.size
    this.aliased += target.size
    return { value: { ...target.value, ...range }, size: target.size }
  }

  private scalar(node: Scalar): Value {
    const range = rangeOf(node)
    const quoted = node.type !== 'PLAIN'
    const text = this.scalarText(node, range)
    const resolved = node.tag
      ? resolveTagged(node.tag, text, quoted)
      : { data: quoted ? text : resolvePlain(text) }
    if ('fault' in resolved) this.report('invalid-tag', range, `${resolved.fault}.`)
    const data = 'fault' in resolved ? text : resolved.data
    const fraction = typeof data === 'number' && !quoted && /[.eE]/.test(text) && !/^[-+]?0[xX]/.test(text)
    return { type: 'scalar', ...range, data, ...(fraction && { fraction }) }
  }

  private scalarText(node: Scalar, { from, to }: Range): string {
    const text = String(node.value ?? '')
    if (node.type !== 'QUOTE_DOUBLE') return this.isCutShort(node) ? text.slice(0, -1) : text
    const source = this.text.slice(from, to)
    if (!source.includes('\\')) return text
    const escape = invalidEscape(source)
    if (escape && !(this.json ??= isStrictJson(this.text)))
      this.report('yaml-syntax', shift(escape, from), escape.message, escape.advice)
    if (!source.includes("\\'")) return text
    const { contents } = parseDocument(withPlainQuotes(source), parserOptions)
    return isScalar(contents) ? String(contents.value) : text
  }

  private mapping(items: readonly Pair[], range: Range): Mapping {
    const entries = new Map<string, Entry>()
    const seen = new Map<string, Range>()
    for (const { key, value } of items) {
      const keyRange = rangeOf(key)
      if (isScalar(key) && key.type === 'PLAIN' && key.value === '<<' && !key.tag) {
        this.merge(entries, value)
        continue
      }
      const named = this.key(key, keyRange)
      const sized = this.content(value)
      if (!named) continue
      const { name, identity } = named
      this.repeated(seen, identity, name, keyRange)
      const placed = sized.value.to > 0 ? sized.value : { ...sized.value, from: keyRange.to, to: keyRange.to }
      entries.set(name, { keyFrom: keyRange.from, keyTo: keyRange.to, value: placed })
    }
    return { type: 'mapping', ...range, entries }
  }

  /**
   * Whether the last line of a block scalar is the last of the text and has no line break: then its value has none
   * either, whatever its header keeps. The parser adds one; the readers of a cluster do not.
   */
  private isCutShort({ type, value, range }: Scalar): boolean {
    const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED'
    if (!isBlock || range?.[1] !== this.text.length) return false
    const isBlank = !/\S[ \t]*$/.test(this.text)
    // A line of blanks counts only as far as it goes beyond the indentation.
    const lastLine = isBlank ? /(?:^|\n)[ \t]+\n$/ : /\n$/
    return !this.text.endsWith('\n') && lastLine.test(String(value))
  }

  /** A key as text; undefined for what is no key. Keys with one `identity` are equal: `-0.0` and `0.0`, not `1` and `"1"`. */
  private key(key: unknown, range: Range): { readonly name: string; readonly identity: string } | undefined {
    const { value } = this.sized(key)
    if (value.type === 'scalar') {
      const { data, fraction = false } = value
      const float = typeof data === 'number' && isScalar(key) ? isFloat(String(key.value)) : fraction
      const name = keyText(data, float)
      if (name !== undefined) return { name, identity: `${float ? 'float' : typeof data} ${data}` }
      this.report('invalid-key', range, 'An object has only named fields, and this is no name.')
    } else if (this.text.slice(range.from - 1, range.from + 1) === '{{') this.placeholder ??= range.from - 1
    else
      this.report(
        'invalid-key',
        range,
        'A mapping or list is used as a key; an object has only named fields.',
      )
    return undefined
  }

  private repeated(seen: Map<string, Range>, identity: string, name: string, range: Range) {
    const first = seen.get(identity)
    if (!first) {
      seen.set(identity, range)
      return
    }
    this.report(
      'duplicate-key',
      range,
      `The key ${name} is set twice in this mapping.`,
      'Some readers refuse the document, others silently keep the last value. Remove one of the two.',
      [{ message: `${name} is first set here.`, range: first }],
    )
  }

  /** Merges are applied where they stand: over the keys before them, under the keys after them. */
  private merge(entries: Map<string, Entry>, node: unknown) {
    const { value } = this.sized(node)
    const listed = value.type === 'sequence' && !isAlias(node)
    const sources = listed ? value.items.toReversed() : [value]
    for (const source of sources) {
      if (source.type !== 'mapping') {
        this.report('invalid-alias', value, 'Only a mapping, or a list of mappings, can be merged with <<.')
        return
      }
      for (const [name, entry] of source.entries) entries.set(name, entry)
    }
  }

  private report(
    rule: ReadingRule,
    { from, to }: Range,
    message: string,
    advice?: string,
    related?: Problem['related'],
  ) {
    this.problems.push({
      rule,
      severity: 'refused',
      range: { from, to: Math.max(to, from + 1) },
      message,
      ...(advice && { advice }),
      ...(related && { related }),
    })
  }
}

/** From the first character of a node to the last of its value; trailing comments and blank lines are left out. */
function rangeOf(node: unknown): Range {
  const range = isAlias(node) || isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined
  return range ? { from: range[0], to: range[1] } : { from: 0, to: 0 }
}
