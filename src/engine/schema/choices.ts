import { canonicalJson, type Json } from '../model/json'
import { once } from '../model/lookup'
import { listText } from '../model/shorten'
import { canonicalValue } from './jsonEquality'
import type { Value } from '../yaml/value'

/** The values of an enum, prepared once for all values that are compared with it. */
type Choices = {
  readonly scalars: ReadonlySet<Json>
  /** The canonical texts of the lists and objects among them. */
  readonly structures: ReadonlySet<string>
  readonly texts: readonly string[]
  /** The end of a sentence that starts with "must be". */
  readonly expected: string
}

/** The values of an enum in words. */
export const choicesOf: (allowed: readonly Json[]) => Choices = once((allowed) => {
  const texts = allowed.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
  return {
    scalars: new Set(allowed.filter(isScalar)),
    structures: new Set(allowed.filter((one) => !isScalar(one)).map(canonicalJson)),
    texts,
    expected: texts.length === 1 ? (texts[0] ?? '') : `one of ${listText(texts)}`,
  }
})

const isScalar = (json: Json): boolean => typeof json !== 'object' || json === null

/** Whether a value is in an enum. Numbers are equal by value, mappings in any order of keys. */
export function isAllowed(value: Value, allowed: readonly Json[]): boolean {
  const { scalars, structures } = choicesOf(allowed)
  if (value.type !== 'scalar') return structures.size > 0 && structures.has(canonicalValue(value))
  return scalars.has(typeof value.data === 'bigint' ? Number(value.data) : value.data)
}
