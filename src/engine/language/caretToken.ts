import { lineStart } from '../model/lines'
import { lexemes } from '../yaml/parseYaml'
import type { Range } from '../model/range'

/** Stands in the text for what is about to be typed. A character of no script, which YAML takes like a letter. */
export const caretMark = '\uE000'

/** What the characters around a place make of it, before anything is known of the structure. */
export type CaretToken = {
  readonly role: 'key' | 'value'
  /** What a completion replaces, with its quotes. Offsets of the text that was asked about. */
  readonly word: Range
  readonly style: 'block' | 'flow'
  readonly quote: '' | '"' | "'"
  /** Whether a colon follows the word. */
  readonly colon: boolean
  /** The blank that the colon right before the place still needs. */
  readonly lead: '' | ' '
  /** The text with the word made whole by the mark, and where the word stands in it. */
  readonly marked: string
  readonly markedWord: Range
}

type Token = Range & { readonly kind: 'plain' | 'quoted' | 'none' }

type Surroundings = {
  readonly token: Token
  readonly bracket: string | undefined
  /** The last lexeme that means something: on the same line, or between the same brackets. */
  readonly before: string
}

/** Lexemes of the lexer's own: start of a document, end of unclosed brackets, a scalar follows. */
const controls = new Set(['\u0002', '\u0018', '\u001f'])

/** What could be typed at a place of a document's text; undefined in comments, block texts and the like. */
export function caretTokenAt(text: string, at: number): CaretToken | undefined {
  const near = surroundingsIn(text, at, caretMark)
  if (near.token.kind === 'none') return undefined
  const glued =
    near.token.kind === 'plain' && text[at - 1] === ':' && near.token.from < at && near.token.to === at + 1
  const lead = glued || (near.before === ':' && text[at - 1] === ':') ? ' ' : ''
  const inside = glued ? surroundingsIn(text, at, ` ${caretMark}`) : near
  const role = roleOf(inside)
  return role && caretTokenOf(text, at, inside, role, lead, glued)
}

/** A quote that is not closed above swallows what follows: then the line alone has to do. */
function surroundingsIn(text: string, at: number, piece: string): Surroundings {
  const marked = text.slice(0, at) + piece + text.slice(at)
  const place = at + piece.length - caretMark.length
  const found = surroundings(marked, place, 0)
  const start = lineStart(marked, place)
  return found.token.kind === 'quoted' && found.token.from < start
    ? surroundings(marked.slice(0, place + lineAfter(marked.slice(place)).length), place, start)
    : found
}

const lineAfter = (text: string): string => /^[^\r\n]*/.exec(text)?.[0] ?? ''

/** Between brackets of a list stand values, a key opens the line in block style. */
function roleOf({ bracket, before }: Surroundings): CaretToken['role'] | undefined {
  if (before === ':') return 'value'
  if (bracket === '[') return before === '[' || before === ',' ? 'value' : undefined
  if (bracket === '{') return before === '{' || before === ',' ? 'key' : undefined
  return before === '' || before === '-' ? 'key' : undefined
}

function caretTokenOf(
  text: string,
  at: number,
  { token, bracket }: Surroundings,
  role: CaretToken['role'],
  lead: CaretToken['lead'],
  glued: boolean,
): CaretToken | undefined {
  const found = glued || (lead && token.from === at) ? { from: at, to: at } : undefined
  const word =
    found ?? (token.kind === 'quoted' ? quotedWord(text, at, token) : plainWord(text, at, token, role))
  if (!word) return undefined
  const written = text.slice(word.from, word.to)
  const quote = /^["']/.exec(written)?.[0] ?? ''
  const isOpen = quote !== '' && !isClosed(written, quote)
  const after = text.slice(word.to)
  const colon = !isOpen && (token.kind === 'quoted' ? /^[ \t]*:/ : /^[ \t]*:(?=[\s,{}[\]]|$)/).test(after)
  const isSeveralWords = role === 'key' ? /\s/.test(written) : /\s/.test(text.slice(word.from, at))
  if (token.kind === 'plain' && isSeveralWords) return undefined
  const whole = text.slice(word.from, at) + caretMark + text.slice(at, word.to) + (isOpen ? quote : '')
  const rest = (role === 'key' && !colon ? ': ' : '') + after
  const from = word.from + lead.length
  return {
    role,
    word,
    style: bracket ? 'flow' : 'block',
    quote: quote as CaretToken['quote'],
    colon,
    lead,
    marked: text.slice(0, word.from) + lead + whole + rest,
    markedWord: { from, to: from + whole.length },
  }
}

/** A quote that is never closed runs on over lines; what belongs to the place ends with the letters behind it. */
function quotedWord(text: string, at: number, token: Token): Range | undefined {
  if (token.from < lineStart(text, at)) return undefined
  const to = token.to - caretMark.length
  const written = text.slice(token.from, to)
  const quote = written[0] ?? ''
  if (isClosed(written, quote) && !written.includes('\n')) return { from: token.from, to }
  return { from: token.from, to: at + (/^[\w./-]*/.exec(text.slice(at))?.[0].length ?? 0) }
}

const isClosed = (written: string, quote: string): boolean => written.length > 1 && written.endsWith(quote)

/** Plain text may run on over lines; a word ends with its line, and a key starts on it. */
function plainWord(text: string, at: number, token: Token, role: CaretToken['role']): Range | undefined {
  const start = lineStart(text, at)
  const end = at + lineAfter(text.slice(at)).trimEnd().length
  const to = Math.max(at, Math.min(token.to - caretMark.length, end))
  if (token.from >= start) return { from: token.from, to }
  if (role === 'value') return undefined
  return { from: start + text.slice(start, at).search(/\S*$/), to }
}

/** Reads the lexemes from `start` up to the one that holds the mark. */
function surroundings(marked: string, at: number, start: number): Surroundings {
  const brackets: string[] = []
  let before = ''
  let from = start
  let isScalar = false
  let isBlock = false
  for (const lexeme of lexemes(marked.slice(start))) {
    if (!isScalar && controls.has(lexeme)) {
      isScalar = lexeme === '\u001f'
      // Lines too far to the left have ended the brackets.
      if (lexeme === '\u0018') brackets.length = 0
      continue
    }
    const to = from + lexeme.length
    if (at < to)
      return {
        token: { kind: kindOf(lexeme, isScalar, isBlock), from, to },
        bracket: brackets.at(-1),
        before,
      }
    from = to
    // A block text ends with its last line.
    if (isScalar) before = isBlock ? '' : 'scalar'
    else if (/^[[{]$/.test(lexeme)) brackets.push(lexeme)
    else if (/^[\]}]$/.test(lexeme)) brackets.pop()
    if (/^\r?\n$/.test(lexeme) && brackets.length === 0) before = ''
    else if (!isScalar && !/^(?:\s*$|[#&!])/.test(lexeme)) before = lexeme
    isBlock = isScalar ? false : isBlock || /^[|>]/.test(lexeme)
    isScalar = false
  }
  return { token: { kind: 'none', from, to: from }, bracket: undefined, before }
}

const kindOf = (lexeme: string, isScalar: boolean, isBlock: boolean): Token['kind'] => {
  if (isScalar) return isBlock ? 'none' : 'plain'
  return /^["']/.test(lexeme) ? 'quoted' : 'none'
}
