import type { Schema, ScalarTest } from '../engine/schema/schema'
import type { ScalarData } from '../engine/yaml/resolveScalar'
import { isBase64 } from '../kubernetes/base64'
import { parseQuantity } from '../kubernetes/quantity'
import { isTime } from '../kubernetes/time'

const quantity = 'a quantity like 250m, 2 or 64Mi'

// These two are also formats of JSON Schema.
export const expectedTime = 'a time like 2024-05-01T12:00:00Z'
export const expectedBase64 = 'base64-encoded text'

const integerOf = (bits: 32 | 64, expected = `a ${bits}-bit integer`): ScalarTest => {
  const limit = 2n ** BigInt(bits - 1)
  const accepts = (data: ScalarData): boolean => {
    // Other types are reported as a wrong type.
    if (typeof data !== 'bigint' && (typeof data !== 'number' || !Number.isInteger(data))) return true
    return -limit <= BigInt(data) && BigInt(data) < limit
  }
  return { expected, accepts }
}

const textOf = (expected: string, accepts: (text: string) => boolean): Schema => ({
  type: ['string'],
  expected,
  format: { expected, accepts: (data) => typeof data !== 'string' || accepts(data) },
})

/** The schemas of the codes of one letter. */
export const scalarSchemas: Readonly<Record<string, Schema>> = {
  o: { type: ['object'] },
  s: { type: ['string'] },
  i: { type: ['integer'], format: integerOf(32) },
  l: { type: ['integer'], format: integerOf(64) },
  n: { type: ['number'] },
  b: { type: ['boolean'] },
  T: textOf(expectedTime, isTime),
  B: textOf(expectedBase64, isBase64),
  Q: {
    type: ['string', 'number'],
    expected: quantity,
    format: { expected: quantity, accepts: (data) => parseQuantity(String(data)) !== undefined },
  },
  S: { type: ['integer', 'string'] },
}

/** The built-in API reads a number here into 32 bits; that of custom resources has no such limit. */
const builtInIntegerOrText: Schema = { ...scalarSchemas.S, format: integerOf(32, 'text or a 32-bit integer') }

/** Returns the schemas that a type code refers to. */
type CodeReferences = {
  /** A definition of the Kubernetes API by its short name: `core.v1.PodSpec`. */
  readonly definition: (name: string) => Schema | undefined
  /** A node by its index in the pool; only packed custom resources have a pool. */
  readonly pooled?: (index: number) => Schema | undefined
}

/**
 * The schema that a type code stands for.
 * - `*` anything, `o` an object with any fields, `s` text, `b` a boolean, `n` a number, `i` and `l` an integer of 32 and
 *   64 bits, `Q` a quantity, `S` an integer or text, `T` a time, `B` base64
 * - `eA|B` text that is `A` or `B`
 * - `[s` a list of text, `{Q` a map with quantities as values
 * - `#core.v1.PodSpec` a definition of the Kubernetes API
 * - `12` the node at index 12 of the pool
 * - `?#core.v1.PodStatus` the status of a kind. The cluster writes it, so it may be anything.
 */
export function schemaOfCode(code: string, references: CodeReferences): Schema {
  const rest = code.slice(1)
  switch (code[0]) {
    case '[':
      return { type: ['array'], items: schemaOfCode(rest, references) }
    case '{':
      return { type: ['object'], additionalProperties: schemaOfCode(rest, references) }
    case '#':
      return { ref: () => references.definition(rest) }
    case 'S':
      return (references.pooled && scalarSchemas['S']) ?? builtInIntegerOrText
    case 'e':
      return { type: ['string'], enum: rest.split('|') }
    default:
      return /^\d/.test(code) ? { ref: () => references.pooled?.(Number(code)) } : (scalarSchemas[code] ?? {})
  }
}
