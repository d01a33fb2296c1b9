import { lineStart } from '../model/lines'
import type { Path } from '../model/path'
import { shift, type Range } from '../model/range'
import { mayNestTooDeep, tooDeepOffset } from '../yaml/nestingDepth'
import { parseLenient } from '../yaml/parseLenient'
import { lexemes, parseYaml } from '../yaml/parseYaml'
import { documentBody, normalizeBreaks, splitDocuments } from '../yaml/splitDocuments'
import { valueAt, type Value } from '../yaml/value'
import { cursorMark, cursorTokenAt, type CursorToken } from './cursorToken'
import { recoverByIndent } from './recoverByIndent'

/** The key or scalar under the mouse pointer, and the object that contains it. */
export type HoverTarget = {
  /** Like `kind`, empty when the object has none. */
  readonly apiVersion: string
  readonly kind: string
  /** From the root of the object. */
  readonly path: Path
  readonly role: 'key' | 'value'
  /** Offsets of the whole text. */
  readonly range: Range
}

/** A cursor where a key or a value can be typed. */
export type Cursor = Pick<CursorToken, 'role' | 'quote' | 'hasColon'> & {
  readonly apiVersion: string
  readonly kind: string
  /**
   * From the root of the object: for a key, the path of the mapping that contains it; for a value, its own path. When the
   * document cannot be parsed, all indices are 0.
   */
  readonly path: Path
  /** What a completion replaces, in offsets of the whole text. */
  readonly range: Range
  /** The other keys of the mapping, for a key. */
  readonly otherKeys: ReadonlySet<string>
  readonly style: 'block' | 'flow' | 'json'
  /** What a completion inserts before the word: the space after a colon, or the dash of a new item. */
  readonly prefix: '' | ' ' | '- '
  /** The column of the word after the prefix is inserted. */
  readonly column: number
}

/** In UTF-16 units. Longer documents have no hover texts and completions, which would come too late. */
const sizeLimit = 500_000

/** The key or scalar at an offset; undefined elsewhere and in block scalars. Never throws. */
export function hoverTargetAt(text: string, offset: number): HoverTarget | undefined {
  const body = bodyAt(text, offset)
  if (!body || !canBeParsed(body.text)) return undefined
  const root = parseLenient(body.text).value
  const node = root && nodeAt(root, offset - body.from, [])
  if (!root || !node || isBlockScalar(body.text, node)) return undefined
  const { apiVersion, kind, path } = objectAt(root, node.path)
  return { apiVersion, kind, path, role: node.role, range: shift(node.range, body.from) }
}

/** A script or a file in a block scalar has no hover text, which would be about the field that contains it. */
const isBlockScalar = (text: string, { role, range }: Node): boolean =>
  role === 'value' && /[|>]/.test(text[range.from] ?? '')

/**
 * The cursor at an offset, with what is known about the key or value to type there. Undefined where nothing can be
 * completed, such as in comments and block scalars. Never throws.
 */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const body = bodyAt(text, offset)
  if (!body || !canBeParsed(body.text)) return undefined
  const token = cursorTokenAt(body.text, offset - body.from)
  const parsed = token && parseToken(token)
  if (!token || !parsed) return undefined
  const { root, node, prefix, column } = parsed
  const isKey = token.role === 'key'
  const { object, path, ...identity } = objectAt(root, isKey ? node.path.slice(0, -1) : node.path)
  const mapping = isKey ? valueAt(object, path) : undefined
  const keys = mapping?.type === 'mapping' ? [...mapping.entries.keys()] : []
  const isJson = token.style === 'flow' && /^\s*\{\s*(?:["}]|$)/.test(body.text)
  return {
    ...identity,
    path,
    role: token.role,
    range: shift(token.word, body.from),
    otherKeys: new Set(keys.filter((key) => key !== node.path.at(-1))),
    style: isJson ? 'json' : token.style,
    quote: token.quote,
    hasColon: token.hasColon,
    prefix: prefix || token.prefix,
    column,
  }
}

type ParsedToken = {
  readonly root: Value
  readonly node: Node
  readonly column: number
  readonly prefix: '' | '- '
}

/**
 * Parses the marked text. When that fails, tries the word as a new item of a sequence, then with only the lines that
 * matter by their indentation.
 */
function parseToken({ role, style, markedText, markedWord }: CursorToken): ParsedToken | undefined {
  const indent = markedText.slice(lineStart(markedText, markedWord.from), markedWord.from)
  if (style === 'block' && /^ *\t/.test(indent)) return undefined
  const parsed = parseWord(markedText, markedWord, role, '')
  if (parsed || style === 'flow') return parsed
  if (role === 'key' && /^ *$/.test(indent)) {
    const withDash = `${markedText.slice(0, markedWord.from)}- ${markedText.slice(markedWord.from)}`
    const item = parseWord(withDash, shift(markedWord, 2), role, '- ')
    if (item) return item
  }
  const recovered = recoverByIndent(markedText, markedWord)
  return recovered && parseWord(recovered.text, recovered.word, role, '')
}

/** Undefined when the word is not parsed as one key or value, or when its line has a syntax error. */
function parseWord(
  text: string,
  word: Range,
  role: CursorToken['role'],
  prefix: ParsedToken['prefix'],
): ParsedToken | undefined {
  if (!canBeParsed(text)) return undefined
  const { value: root, errors } = parseYaml(text)
  const node = root && nodeAt(root, word.from, [])
  if (!root || node?.role !== role || node.range.from !== word.from || node.range.to !== word.to)
    return undefined
  const start = lineStart(text, word.from)
  const hasError = errors.some(({ from, to }) => from <= word.to && start <= Math.max(from, to))
  return hasError ? undefined : { root, node, prefix, column: word.from - start }
}

/**
 * The document at an offset, without its `---` line. Documents of blank lines are left out when a text is split, so there
 * only the line up to the offset is returned.
 */
function bodyAt(text: string, offset: number): { readonly text: string; readonly from: number } | undefined {
  const normalized = normalizeBreaks(text)
  if (isInSeparator(normalized, offset)) return undefined
  const range = splitDocuments(normalized).findLast(({ from }) => from <= offset)
  const documentText = range ? normalized.slice(range.from, range.to) : ''
  if (!range || offset > range.to || (offset === range.to && /^\.\.\.(?=\s).*\n$/m.test(documentText))) {
    const from = lineStart(normalized, offset)
    return { text: normalized.slice(from, offset), from }
  }
  const body = documentBody(documentText)
  const from = range.from + body.offset
  return offset < from ? undefined : { text: body.text, from }
}

/** Whether an offset is in a `---` or `...` line. Content can follow on the same line: `--- {kind: Pod}`. */
function isInSeparator(text: string, offset: number): boolean {
  const start = lineStart(text, offset)
  const isSeparator = /^(?:---|\.\.\.)(?=\s|$)/.test(text.slice(start, start + 4))
  return isSeparator && (offset < start + 3 || /^...[ \t]*$/.test(text.slice(start, offset)))
}

/** Parsing is recursive, and takes long for a large text. */
const canBeParsed = (text: string): boolean =>
  text.length <= sizeLimit && !(mayNestTooDeep(text) && tooDeepOffset(lexemes(text)) !== undefined)

/** A key or a scalar. */
type Node = { readonly path: Path; readonly role: 'key' | 'value'; readonly range: Range }

/** The key or scalar at an offset. The content of an alias has the offsets of its anchor, so only an alias of a scalar is found. */
function nodeAt(value: Value, offset: number, path: Path): Node | undefined {
  const contains = ({ from, to }: Range): boolean => from <= offset && offset <= to
  if (value.type === 'scalar')
    return contains(value) ? { path, role: 'value', range: { from: value.from, to: value.to } } : undefined
  if (value.type === 'sequence') {
    const index = value.items.findIndex(contains)
    const item = value.items[index]
    return item && nodeAt(item, offset, [...path, index])
  }
  for (const [key, { keyFrom: from, keyTo: to }] of value.entries)
    if (contains({ from, to })) return { path: [...path, key], role: 'key', range: { from, to } }
  for (const [key, entry] of value.entries) {
    const node = contains(entry.value) ? nodeAt(entry.value, offset, [...path, key]) : undefined
    if (node) return node
  }
  return undefined
}

type ObjectAt = {
  readonly object: Value | undefined
  readonly apiVersion: string
  readonly kind: string
  /** From the root of the object. */
  readonly path: Path
}

/**
 * The innermost object that contains a path of the document. An item of a List is an object. Items of a typed list, such
 * as PodList, can be without apiVersion and kind, which then come from the list.
 */
function objectAt(root: Value, documentPath: Path): ObjectAt {
  let object: Value | undefined = root
  let path = documentPath
  let fromList = { apiVersion: '', kind: '' }
  for (;;) {
    const apiVersion = textOf(object, 'apiVersion') || fromList.apiVersion
    const kind = textOf(object, 'kind') || fromList.kind
    if (!kind.endsWith('List') || path[0] !== 'items' || typeof path[1] !== 'number')
      return { object, apiVersion, kind, path }
    const itemKind = kind.slice(0, -'List'.length)
    fromList = itemKind ? { apiVersion, kind: itemKind } : { apiVersion: '', kind: '' }
    object = valueAt(object, path.slice(0, 2))
    path = path.slice(2)
  }
}

/** The text of a field; empty when it is missing, or when it is the value that is being typed. */
function textOf(object: Value | undefined, key: string): string {
  const value = valueAt(object, [key])
  const text = value?.type === 'scalar' && value.data !== null ? String(value.data) : ''
  return text.includes(cursorMark) ? '' : text
}
