import type { JsonType, Schema } from './schema'
import type { Value } from '../yaml/value'

/** The JSON type of a value. A whole number is an integer, even as `2.0` or `1e3`. */
function typeOf(value: Value): JsonType {
  if (value.type !== 'scalar') return value.type === 'mapping' ? 'object' : 'array'
  const { data } = value
  if (data === null) return 'null'
  if (typeof data === 'bigint') return 'integer'
  if (typeof data === 'number') return Number.isInteger(data) ? 'integer' : 'number'
  return typeof data === 'boolean' ? 'boolean' : 'string'
}

/** Whether a value has one of the types. Every integer is also a number. */
export function hasType(value: Value, types: readonly JsonType[]): boolean {
  const type = typeOf(value)
  return types.includes(type) || (type === 'integer' && types.includes('number'))
}

const words: Readonly<Record<JsonType, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
}

/** The types of a schema, as the end of a sentence that starts with "must be". */
export const expectedType = ({ expected, type = [] }: Schema): string =>
  expected ?? type.map((one) => words[one]).join(' or ')
