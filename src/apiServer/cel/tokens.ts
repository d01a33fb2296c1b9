import { Failure } from './failure'

/** Names that no variable or function can have. */
export const reserved = new Set([
  ...['as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if', 'import', 'let', 'loop'],
  ...['package', 'namespace', 'return', 'var', 'void', 'while'],
])

/** The literals and the operator that are written as names. */
export const words = new Set(['true', 'false', 'null', 'in'])

/** `word`: true, false, null and in, which cannot be names. `escaped`: a name in back quotes. */
type TokenKind =
  'name' | 'escaped' | 'word' | 'int' | 'uint' | 'double' | 'string' | 'bytes' | 'operator' | 'end'

/** A piece of an expression. `at`: where it begins. */
export type Token = { readonly kind: TokenKind; readonly text: string; readonly at: number }

const escape = /\\(?:[abfnrtv"'\\?`]|[xX][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-3][0-7]{2})/.source

const long = `"""(?:${escape}|[^\\\\])*?"""|'''(?:${escape}|[^\\\\])*?'''`
const short = `"(?:${escape}|[^\\\\"\\n\\r])*"|'(?:${escape}|[^\\\\'\\n\\r])*'`
const raw = `[rR]"""[^]*?"""|[rR]'''[^]*?'''|[rR]"[^"\\n\\r]*"|[rR]'[^'\\n\\r]*'`

/** The forms of texts, those with three quotes first. */
const texts = `${long}|${short}|${raw}`

const patterns: readonly (readonly [kind: TokenKind, pattern: RegExp])[] = [
  ['string', new RegExp(texts, 'y')],
  ['bytes', new RegExp(`[bB](?:${texts})`, 'y')],
  ['double', /(?:\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?)/y],
  ['uint', /(?:0x[0-9a-fA-F]+|\d+)[uU]/y],
  ['int', /0x[0-9a-fA-F]+|\d+/y],
  ['word', /(?:true|false|null|in)(?![A-Za-z0-9_])/y],
  ['name', /[A-Za-z_][A-Za-z0-9_]*/y],
  ['escaped', /`[A-Za-z0-9_.\-/ ]+`/y],
  ['operator', /==|!=|<=|>=|&&|\|\||[<>[\]{}().,\-!?:+*/%]/y],
]

const space = /(?:[\t \r\n\f]|\/\/[^\n]*(?:\n|$))*/y

/**
 * The tokens of an expression, the last of which is the end. Throws a Failure at a character that begins none.
 * Source: cel-go/parser/gen/CEL.g4.
 */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  for (;;) {
    space.lastIndex = at
    space.exec(source)
    at = Math.max(at, space.lastIndex)
    if (at >= source.length) return [...tokens, { kind: 'end', text: '', at }]
    const token = tokenAt(source, at)
    tokens.push(token)
    at += token.text.length
  }
}

function tokenAt(source: string, at: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at
    const text = pattern.exec(source)?.[0]
    if (text !== undefined) return { kind, text, at }
  }
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0)
  if (character === '"' || character === "'")
    throw new Failure('a string is not closed, or has an escape that CEL does not know', at)
  throw new Failure(`the character “${character}” is not allowed`, at)
}
