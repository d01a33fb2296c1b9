import { lineStart } from '../model/lines'
import { documentBody, normalizeBreaks, splitDocuments } from '../yaml/splitDocuments'
import { parseYaml, lexemes } from '../yaml/parseYaml'
import { parseLenient } from '../yaml/parseLenient'
import { mayNestTooDeep, tooDeepOffset } from '../yaml/nestingDepth'
import { shift, type Range } from '../model/range'
import { recoverByIndent } from './recoverByIndent'
import { caretMark, caretTokenAt, type CaretToken } from './caretToken'
import { valueAt, type Value } from '../yaml/value'
import type { Path } from '../model/path'

/** The object at a place, and the way from its root to what stands there. Ranges are those of the whole text. */
export type Place = {
  /** Empty when the text does not say. */
  readonly apiVersion: string
  readonly kind: string
  readonly path: Path
  readonly part: 'key' | 'value'
  readonly range: Range
}

/** Where something can be typed. */
export type Caret = Pick<CaretToken, 'role' | 'quote' | 'colon'> & {
  readonly apiVersion: string
  readonly kind: string
  /**
   * For a key, of the mapping it is to stand in; for a value, of the value. In a document too broken to be parsed
   * every index is 0.
   */
  readonly path: Path
  readonly range: Range
  /** The other keys of the mapping. */
  readonly present: ReadonlySet<string>
  readonly style: 'block' | 'flow' | 'json'
  /** What has to stand in front of the word: a blank after a colon, the dash of a new item. */
  readonly lead: '' | ' ' | '- '
  /** The column in which the word stands, its lead included. */
  readonly column: number
}

/** In UTF-16 units. In longer documents nothing is looked up: an answer would come too late. */
const sizeLimit = 500_000

/** The key or the single value at an offset; nothing inside block texts. Never throws. */
export function placeAt(text: string, offset: number): Place | undefined {
  const body = bodyAt(text, offset)
  if (!body || !isReadable(body.text)) return undefined
  const root = parseLenient(body.text).value
  const hit = root && hitAt(root, offset - body.from, [])
  if (!root || !hit || isBlockText(body.text, hit)) return undefined
  const { apiVersion, kind, path } = objectAt(root, hit.path)
  return { apiVersion, kind, path, part: hit.part, range: shift(hit.range, body.from) }
}

/** A script or a file in a block text is not about the field that holds it. */
const isBlockText = (text: string, { part, range }: Hit): boolean =>
  part === 'value' && /[|>]/.test(text[range.from] ?? '')

/** What can be typed at an offset; undefined where nothing can: in comments, in block texts. Never throws. */
export function caretAt(text: string, offset: number): Caret | undefined {
  const body = bodyAt(text, offset)
  if (!body || !isReadable(body.text)) return undefined
  const slot = caretTokenAt(body.text, offset - body.from)
  const found = slot && locate(slot)
  if (!slot || !found) return undefined
  const { root, hit, lead, column } = found
  const { object, path, ...identity } = objectAt(root, slot.role === 'key' ? hit.path.slice(0, -1) : hit.path)
  const mapping = slot.role === 'key' ? valueAt(object, path) : undefined
  const keys = mapping?.type === 'mapping' ? [...mapping.entries.keys()] : []
  const isJson = slot.style === 'flow' && /^\s*\{\s*(?:["}]|$)/.test(body.text)
  return {
    ...identity,
    path,
    role: slot.role,
    range: shift(slot.word, body.from),
    present: new Set(keys.filter((key) => key !== hit.path.at(-1))),
    style: isJson ? 'json' : slot.style,
    quote: slot.quote,
    colon: slot.colon,
    lead: lead || slot.lead,
    column,
  }
}

type Found = { readonly root: Value; readonly hit: Hit; readonly column: number; readonly lead: '' | '- ' }

/** Parses the text with the mark in it. When that does not hold, a new item of a list is tried, then the indentation. */
function locate({ role, style, marked, markedWord }: CaretToken): Found | undefined {
  const indent = marked.slice(lineStart(marked, markedWord.from), markedWord.from)
  if (style === 'block' && /^ *\t/.test(indent)) return undefined
  const whole = parsed(marked, markedWord, role, '')
  if (whole || style === 'flow') return whole
  if (role === 'key' && /^ *$/.test(indent)) {
    const dashed = `${marked.slice(0, markedWord.from)}- ${marked.slice(markedWord.from)}`
    const item = parsed(dashed, shift(markedWord, 2), role, '- ')
    if (item) return item
  }
  const skeleton = recoverByIndent(marked, markedWord)
  return skeleton && parsed(skeleton.text, skeleton.word, role, '')
}

/** The root of a text, if the word stands in it as what it is meant to be. */
function parsed(text: string, word: Range, role: CaretToken['role'], lead: Found['lead']): Found | undefined {
  if (!isReadable(text)) return undefined
  const { value: root, errors } = parseYaml(text)
  const hit = root && hitAt(root, word.from, [])
  if (!root || hit?.part !== role || hit.range.from !== word.from || hit.range.to !== word.to)
    return undefined
  const start = lineStart(text, word.from)
  const isFaulty = errors.some(({ from, to }) => from <= word.to && start <= Math.max(from, to))
  return isFaulty ? undefined : { root, hit, lead, column: word.from - start }
}

/** The document at an offset, without its `---` line. Blank ones are left out when a text is split. */
function bodyAt(text: string, offset: number): { readonly text: string; readonly from: number } | undefined {
  const normalized = normalizeBreaks(text)
  if (isSeparator(normalized, offset)) return undefined
  const chunk = splitDocuments(normalized).findLast(({ from }) => from <= offset)
  const whole = chunk ? normalized.slice(chunk.from, chunk.to) : ''
  if (!chunk || offset > chunk.to || (offset === chunk.to && /^\.\.\.(?=\s).*\n$/m.test(whole))) {
    const from = lineStart(normalized, offset)
    return { text: normalized.slice(from, offset), from }
  }
  const body = documentBody(whole)
  const from = chunk.from + body.offset
  return offset < from ? undefined : { text: body.text, from }
}

/** Whether an offset stands in a line of dashes or dots that separates documents. */
function isSeparator(text: string, offset: number): boolean {
  const start = lineStart(text, offset)
  const isMarked = /^(?:---|\.\.\.)(?=\s|$)/.test(text.slice(start, start + 4))
  return isMarked && (offset < start + 3 || /^...[ \t]*$/.test(text.slice(start, offset)))
}

/** The parser works by recursion, and takes its time. */
const isReadable = (text: string): boolean =>
  text.length <= sizeLimit && !(mayNestTooDeep(text) && tooDeepOffset(lexemes(text)) !== undefined)

type Hit = { readonly path: Path; readonly part: 'key' | 'value'; readonly range: Range }

/** The key or scalar at an offset. What stands elsewhere, behind an alias, is not gone through. */
function hitAt(value: Value, offset: number, path: Path): Hit | undefined {
  const isInside = ({ from, to }: Range): boolean => from <= offset && offset <= to
  if (value.type === 'scalar')
    return isInside(value) ? { path, part: 'value', range: { from: value.from, to: value.to } } : undefined
  if (value.type === 'sequence') {
    const index = value.items.findIndex(isInside)
    const item = value.items[index]
    return item && hitAt(item, offset, [...path, index])
  }
  for (const [key, { keyFrom: from, keyTo: to }] of value.entries)
    if (isInside({ from, to })) return { path: [...path, key], part: 'key', range: { from, to } }
  for (const [key, entry] of value.entries) {
    const hit = isInside(entry.value) ? hitAt(entry.value, offset, [...path, key]) : undefined
    if (hit) return hit
  }
  return undefined
}

type ObjectAt = {
  readonly object: Value | undefined
  readonly apiVersion: string
  readonly kind: string
  readonly path: Path
}

/** The innermost object around a path of its document: an item of a List is one, and typed lists say what theirs are. */
function objectAt(root: Value, whole: Path): ObjectAt {
  let object: Value | undefined = root
  let path = whole
  let listed = { apiVersion: '', kind: '' }
  for (;;) {
    const apiVersion = textOf(object, 'apiVersion') || listed.apiVersion
    const kind = textOf(object, 'kind') || listed.kind
    if (!kind.endsWith('List') || path[0] !== 'items' || typeof path[1] !== 'number')
      return { object, apiVersion, kind, path }
    const itemKind = kind.slice(0, -'List'.length)
    listed = itemKind ? { apiVersion, kind: itemKind } : { apiVersion: '', kind: '' }
    object = valueAt(object, path.slice(0, 2))
    path = path.slice(2)
  }
}

/** What is only being typed says nothing yet. */
function textOf(object: Value | undefined, key: string): string {
  const value = valueAt(object, [key])
  const text = value?.type === 'scalar' && value.data !== null ? String(value.data) : ''
  return text.includes(caretMark) ? '' : text
}
