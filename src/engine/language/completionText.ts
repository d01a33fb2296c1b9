import type { Caret } from './caret'
import { fieldsOf, itemSchema, typesOf, valuesOf, type Choice } from '../schema/schemaFields'
import { resolvePlain } from '../yaml/resolveScalar'
import type { Schema } from '../schema/schema'

/** What a completion puts in place of the word. */
export type Insertion = {
  readonly insert: string
  /** Where in `insert` typing goes on; absent: at its end. */
  readonly caret?: number
  /** There is something to choose where typing goes on. */
  readonly opens?: true
}

type Way = Pick<Caret, 'style' | 'quote' | 'colon' | 'lead' | 'column'>

/** A key with all that its value begins with. */
export function fieldInsertion(key: string, schema: Schema, way: Way): Insertion {
  const { style, colon, lead, column } = way
  const name = lead + written(key, way)
  if (colon) return { insert: name }
  const shape = shapeOf(schema)
  const opens = hasChoice(shape === 'list' ? (itemSchema(schema) ?? {}) : schema) && { opens: true as const }
  if (style === 'block') {
    const below = `\n${' '.repeat(column)}  `
    const rest = { list: `${below}- `, object: below, text: ' ', other: ' ' }[shape]
    return { insert: `${name}:${rest}`, ...opens }
  }
  const isQuoted = style === 'json' && shape === 'text' && valuesOf(schema).length === 0
  const rest = { list: '[]', object: '{}', text: isQuoted ? '""' : '', other: '' }[shape]
  const insert = `${name}: ${rest}`
  return { insert, ...(rest && { caret: insert.length - 1 }), ...opens }
}

/** A value, in quotes where it would be read as something else without them. */
export const valueInsertion = (value: Choice, way: Way): Insertion => ({
  insert: way.lead + (typeof value === 'string' ? written(value, way) : String(value)),
})

function written(text: string, { style, quote }: Way): string {
  if (style === 'json' || /["'\\\n]/.test(text)) return JSON.stringify(text)
  if (quote) return quote + text + quote
  return /^[A-Za-z0-9_./][\w./@+-]*$/.test(text) && resolvePlain(text) === text ? text : JSON.stringify(text)
}

/** How a value begins. Where it may be a single value, it begins as that. */
function shapeOf(schema: Schema): 'list' | 'object' | 'text' | 'other' {
  const types = typesOf(schema).filter((type) => type !== 'null')
  if (types.join() === 'string') return 'text'
  if (types.length === 0 || types.some((type) => type !== 'object' && type !== 'array')) return 'other'
  return types.includes('array') ? 'list' : 'object'
}

const hasChoice = (schema: Schema): boolean => fieldsOf(schema).size > 0 || valuesOf(schema).length > 0
