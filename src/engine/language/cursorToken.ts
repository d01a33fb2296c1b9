import { lineEnd, lineStart } from '../model/lines'
import type { Range } from '../model/range'
import { lexemes } from '../yaml/parseYaml'

/** Inserted at the cursor before the text is lexed and parsed. A private-use character, which YAML treats like a letter. */
export const cursorMark = '\uE000'

/** What the lexemes around a cursor tell about the word to complete. For `restartPolicy: Al‸`, a value with the word `Al`. */
export type CursorToken = {
  readonly role: 'key' | 'value'
  /** What a completion replaces, including quotes. Offsets of the text without the mark. */
  readonly word: Range
  readonly style: 'block' | 'flow'
  readonly quote: '' | '"' | "'"
  /** Whether a colon follows the word. */
  readonly hasColon: boolean
  /** A space when the cursor is right after a colon, as in `restartPolicy:‸`. */
  readonly prefix: '' | ' '
  /**
   * The text with the mark, and with what the word needs to be parsed in its role: the prefix, a closing quote, a colon
   * after a key.
   */
  readonly markedText: string
  /** The word in `markedText`. */
  readonly markedWord: Range
}

/** `other`: no plain or quoted scalar. The cursor is in a comment, an alias or a block scalar, for example. */
type Token = Range & { readonly kind: 'plain' | 'quoted' | 'other' }

type TokenContext = {
  readonly token: Token
  /** The innermost open bracket. */
  readonly bracket: string | undefined
  /**
   * The lexeme before the token, on the same line or inside the same brackets: `:` in `a: # b`. Spaces, comments, anchors
   * and tags do not count. Empty when there is none.
   */
  readonly previous: string
}

/** Control characters that the lexer emits: a document starts, unclosed brackets end, a scalar follows. */
const documentStart = '\u0002'
const flowErrorEnd = '\u0018'
const scalarNext = '\u001f'

/** The token at an offset of a document's text; undefined where nothing can be typed, such as in comments and block scalars. */
export function cursorTokenAt(text: string, offset: number): CursorToken | undefined {
  const marked = contextIn(text, offset, cursorMark)
  const { token } = marked
  if (token.kind === 'other') return undefined
  const isAfterColon = text[offset - 1] === ':'
  // In `a:‸`, the mark makes the colon a part of the word, until there is a space before the mark.
  const isColonInWord =
    token.kind === 'plain' && isAfterColon && token.from < offset && token.to === offset + 1
  const prefix = isColonInWord || (marked.previous === ':' && isAfterColon) ? ' ' : ''
  const context = isColonInWord ? contextIn(text, offset, ` ${cursorMark}`) : marked
  const role = roleOf(context)
  return role && cursorTokenOf(text, offset, context, role, prefix, isColonInWord)
}

/**
 * The context of the mark after `inserted`, which ends with it, is inserted. An unclosed quote on a line above would
 * contain the mark: then only the line of the cursor is lexed.
 */
function contextIn(text: string, offset: number, inserted: string): TokenContext {
  const marked = text.slice(0, offset) + inserted + text.slice(offset)
  const mark = offset + inserted.length - cursorMark.length
  const context = lexContext(marked, mark, 0)
  const start = lineStart(marked, mark)
  return context.token.kind === 'quoted' && context.token.from < start
    ? lexContext(marked.slice(0, lineEnd(marked, mark)), mark, start)
    : context
}

/** A flow sequence has values, a flow mapping has keys, and a line in block style starts with a key. */
function roleOf({ bracket, previous }: TokenContext): CursorToken['role'] | undefined {
  if (previous === ':') return 'value'
  if (bracket === '[') return previous === '[' || previous === ',' ? 'value' : undefined
  if (bracket === '{') return previous === '{' || previous === ',' ? 'key' : undefined
  return previous === '' || previous === '-' ? 'key' : undefined
}

function cursorTokenOf(
  text: string,
  offset: number,
  { token, bracket }: TokenContext,
  role: CursorToken['role'],
  prefix: CursorToken['prefix'],
  isColonInWord: boolean,
): CursorToken | undefined {
  const isEmpty = isColonInWord || (prefix && token.from === offset)
  const word = isEmpty
    ? { from: offset, to: offset }
    : token.kind === 'quoted'
      ? quotedWord(text, offset, token)
      : plainWord(text, offset, token, role)
  if (!word) return undefined
  const wordText = text.slice(word.from, word.to)
  const quote = /^["']/.exec(wordText)?.[0] ?? ''
  const isUnclosed = quote !== '' && !isClosed(wordText, quote)
  const after = text.slice(word.to)
  const hasColon =
    !isUnclosed && (token.kind === 'quoted' ? /^[ \t]*:/ : /^[ \t]*:(?=[\s,{}[\]]|$)/).test(after)
  const hasSpace = role === 'key' ? /\s/.test(wordText) : /\s/.test(text.slice(word.from, offset))
  if (token.kind === 'plain' && hasSpace) return undefined
  const markedWord =
    text.slice(word.from, offset) + cursorMark + text.slice(offset, word.to) + (isUnclosed ? quote : '')
  const rest = (role === 'key' && !hasColon ? ': ' : '') + after
  const from = word.from + prefix.length
  return {
    role,
    word,
    style: bracket ? 'flow' : 'block',
    quote: quote as CursorToken['quote'],
    hasColon,
    prefix,
    markedText: text.slice(0, word.from) + prefix + markedWord + rest,
    markedWord: { from, to: from + markedWord.length },
  }
}

/** A quoted scalar on the line of the cursor. An unclosed one ends with the letters after the cursor. */
function quotedWord(text: string, offset: number, token: Token): Range | undefined {
  if (token.from < lineStart(text, offset)) return undefined
  const to = token.to - cursorMark.length
  const quoted = text.slice(token.from, to)
  const quote = quoted[0] ?? ''
  if (isClosed(quoted, quote) && !quoted.includes('\n')) return { from: token.from, to }
  return { from: token.from, to: offset + (/^[\w./-]*/.exec(text.slice(offset))?.[0].length ?? 0) }
}

const isClosed = (quoted: string, quote: string): boolean => quoted.length > 1 && quoted.endsWith(quote)

/**
 * The part of a plain scalar on the line of the cursor. When the scalar starts on a line above, the last word before the
 * cursor can still be a key.
 */
function plainWord(text: string, offset: number, token: Token, role: CursorToken['role']): Range | undefined {
  const start = lineStart(text, offset)
  const end = offset + text.slice(offset, lineEnd(text, offset)).trimEnd().length
  const to = Math.max(offset, Math.min(token.to - cursorMark.length, end))
  if (token.from >= start) return { from: token.from, to }
  if (role === 'value') return undefined
  let from = offset
  while (from > start && /\S/.test(text[from - 1] ?? '')) from--
  return { from, to }
}

/** Lexes a text from `start` up to the token that contains the offset of the mark. */
function lexContext(marked: string, mark: number, start: number): TokenContext {
  const brackets: string[] = []
  let previous = ''
  let from = start
  let isScalar = false
  let isBlockScalar = false
  for (const lexeme of lexemes(marked.slice(start))) {
    if (!isScalar && [documentStart, flowErrorEnd, scalarNext].includes(lexeme)) {
      isScalar = lexeme === scalarNext
      // A line with too little indentation ends all open brackets.
      if (lexeme === flowErrorEnd) brackets.length = 0
      continue
    }
    const to = from + lexeme.length
    if (mark < to)
      return {
        token: { kind: kindOf(lexeme, isScalar, isBlockScalar), from, to },
        bracket: brackets.at(-1),
        previous,
      }
    from = to
    // After a block scalar, a new line starts.
    if (isScalar) previous = isBlockScalar ? '' : 'scalar'
    else if (/^[[{]$/.test(lexeme)) brackets.push(lexeme)
    else if (/^[\]}]$/.test(lexeme)) brackets.pop()
    if (/^\r?\n$/.test(lexeme) && brackets.length === 0) previous = ''
    else if (!isScalar && !/^(?:\s*$|[#&!])/.test(lexeme)) previous = lexeme
    isBlockScalar = isScalar ? false : isBlockScalar || /^[|>]/.test(lexeme)
    isScalar = false
  }
  return { token: { kind: 'other', from, to: from }, bracket: undefined, previous }
}

const kindOf = (lexeme: string, isScalar: boolean, isBlockScalar: boolean): Token['kind'] => {
  if (isScalar) return isBlockScalar ? 'other' : 'plain'
  return /^["']/.test(lexeme) ? 'quoted' : 'other'
}
