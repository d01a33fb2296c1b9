import type { Schema, ScalarTest } from '../engine/schema/schema'
import type { ScalarData } from '../engine/yaml/resolveScalar'
import { isBase64 } from '../kubernetes/base64'
import { parseQuantity } from '../kubernetes/quantity'
import { isTime } from '../kubernetes/time'

const quantity = 'a quantity like 250m, 2 or 64Mi'
const time = 'a time like 2024-05-01T12:00:00Z'
export const base64 = 'text in base64'

const whole = (bits: 32 | 64): ScalarTest => {
  const limit = 2n ** BigInt(bits - 1)
  const fits = (data: ScalarData): boolean => {
    if (typeof data !== 'bigint' && !Number.isInteger(data)) return true
    return -limit <= BigInt(data as number | bigint) && BigInt(data as number | bigint) < limit
  }
  return { expected: `a whole number of ${bits} bits`, accepts: fits }
}

const text = (expected: string, accepts: (text: string) => boolean): Schema => ({
  type: ['string'],
  expected,
  format: { expected, accepts: (data) => typeof data !== 'string' || accepts(data) },
})

/** The types of scalars the API of Kubernetes is written in, by their codes in the packed structure. */
export const scalars: Readonly<Record<string, Schema>> = {
  s: { type: ['string'] },
  i: { type: ['integer'], format: whole(32) },
  l: { type: ['integer'], format: whole(64) },
  n: { type: ['number'] },
  b: { type: ['boolean'] },
  T: text(time, isTime),
  B: text(base64, isBase64),
  Q: {
    type: ['string', 'number'],
    expected: quantity,
    format: { expected: quantity, accepts: (data) => parseQuantity(String(data)) !== undefined },
  },
  S: { type: ['integer', 'string'] },
}
