import type { Literal } from './expression'
import { Failure } from './failure'
import type { Token } from './tokens'

const simple: Readonly<Record<string, string>> = {
  ...{ a: '\u0007', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
  ...{ '\\': '\\', "'": "'", '"': '"', '`': '`', '?': '?' },
}

const escapes =
  /\\(?:([abfnrtv\\'"`?])|[xX]([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2}))/g

const quotes = /^(?:"""|'''|"|')/

/** The text without its quotes, and whether it is raw. Line ends are normalized. */
function unquoted(token: string): { readonly text: string; readonly isRaw: boolean } {
  const isRaw = /^[rR]/.test(token)
  const quoted = token.slice(isRaw ? 1 : 0).replaceAll(/\r\n?/g, '\n')
  const { length } = quotes.exec(quoted)?.[0] ?? ''
  return { text: quoted.slice(length, quoted.length - length), isRaw }
}

/** What a text in an expression stands for. Source: cel-go/parser/unescape.go. */
function textOf(token: string, at: number): string {
  const { text, isRaw } = unquoted(token)
  if (isRaw) return text
  return text.replaceAll(
    escapes,
    (_, letter: string | undefined, ...codes: readonly (string | undefined)[]) => {
      if (letter !== undefined) return simple[letter] ?? ''
      const [x, u, long, octal] = codes
      const code = octal === undefined ? Number.parseInt(x ?? u ?? long ?? '', 16) : Number.parseInt(octal, 8)
      if (code > 0x10_ff_ff || (code >= 0xd8_00 && code <= 0xdf_ff))
        throw new Failure('a string has an escape that is not a Unicode character', at)
      return String.fromCodePoint(code)
    },
  )
}

/** The bytes that a literal such as `b'a'` stands for. Source: cel-go/parser/unescape.go. */
function bytesOf(token: string, at: number): Uint8Array {
  const { text, isRaw } = unquoted(token.slice(1))
  const encoder = new TextEncoder()
  if (isRaw) return encoder.encode(text)
  const bytes: number[] = []
  const add = (part: string): void => encoder.encode(part).forEach((byte) => bytes.push(byte))
  let last = 0
  for (const match of text.matchAll(escapes)) {
    const [whole, letter, x, u, long, octal] = match
    if (u !== undefined || long !== undefined)
      throw new Failure('bytes must not have an escape of a character: \\u or \\U', at)
    add(text.slice(last, match.index))
    if (letter !== undefined) add(simple[letter] ?? '')
    else bytes.push(octal === undefined ? Number.parseInt(x ?? '', 16) : Number.parseInt(octal, 8) & 0xff)
    last = match.index + whole.length
  }
  add(text.slice(last))
  return Uint8Array.from(bytes)
}

export const leastInt = -(2n ** 63n)
export const mostInt = 2n ** 63n - 1n
export const mostUint = 2n ** 64n - 1n

/** A whole number, with a sign before it or not. */
function intOf(token: string, isNegative: boolean, at: number): bigint {
  const value = BigInt(token) * (isNegative ? -1n : 1n)
  if (value < leastInt || value > mostInt) throw new Failure(`the number ${token} has more than 64 bits`, at)
  return value
}

/** A number such as `1u`. */
function uintOf(token: string, at: number): bigint {
  const value = BigInt(token.slice(0, -1))
  if (value > mostUint) throw new Failure(`the number ${token} has more than 64 bits`, at)
  return value
}

/** A number with a decimal point or an exponent. */
function doubleOf(token: string, at: number): number {
  const value = Number(token)
  if (!Number.isFinite(value)) throw new Failure(`the number ${token} is too large`, at)
  return value
}

/** The literal that a token is, which may have a sign before it. Undefined for other tokens. */
export function literalOf({ kind, text, at }: Token, minus: Token | undefined): Literal | undefined {
  const begin = minus?.at ?? at
  const of = (type: Literal['type'], value: Literal['value']): Literal => ({
    ...{ kind: 'literal', at: begin },
    ...{ type, value },
  })
  if (kind === 'int') return of('int', intOf(text, minus !== undefined, begin))
  if (kind === 'double') return of('double', doubleOf(`${minus?.text ?? ''}${text}`, begin))
  if (minus) return undefined
  if (kind === 'uint') return of('uint', uintOf(text, at))
  if (kind === 'string') return of('string', textOf(text, at))
  if (kind === 'bytes') return of('bytes', bytesOf(text, at))
  if (kind !== 'word' || text === 'in') return undefined
  return text === 'null' ? of('null_type', null) : of('bool', text === 'true')
}
