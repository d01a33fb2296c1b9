import type { Range } from '../model/range'

/** An escape that YAML 1.1 does not have, with its place in the scalar. */
export type InvalidEscape = Range & { readonly message: string; readonly advice: string }

const escapes = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|[^])/g

/**
 * The first escape of a double-quoted scalar that JSON allows and YAML 1.1 does not: a slash, or half a character.
 * `source`: the scalar as written, with its quotes. Source: go-yaml v2, `yaml_parser_scan_flow_scalar`.
 */
export function invalidEscape(source: string): InvalidEscape | undefined {
  for (const match of source.matchAll(escapes)) {
    const [escape, short, long] = match
    const told = escape === '\\/' ? slash : surrogate(codeOf(short ?? long), source.slice(match.index))
    if (told) return { from: match.index, to: match.index + told.length, ...told }
  }
  return undefined
}

/** The escape that the parser complains of; its message names more than that. Empty for any other message. */
export const refusedEscape = (message: string): string =>
  /^Invalid escape sequence (\\(?:[xuU][0-9a-fA-F]*|[^]))/.exec(message)?.[1] ?? ''

/** The scalar with plain single quotes in place of escaped ones, which go-yaml takes and the parser does not. */
export const withPlainQuotes = (source: string): string =>
  source.replace(escapes, (escape) => (escape === "\\'" ? "'" : escape))

type Told = { readonly length: number; readonly message: string; readonly advice: string }

const slash: Told = {
  length: 2,
  message: 'YAML 1.1 has no escaped slash.',
  advice: 'Write / without the backslash.',
}

const codeOf = (digits: string | undefined): number => Number.parseInt(digits ?? '0', 16)

const pair = /^\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})/i

/** `rest`: the source from the escape on. */
function surrogate(code: number, rest: string): Told | undefined {
  if (code < 0xd800 || code > 0xdfff) return undefined
  const [both, high, low] = pair.exec(rest) ?? []
  if (both === undefined) {
    const escape = rest.slice(0, rest[1] === 'u' ? 6 : 10)
    return {
      length: escape.length,
      message: `${escape} is half of a surrogate pair, which is not a character.`,
      advice: 'Remove it, or write the whole character.',
    }
  }
  const character = String.fromCharCode(codeOf(high), codeOf(low))
  const digits = character.codePointAt(0)?.toString(16).padStart(8, '0')
  return {
    length: both.length,
    message: `YAML does not allow the surrogate pair ${both}.`,
    advice: `Write the character itself, ${character}, or \\U${digits}.`,
  }
}
