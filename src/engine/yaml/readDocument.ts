import { columnOf, lineEnd } from '../model/lines'
import { chartSource, documentBody, forbiddenCharacter, isStrictJson } from './splitDocuments'
import { parseYaml, lexemes, type ParsedYaml, type SyntaxFault } from './parseYaml'
import { parseLenient } from './parseLenient'
import { mayNestTooDeep, nestingFault, nestingLimit } from './nestingDepth'
import type { Range } from '../model/range'
import type { Problem, ReadingRule } from '../model/problem'
import { firstPlaceholder, placeholderEnd, renderAdvice, withoutTemplates } from './templatePlaceholders'
import { valueAt, type Mapping, type Value } from './value'
import { syntaxMessage } from './syntaxMessages'

/** One document of the stream, read on its own. All offsets are relative to its own text. */
export type Document = {
  readonly status: 'read' | 'empty' | 'broken'
  /** Present when `status` is `read`: an object is always a mapping. */
  readonly root?: Mapping
  readonly problems: readonly Problem[]
  /** Whether strict readers take the document for JSON: its first character is a brace. */
  readonly json: boolean
  /** The template that a rendered chart names in the first line. */
  readonly source?: string
}

/** An object is at most 1.5 MiB in the cluster's store; a List may hold several. In UTF-16 units. */
const sizeLimit = 3_000_000

/** How many lines and commas a document may have: each can be a value, and values are what costs time. */
const valueLimit = 400_000

/** How many syntax errors of one document are told: those after the first few mostly follow from them. */
const faultLimit = 3

/** Reads the text of one document (with its `---` line, if any). Total: every text gives a document. */
export function readDocument(chunk: string): Document {
  const { text, offset } = documentBody(chunk)
  const json = /^\s*\{/.test(text)
  const source = chartSource(chunk)
  const base = { json, ...(source && { source }) }
  if (/^(?:---[ \t]*(?:\r?\n|$))?(?:[ \t]*(?:#.*)?(?:\r?\n|$))*$/.test(chunk))
    return { ...base, status: 'empty', problems: [] }
  const directive = directiveAlone(chunk)
  if (directive) return { ...base, status: 'empty', problems: [directive] }
  const obstacle = unreadable(chunk)
  if (obstacle) return { ...base, status: 'broken', problems: [obstacle] }
  const composed = parseLenient(chunk)
  const fatal = fatalProblems(chunk, composed)
  if (fatal.length > 0) return { ...base, status: 'broken', problems: fatal }
  const problems = [...composed.problems, ...(json ? strictJson(chunk, offset) : [])]
  const root = composed.value
  if (!root || isEmpty(root)) return { ...base, status: 'empty', problems }
  if (root.type !== 'mapping') {
    const what = root.type === 'sequence' ? 'a list' : 'a single value'
    const range = visible(chunk, { from: root.from, to: Math.min(root.to, lineEnd(chunk, root.from)) })
    const advice = 'An object starts with the keys apiVersion and kind.'
    const problem = refused('document-root', range, `The document is ${what}, not an object.`, advice)
    return { ...base, status: 'broken', problems: [...problems, problem] }
  }
  return {
    ...base,
    status: 'read',
    root,
    problems: [...problems, ...cutOff(chunk, composed), ...identity(root)],
  }
}

const isEmpty = (root: Value): boolean =>
  (root.type === 'scalar' && root.data === null) || (root.type === 'mapping' && root.entries.size === 0)

const refused = (rule: ReadingRule, range: Range, message: string, advice?: string): Problem => ({
  rule,
  severity: 'refused',
  range,
  message,
  ...(advice && { advice }),
})

/** What keeps a text from being parsed at all. */
function unreadable(chunk: string): Problem | undefined {
  const excess = excessOf(chunk)
  if (excess) {
    const message = `The document is too large to be read: ${excess}.`
    return refused(
      'too-large',
      visible(chunk, { from: 0, to: lineEnd(chunk, 0) }),
      message,
      'Split it at its objects.',
    )
  }
  const forbidden = forbiddenCharacter(chunk)
  if (forbidden) {
    const code = `U+${forbidden.code.toString(16).toUpperCase().padStart(4, '0')}`
    const range = { from: forbidden.at, to: forbidden.at + 1 }
    return refused(
      'forbidden-character',
      range,
      `The character ${code} is not allowed in YAML.`,
      'Remove it.',
    )
  }
  const deep = mayNestTooDeep(chunk) ? nestingFault(lexemes(chunk)) : undefined
  if (deep === undefined) return undefined
  const message = `The document nests deeper than ${nestingLimit} levels.`
  return refused('too-deep', visible(chunk, { from: deep, to: deep + 1 }), message)
}

function excessOf(chunk: string): string | undefined {
  const count = (value: number) => value.toLocaleString('en')
  if (chunk.length > sizeLimit)
    return `it has ${count(chunk.length)} characters of at most ${count(sizeLimit)}`
  const values = chunk.length > valueLimit ? (chunk.match(/[\n,]/g)?.length ?? 0) : 0
  return values > valueLimit
    ? `it has ${count(values)} lines and list items of at most ${count(valueLimit)}`
    : undefined
}

/** What makes a parsed document worthless: syntax errors, placeholders in its structure, exploding aliases. */
function fatalProblems(chunk: string, composed: ParsedYaml): readonly Problem[] {
  const faults = isCutOff(chunk, composed) ? [] : composed.faults
  const placeholder = composed.placeholder ?? (faults.length > 0 ? templateCause(chunk) : undefined)
  if (placeholder !== undefined) {
    const range = { from: placeholder, to: placeholderEnd(chunk, placeholder) }
    const message = `This is a template that has not been rendered: ${chunk.slice(range.from, range.to).slice(0, 60)} is no YAML value.`
    return [refused('unrendered-template', visible(chunk, range), message, renderAdvice)]
  }
  if (composed.explodes) {
    const message = 'The aliases of this document stand for far more than its text holds.'
    const range = visible(chunk, { from: 0, to: lineEnd(chunk, 0) })
    return [refused('invalid-alias', range, message, 'Readers refuse such a document to protect themselves.')]
  }
  return distinct(faults).map((fault) => {
    const { message, advice } = syntaxMessage(fault.code, fault.message)
    return refused('yaml-syntax', visible(chunk, openingQuote(chunk, fault)), message, advice)
  })
}

/** The place of the placeholder that keeps the text from parsing; undefined when it would not parse without it either. */
function templateCause(chunk: string): number | undefined {
  const at = firstPlaceholder(chunk)
  return at !== undefined && parseYaml(withoutTemplates(chunk)).faults.length === 0 ? at : undefined
}

/** The first errors that stand on lines of their own. */
const distinct = (faults: readonly SyntaxFault[]): readonly SyntaxFault[] =>
  faults
    .filter((fault, index) => index === 0 || fault.from > (faults[index - 1]?.to ?? 0) + 1)
    .slice(0, faultLimit)

/** The parser reports an unclosed quote where the text ends; people look for it where it starts. */
function openingQuote(chunk: string, fault: SyntaxFault): Range {
  const quote = /closing (["'])quote/.exec(fault.message)?.[1]
  if (!quote) return fault
  const from = chunk.lastIndexOf(quote, fault.from - 1)
  return from < 0 ? fault : { from, to: Math.min(fault.to, lineEnd(chunk, from)) }
}

/**
 * Readers stop without a word where a line stands further left than the first key: what follows is lost. The part
 * above is still an object.
 */
const isCutOff = (chunk: string, { value, faults: [fault] }: ParsedYaml): boolean =>
  value?.type === 'mapping' &&
  fault?.code === 'UNEXPECTED_TOKEN' &&
  fault.from >= value.to &&
  columnOf(chunk, fault.from) < columnOf(chunk, value.from)

function cutOff(chunk: string, composed: ParsedYaml): readonly Problem[] {
  const [fault] = composed.faults
  if (!fault) return []
  const range = visible(chunk, { from: fault.from, to: lineEnd(chunk, fault.from) })
  const message =
    'This line stands further left than the first key, so the cluster drops it and all below it.'
  return [refused('yaml-syntax', range, message, 'Start all top-level keys in the same column.')]
}

/** A directive is legal YAML, but the tools that apply manifests split the stream at `---` and choke on it. */
function directiveAlone(chunk: string): Problem | undefined {
  const match = /^(?:[ \t]*(?:#.*)?\r?\n)*(%\S.*)(?:\r?\n(?:[ \t]*#.*|[ \t]*|%.*))*$/.exec(chunk)
  if (!match?.[1]) return undefined
  const directive = match[1].trimEnd()
  const from = chunk.indexOf(directive)
  const message = `The directive ${directive.slice(0, 40)} is cut off from its document at the --- line.`
  return refused(
    'yaml-directive',
    { from, to: from + directive.length },
    message,
    'Remove it: manifests need none.',
  )
}

/** A document that starts with a brace is taken for JSON by strict readers, which then refuse what only YAML allows. */
function strictJson(chunk: string, offset: number): readonly Problem[] {
  if (isStrictJson(chunk)) return []
  const from = chunk.indexOf('{', offset)
  const message =
    'The document starts with a brace, so strict readers take it for JSON, and it is not valid JSON.'
  const advice =
    'Keys and texts in double quotes, no comments, no comma before a closing bracket, nothing after the end.'
  return [{ ...refused('strict-json', { from, to: from + 1 }, message, advice), severity: 'warning' }]
}

/** `apiVersion` and `kind` name what an object is. */
function identity(root: Mapping): readonly Problem[] {
  return ['apiVersion', 'kind'].flatMap((key) => {
    const value = valueAt(root, [key])
    if (!value || value.type === 'scalar') return []
    const { keyFrom, keyTo } = root.entries.get(key) ?? { keyFrom: root.from, keyTo: root.from + 1 }
    return [refused('field-type', { from: keyFrom, to: keyTo }, `${key} must be text.`)]
  })
}

/** A range inside the text with at least one character, moved off blanks: on along its line, or else back. */
function visible(text: string, range: Range): Range {
  const blanks = /^ */.exec(text.slice(range.from, lineEnd(text, range.from)))?.[0].length ?? 0
  let from = Math.min(range.from + blanks, text.length - 1)
  while (from > 0 && /[\r\n]/.test(text[from] ?? '')) from--
  const to = Math.min(Math.max(range.to, from + 1), text.length)
  return { from, to: Math.max(from + 1, from + text.slice(from, to).trimEnd().length) }
}
