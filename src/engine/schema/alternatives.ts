import { once } from '../model/lookup'
import { resolveRef } from './schemaFields'
import type { Schema } from './schema'

/** One alternative of an anyOf or oneOf, as far as a message can name it. */
export type Alternative = {
  /** The fields that it requires, when it restricts nothing else. */
  readonly fields?: readonly string[]
  /** Its only restriction is that the fields of the other alternatives are absent. */
  readonly excludesFields?: true
}

/** Describes the alternatives of an anyOf or oneOf, once for all values. */
export const alternativesOf = once((schemas: readonly Schema[]) =>
  schemas.map((schema) => alternativeOf(resolveRef(schema))),
)

/** Describes an alternative. In many schemas each one only requires fields: `oneOf: [{required: [a]}, {required: [b]}]`. */
function alternativeOf(schema: Schema): Alternative {
  if (restrictsOnly(schema, 'not') && schema.not && excludesFields(schema.not))
    return { excludesFields: true }
  return restrictsOnly(schema, 'required') && schema.required ? { fields: schema.required } : {}
}

const excludesFields = (schema: Schema): boolean =>
  restrictsOnly(schema, 'required') ||
  (restrictsOnly(schema, 'anyOf') && (schema.anyOf ?? []).every((part) => restrictsOnly(part, 'required')))

/** Whether a schema restricts an object by one keyword at most. */
function restrictsOnly(schema: Schema, keyword: keyof Schema): boolean {
  const { type, properties = new Map<string, Schema>(), description: _, ...more } = schema
  const others = Object.keys(more).filter((key) => key !== keyword)
  const isUnrestricted = [...properties.values()].every((field) => Object.keys(field).length === 0)
  return others.length === 0 && isUnrestricted && (!type || type.includes('object'))
}
