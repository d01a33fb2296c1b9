import { columnOf, lineEnd } from '../model/lines'
import { chartSource, documentBody, forbiddenCharacter, isStrictJson } from './splitDocuments'
import { parseYaml, lexemes, type ParsedYaml, type ParseError } from './parseYaml'
import { parseLenient } from './parseLenient'
import { mayNestTooDeep, nestingLimit, tooDeepOffset } from './nestingDepth'
import type { Range } from '../model/range'
import type { Problem, ReadingRule } from '../model/problem'
import { firstPlaceholder, placeholderEnd, renderAdvice, withoutTemplates } from './templatePlaceholders'
import { isNull, valueAt, type Mapping, type Value } from './value'
import { syntaxMessage } from './syntaxMessages'
import {
  firstUnusualIndent,
  unusualIndentAdvice,
  unusualIndentMessage,
  withUsualIndents,
} from './unusualSpaces'

/** One document of a text, read without the others. All offsets are relative to the document. */
export type Document = {
  readonly status: 'read' | 'empty' | 'broken'
  /** Present when `status` is `read`: an object is always a mapping. */
  readonly root?: Mapping
  readonly problems: readonly Problem[]
  /** Whether there are aliases, so that there can be more values than the text has characters. */
  readonly hasAliases?: true
  /** Whether strict readers expect JSON: the first character is a brace. */
  readonly json: boolean
  /** The template that is named in the first line, as in the output of `helm template`. */
  readonly source?: string
}

/** In UTF-16 units. One object can have at most 1.5 MiB in the cluster's store, but a List contains several. */
export const documentLimit = 3_000_000

/** How many lines and commas a document can have: each may be a value, and the number of values decides the time. */
const valueLimit = 400_000

/** How many syntax errors of a document are reported: later ones are mostly consequences of the first. */
const errorLimit = 3

/** Reads one document, with its `---` line if it has one. Every text gives a document; it never throws. */
export function readDocument(text: string): Document {
  const { text: body, offset } = documentBody(text)
  const json = /^\s*\{/.test(body)
  const source = chartSource(text)
  const base = { json, ...(source && { source }) }
  if (/^(?:---[ \t]*(?:\r?\n|$))?(?:[ \t]*(?:#.*)?(?:\r?\n|$))*$/.test(text))
    return { ...base, status: 'empty', problems: [] }
  const directive = directiveAlone(text)
  if (directive) return { ...base, status: 'empty', problems: [directive] }
  const obstacle = obstacleToParsing(text)
  if (obstacle) return { ...base, status: 'broken', problems: [obstacle] }
  const parsed = parseLenient(text)
  const fatal = fatalProblems(text, parsed)
  if (fatal.length > 0) return { ...base, status: 'broken', problems: fatal }
  const problems = [...parsed.problems, ...(json ? strictJson(text, offset) : [])]
  const root = parsed.value
  if (!root || isEmpty(root)) return { ...base, status: 'empty', problems }
  if (root.type !== 'mapping') {
    const what = root.type === 'sequence' ? 'a list' : 'a single value'
    const range = visible(text, { from: root.from, to: Math.min(root.to, lineEnd(text, root.from)) })
    const advice = 'A Kubernetes object is a mapping with the keys apiVersion and kind.'
    const problem = refused('document-root', range, `The document is ${what}, not an object.`, advice)
    return { ...base, status: 'broken', problems: [...problems, problem] }
  }
  return {
    ...base,
    status: 'read',
    root,
    ...(parsed.hasAliases && { hasAliases: true }),
    problems: [...problems, ...cutOffLines(text, parsed), ...identityProblems(root)],
  }
}

const isEmpty = (root: Value): boolean => isNull(root) || (root.type === 'mapping' && root.entries.size === 0)

const refused = (
  rule: ReadingRule,
  range: Range,
  message: string,
  advice?: string,
  title?: string,
): Problem => ({
  rule,
  severity: 'refused',
  range,
  message,
  ...(title && { title }),
  ...(advice && { advice }),
})

/** Why a document is not even parsed. */
function obstacleToParsing(text: string): Problem | undefined {
  const excess = excessOf(text)
  if (excess) {
    const range = visible(text, { from: 0, to: lineEnd(text, 0) })
    return refused(
      'too-large',
      range,
      `The document is too large: ${excess}.`,
      'Split it into one document per object.',
    )
  }
  const forbidden = forbiddenCharacter(text)
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
  const deep = mayNestTooDeep(text) ? tooDeepOffset(lexemes(text)) : undefined
  if (deep === undefined) return undefined
  const message = `The document is nested more than ${nestingLimit} levels deep.`
  return refused('too-deep', visible(text, { from: deep, to: deep + 1 }), message)
}

function excessOf(text: string): string | undefined {
  const excess = (count: number, limit: number, unit: string) =>
    `it has ${count.toLocaleString('en')} ${unit}, and the limit is ${limit.toLocaleString('en')}`
  if (text.length > documentLimit) return excess(text.length, documentLimit, 'characters')
  const values = text.length > valueLimit ? (text.match(/[\n,]/g)?.length ?? 0) : 0
  return values > valueLimit ? excess(values, valueLimit, 'lines and list items') : undefined
}

/** What makes a parsed document useless: syntax errors, placeholders in its structure, too many values from aliases. */
function fatalProblems(text: string, parsed: ParsedYaml): readonly Problem[] {
  const errors = isCutOff(text, parsed) ? [] : parsed.errors
  const placeholder = parsed.placeholder ?? (errors.length > 0 ? placeholderAsCause(text) : undefined)
  if (placeholder !== undefined) {
    const range = { from: placeholder, to: placeholderEnd(text, placeholder) }
    const source = text.slice(range.from, range.to).slice(0, 60)
    const message = `This template has not been rendered: ${source} is not a valid YAML value.`
    const title = 'Template that has not been rendered'
    return [refused('unrendered-template', visible(text, range), message, renderAdvice, title)]
  }
  if (parsed.hasExcessiveAliases) {
    const message = 'The aliases of this document repeat too many values.'
    const range = visible(text, { from: 0, to: lineEnd(text, 0) })
    return [
      refused('invalid-alias', range, message, 'YAML readers reject such a document to protect themselves.'),
    ]
  }
  const indent = errors.length > 0 ? indentAsCause(text) : undefined
  if (indent) {
    const message = unusualIndentMessage(text.slice(indent.from, indent.to), 'text')
    return [refused('indentation', indent, message, unusualIndentAdvice)]
  }
  return withoutNeighbours(errors).map((error) => {
    const { message, advice } = syntaxMessage(error.code, error.message)
    return refused('yaml-syntax', visible(text, rangeOfError(text, error)), message, advice)
  })
}

/** The placeholder without which the text could be parsed; undefined when something else is wrong. */
function placeholderAsCause(text: string): number | undefined {
  const at = firstPlaceholder(text)
  return at !== undefined && parseYaml(withoutTemplates(text)).errors.length === 0 ? at : undefined
}

/** The first line with unusual spaces, where the text could be parsed if they were ordinary ones. */
function indentAsCause(text: string): Range | undefined {
  const indent = firstUnusualIndent(text)
  return indent && parseLenient(withUsualIndents(text)).errors.length === 0 ? indent : undefined
}

/** The first few errors, without those that directly follow another one. */
const withoutNeighbours = (errors: readonly ParseError[]): readonly ParseError[] =>
  errors
    .filter((error, index) => index === 0 || error.from > (errors[index - 1]?.to ?? 0) + 1)
    .slice(0, errorLimit)

/** A missing closing quote is marked at the opening quote; the parser reports it where the text ends. */
function rangeOfError(text: string, error: ParseError): Range {
  const quote = /closing (["'])quote/.exec(error.message)?.[1]
  if (!quote) return error
  const from = text.lastIndexOf(quote, error.from - 1)
  return from < 0 ? error : { from, to: Math.min(error.to, lineEnd(text, from)) }
}

/**
 * Whether the only problem is a line that is indented less than the first key. Clusters ignore that line and all lines
 * after it without an error; the lines before it are still an object.
 */
const isCutOff = (text: string, { value, errors: [error] }: ParsedYaml): boolean =>
  value?.type === 'mapping' &&
  error?.code === 'UNEXPECTED_TOKEN' &&
  error.from >= value.to &&
  columnOf(text, error.from) < columnOf(text, value.from)

function cutOffLines(text: string, { errors: [error] }: ParsedYaml): readonly Problem[] {
  if (!error) return []
  const range = visible(text, { from: error.from, to: lineEnd(text, error.from) })
  const message =
    'This line is indented less than the first key, so the cluster ignores it and everything after it.'
  return [refused('yaml-syntax', range, message, 'Start all top-level keys in the same column.')]
}

/** A directive is valid YAML, but the tools that apply manifests split the text at `---`, which separates the two. */
function directiveAlone(text: string): Problem | undefined {
  const match = /^(?:[ \t]*(?:#.*)?\r?\n)*(%\S.*)(?:\r?\n(?:[ \t]*#.*|[ \t]*|%.*))*$/.exec(text)
  if (!match?.[1]) return undefined
  const directive = match[1].trimEnd()
  const from = text.indexOf(directive)
  const message = `The --- line separates the directive ${directive.slice(0, 40)} from its document.`
  return refused(
    'yaml-directive',
    { from, to: from + directive.length },
    message,
    'Remove it. Manifests do not need directives.',
    'Directive without its document',
  )
}

/** Strict readers treat a document that starts with a brace as JSON, and reject what only YAML allows. */
function strictJson(text: string, offset: number): readonly Problem[] {
  if (isStrictJson(text)) return []
  const from = text.indexOf('{', offset)
  const message = 'The document starts with a brace, so some tools read it as JSON, but it is not valid JSON.'
  const advice =
    'JSON needs double quotes around keys and text, and allows no comments, no trailing commas and nothing after the closing brace.'
  return [{ ...refused('strict-json', { from, to: from + 1 }, message, advice), severity: 'warning' }]
}

/** The problems of `apiVersion` and `kind`, which must be scalars. */
function identityProblems(root: Mapping): readonly Problem[] {
  return ['apiVersion', 'kind'].flatMap((key) => {
    const value = valueAt(root, [key])
    if (!value || value.type === 'scalar') return []
    const { keyFrom, keyTo } = root.entries.get(key) ?? { keyFrom: root.from, keyTo: root.from + 1 }
    const message = `${key} must be text, but is ${value.type === 'sequence' ? 'a list' : 'a mapping'}.`
    return [refused('field-type', { from: keyFrom, to: keyTo }, message, undefined, `${key} must be text`)]
  })
}

/** A range with at least one character that is not a space: the next one on the line, otherwise the one before. */
function visible(text: string, range: Range): Range {
  const blanks = /^ */.exec(text.slice(range.from, lineEnd(text, range.from)))?.[0].length ?? 0
  let from = Math.min(range.from + blanks, text.length - 1)
  while (from > 0 && /[\r\n]/.test(text[from] ?? '')) from--
  const to = Math.min(Math.max(range.to, from + 1), text.length)
  return { from, to: Math.max(from + 1, from + text.slice(from, to).trimEnd().length) }
}
