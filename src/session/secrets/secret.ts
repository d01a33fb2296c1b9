import type { Range } from '../../engine/model/range'
import type { TextEdit } from '../../engine/model/textEdit'

/** Something in a text that others should not see. */
export type Secret = {
  readonly range: Range
  /** What it is, for people: `data of Secret shop/db, key password`, `JSON Web Token`. */
  readonly what: string
  /** Replaces it by a text that says so. The YAML stays valid, and its value keeps its type. */
  readonly blanked: TextEdit
}

/** What stands in place of a secret, as it is and in base64. */
export const redacted = 'REDACTED'
export const redactedBase64 = 'UkVEQUNURUQ='

/** A secret that `insert` takes the place of. */
export const secretAt = (from: number, to: number, what: string, insert = redacted): Secret => ({
  range: { from, to },
  what,
  blanked: { from, to, insert },
})

/** The source of a scalar with another value: quotes, the head of a block and its indentation stay. */
export function withValue(source: string, value: string): string {
  const quote = /^["']/.exec(source)?.[0]
  if (quote) return quote + value + quote
  const head = /^[|>][^\n]*\r?\n(?:[ \t]*\r?\n)*[ \t]*/.exec(source)?.[0]
  if (head === undefined) return value
  return head + value + (/(?:\r?\n[ \t]*)*$/.exec(source.slice(-200))?.[0] ?? '')
}
