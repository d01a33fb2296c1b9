import { fieldsOf, itemSchema, typesOf, valuesOf, type Choice } from '../schema/schemaFields'
import type { Schema } from '../schema/schema'
import { resolvePlain } from '../yaml/resolveScalar'
import type { Cursor } from './cursor'

/** The text that a completion inserts in place of the word. */
export type Insertion = {
  readonly insert: string
  /** The offset in `insert` of the cursor afterwards. Undefined for the end. */
  readonly cursor?: number
  /** There are completions at that cursor, so an editor should show them right away. */
  readonly suggestsNext?: true
}

type Surroundings = Pick<Cursor, 'style' | 'quote' | 'hasColon' | 'prefix' | 'column'>

/** A key with the start of its value: `containers:`, a line break and `- ` for a list in block style. */
export function fieldInsertion(key: string, schema: Schema, surroundings: Surroundings): Insertion {
  const { style, hasColon, prefix, column } = surroundings
  const name = prefix + stringText(key, surroundings)
  if (hasColon) return { insert: name }
  const shape = shapeOf(schema)
  const suggestsNext = hasCompletions(shape === 'list' ? (itemSchema(schema) ?? {}) : schema) && {
    suggestsNext: true as const,
  }
  if (style === 'block') {
    const nextLine = `\n${' '.repeat(column)}  `
    const start = { list: `${nextLine}- `, object: nextLine, text: ' ', other: ' ' }[shape]
    return { insert: `${name}:${start}`, ...suggestsNext }
  }
  const isFreeText = style === 'json' && shape === 'text' && valuesOf(schema).length === 0
  const value = { list: '[]', object: '{}', text: isFreeText ? '""' : '', other: '' }[shape]
  const insert = `${name}: ${value}`
  return { insert, ...(value && { cursor: insert.length - 1 }), ...suggestsNext }
}

/** A value, in quotes when it needs them: the string `on` would be read as true without them. */
export const valueInsertion = (value: Choice, surroundings: Surroundings): Insertion => ({
  insert: surroundings.prefix + (typeof value === 'string' ? stringText(value, surroundings) : String(value)),
})

function stringText(text: string, { style, quote }: Surroundings): string {
  if (style === 'json' || /["'\\\n]/.test(text)) return JSON.stringify(text)
  if (quote) return quote + text + quote
  return /^[A-Za-z0-9_./][\w./@+-]*$/.test(text) && resolvePlain(text) === text ? text : JSON.stringify(text)
}

/** What the start of a value depends on. A value that can be a list or object, but also a scalar, is `other`. */
function shapeOf(schema: Schema): 'list' | 'object' | 'text' | 'other' {
  const types = typesOf(schema).filter((type) => type !== 'null')
  if (types.join() === 'string') return 'text'
  if (types.length === 0 || types.some((type) => type !== 'object' && type !== 'array')) return 'other'
  return types.includes('array') ? 'list' : 'object'
}

const hasCompletions = (schema: Schema): boolean => fieldsOf(schema).size > 0 || valuesOf(schema).length > 0
