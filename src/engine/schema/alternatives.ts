import type { Schema } from './schema'

/** One of several forms a value may take, as far as a sentence can name it. */
export type Alternative = {
  /** The fields that must be there, when that is all the form asks for. */
  readonly fields?: readonly string[]
  /** The form asks only that fields of the other forms are not there. */
  readonly none?: true
}

/** Many schemas offer lists of required fields alone: one of these, whichever, or none of them. */
export function alternativeOf(schema: Schema): Alternative {
  if (asksNothing(schema, 'not') && schema.not && excludesFields(schema.not)) return { none: true }
  return asksNothing(schema, 'required') && schema.required ? { fields: schema.required } : {}
}

const excludesFields = (schema: Schema): boolean =>
  asksNothing(schema, 'required') ||
  (asksNothing(schema, 'anyOf') && (schema.anyOf ?? []).every((part) => asksNothing(part, 'required')))

/** Whether a schema says nothing about a mapping but by one of its words. */
function asksNothing(schema: Schema, but: keyof Schema): boolean {
  const { type, properties = new Map<string, Schema>(), description: _, ...more } = schema
  const words = Object.keys(more).filter((word) => word !== but)
  const free = [...properties.values()].every((field) => Object.keys(field).length === 0)
  return words.length === 0 && free && (!type || type.includes('object'))
}
