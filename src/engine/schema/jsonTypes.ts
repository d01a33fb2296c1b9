import type { JsonType, Schema } from './schema'
import type { Value } from '../yaml/value'

/** The type of a value, as JSON has it; a whole number is an integer however it is written. */
function typeOf(value: Value): JsonType {
  if (value.type !== 'scalar') return value.type === 'mapping' ? 'object' : 'array'
  const { data } = value
  if (data === null) return 'null'
  if (typeof data === 'bigint') return 'integer'
  if (typeof data === 'number') return Number.isInteger(data) ? 'integer' : 'number'
  return typeof data === 'boolean' ? 'boolean' : 'string'
}

/** Whether a value has one of some types: every integer is a number. */
export function hasType(value: Value, types: readonly JsonType[]): boolean {
  const type = typeOf(value)
  return types.includes(type) || (type === 'integer' && types.includes('number'))
}

export const isNull = (value: Value): boolean => value.type === 'scalar' && value.data === null

const words: Readonly<Record<JsonType, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
}

/** What a schema wants, to end a sentence that starts with "must be". */
export const expectedType = ({ expected, type = [] }: Schema): string =>
  expected ?? type.map((one) => words[one]).join(' or ')
