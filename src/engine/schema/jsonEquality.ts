import { canonicalObject } from '../model/json'
import type { Value } from '../yaml/value'

/** The JSON text of a value with sorted keys, so that equal values have equal texts; `1.0` is equal to `1`. */
export function canonicalValue(value: Value): string {
  if (value.type === 'sequence') return `[${value.items.map(canonicalValue).join()}]`
  if (value.type === 'mapping')
    return canonicalObject([...value.entries].map(([key, entry]) => [key, canonicalValue(entry.value)]))
  return typeof value.data === 'bigint' ? String(Number(value.data)) : JSON.stringify(value.data)
}

/** Whether a number is a multiple of another. Both count as their shortest decimal form, so 4.35 is a multiple of 0.01. */
export function decimalMultiple(data: number | bigint, step: number): boolean {
  const [left, leftScale] = decimal(data)
  const [right, rightScale] = decimal(step)
  if (right === 0n) return true
  const scale = Math.max(leftScale, rightScale)
  return (left * 10n ** BigInt(scale - leftScale)) % (right * 10n ** BigInt(scale - rightScale)) === 0n
}

/** A number as a whole number and its count of decimal places: 4.35 is 435 with two. */
function decimal(number: number | bigint): readonly [digits: bigint, scale: number] {
  const [mantissa = '', exponent = '0'] = String(number).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const scale = fraction.length - Number(exponent)
  const digits = BigInt(whole + fraction)
  return scale >= 0 ? [digits, scale] : [digits * 10n ** BigInt(-scale), 0]
}
