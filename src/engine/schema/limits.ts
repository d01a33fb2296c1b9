import { decimalMultiple, canonicalValue } from './jsonEquality'
import type { Schema } from './schema'
import type { Value } from '../yaml/value'
import type { Keyword } from './violation'

/** A limit that a value breaks. `expected` follows "must be" in the message, `actual` follows "but": `has 3 items`. */
type BrokenLimit = { readonly keyword: Keyword; readonly expected: string; readonly actual?: string }

const none: readonly never[] = []

/** The lengths, counts, ranges and patterns that a value of the right type breaks. */
export function brokenLimits(value: Value, schema: Schema): readonly BrokenLimit[] {
  if (value.type === 'sequence') return ofList(value.items, schema)
  if (value.type === 'mapping') return ofMapping(value.entries.size, schema)
  const { data } = value
  if (typeof data === 'string') return ofText(data, schema)
  return typeof data === 'number' || typeof data === 'bigint' ? ofNumber(data, schema) : none
}

function ofList(
  items: readonly Value[],
  { minItems, maxItems, uniqueItems }: Schema,
): readonly BrokenLimit[] {
  if (minItems === undefined && maxItems === undefined && !uniqueItems) return none
  const hasDuplicates = uniqueItems && new Set(items.map(canonicalValue)).size < items.length
  return [
    ...counted('items', 'a list', 'item', items.length, minItems, maxItems),
    ...(hasDuplicates
      ? [
          {
            keyword: 'items',
            expected: 'a list without duplicate items',
            actual: 'two items are equal',
          } as const,
        ]
      : none),
  ]
}

function ofMapping(fields: number, { minProperties, maxProperties }: Schema): readonly BrokenLimit[] {
  if (minProperties === undefined && maxProperties === undefined) return none
  return counted('properties', 'a mapping', 'field', fields, minProperties, maxProperties)
}

function ofText(text: string, { minLength, maxLength, pattern }: Schema): readonly BrokenLimit[] {
  if (minLength === undefined && maxLength === undefined && !pattern) return none
  const isLimited = minLength !== undefined || maxLength !== undefined
  return [
    ...(isLimited ? counted('length', 'text', 'character', [...text].length, minLength, maxLength) : none),
    ...(pattern && !pattern.accepts(text)
      ? [{ keyword: 'pattern', expected: pattern.expected } as const]
      : none),
  ]
}

function ofNumber(data: number | bigint, schema: Schema): readonly BrokenLimit[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema
  const broken: BrokenLimit[] = []
  const add = (expected: string) => broken.push({ keyword: 'range', expected })
  if (minimum !== undefined && data < minimum) add(`${minimum} or more`)
  if (maximum !== undefined && data > maximum) add(`${maximum} or less`)
  if (exclusiveMinimum !== undefined && data <= exclusiveMinimum) add(`more than ${exclusiveMinimum}`)
  if (exclusiveMaximum !== undefined && data >= exclusiveMaximum) add(`less than ${exclusiveMaximum}`)
  if (multipleOf !== undefined && !decimalMultiple(data, multipleOf))
    broken.push({ keyword: 'multipleOf', expected: `a multiple of ${multipleOf}` })
  return broken
}

/** The broken limits of a count: `a list of at least 1 item`. */
function counted(
  keyword: Keyword,
  what: string,
  unit: string,
  count: number,
  least = 0,
  most = Infinity,
): readonly BrokenLimit[] {
  const amount = (number: number) => `${number} ${unit}${number === 1 ? '' : 's'}`
  const actual = `has ${amount(count)}`
  return [
    ...(count < least ? [{ keyword, expected: `${what} of at least ${amount(least)}`, actual }] : none),
    ...(count > most ? [{ keyword, expected: `${what} of at most ${amount(most)}`, actual }] : none),
  ]
}
