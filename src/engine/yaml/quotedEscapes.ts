import type { Range } from '../model/range'

/** An escape that JSON allows and YAML 1.1 does not, with its range in the scalar. */
type InvalidEscape = Range & EscapeMessage

type EscapeMessage = { readonly message: string; readonly advice: string }

const escapes = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|[^])/g

/**
 * The first escape in a double-quoted scalar that JSON allows and YAML 1.1 does not: `\/`, or half of a surrogate pair.
 * `source`: the scalar in the text, with its quotes. Source: go-yaml v2, `yaml_parser_scan_flow_scalar`.
 */
export function invalidEscape(source: string): InvalidEscape | undefined {
  for (const match of source.matchAll(escapes)) {
    const [escape, short, long] = match
    const invalid =
      escape === '\\/' ? escapedSlash : surrogate(codeOf(short ?? long), source.slice(match.index))
    if (!invalid) continue
    const { length, message, advice } = invalid
    return { from: match.index, to: match.index + length, message, advice }
  }
  return undefined
}

/** The escape that an error message of the `yaml` package names; empty for any other message. */
export const escapeNamedIn = (message: string): string =>
  /^Invalid escape sequence (\\(?:[xuU][0-9a-fA-F]*|[^]))/.exec(message)?.[1] ?? ''

/** The scalar with `'` in place of `\'`, which go-yaml allows and the `yaml` package does not. */
export const withPlainQuotes = (source: string): string =>
  source.replace(escapes, (escape) => (escape === "\\'" ? "'" : escape))

/** `length`: of the escape, in characters of the text. */
type Invalid = EscapeMessage & { readonly length: number }

const escapedSlash: Invalid = {
  length: 2,
  message: 'YAML 1.1 does not support the escape \\/.',
  advice: 'Write / without the backslash.',
}

const codeOf = (digits: string | undefined): number => Number.parseInt(digits ?? '0', 16)

const pair = /^\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})/i

/** Undefined when the code is not half of a surrogate pair. `rest`: the source from the escape on. */
function surrogate(code: number, rest: string): Invalid | undefined {
  if (code < 0xd800 || code > 0xdfff) return undefined
  const [both, high, low] = pair.exec(rest) ?? []
  if (both === undefined) {
    const escape = rest.slice(0, rest[1] === 'u' ? 6 : 10)
    return {
      length: escape.length,
      message: `${escape} is only half of a surrogate pair, not a character.`,
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
