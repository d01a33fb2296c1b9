import type { JsonSchema } from './jsonSchema'

/**
 * One schema for several that must all hold, with the fields of embedded structs side by side, so that all fields of an
 * object are known. Parts that cannot be merged, because both have a pattern or both have oneOf, stay in allOf.
 */
export const mergeSchemas = (own: JsonSchema, parts: readonly JsonSchema[]): JsonSchema => {
  let merged = own
  const rest: JsonSchema[] = []
  for (const part of parts) {
    const next = mergeTwo(merged, part)
    if (next) merged = next
    else rest.push(part)
  }
  return rest.length > 0 ? { ...merged, allOf: [...(merged.allOf ?? []), ...rest] } : merged
}

/** The keywords that a merged schema can only have from one of two schemas. */
const exclusive = ['type', 'pattern', 'items', 'values', 'anyOf', 'oneOf', 'allOf', 'not'] as const

const mergeTwo = (own: JsonSchema, part: JsonSchema): JsonSchema | undefined => {
  if (exclusive.some((key) => own[key] !== undefined && part[key] !== undefined && own[key] !== part[key]))
    return undefined
  const required = [...new Set([...(part.required ?? []), ...(own.required ?? [])])]
  const properties = new Map([...(part.properties ?? []), ...(own.properties ?? [])])
  const values = own.enum && part.enum ? own.enum.filter((value) => part.enum?.includes(value)) : undefined
  // The description of an embedded struct is not that of the object around it.
  const { description, ...keywords } = part
  return {
    ...keywords,
    ...(!part.properties && description !== undefined && { description }),
    ...own,
    ...(values && { enum: values }),
    ...(required.length > 0 && { required }),
    ...(properties.size > 0 && { properties }),
    ...((own.limits ?? part.limits) && { limits: strictest(own.limits ?? {}, part.limits ?? {}) }),
  }
}

type Limits = Readonly<Record<string, number>>

const strictest = (a: Limits, b: Limits): Limits =>
  Object.fromEntries(
    Object.entries({ ...b, ...a }).map(([name, limit]) => {
      const other = b[name] ?? limit
      return [name, /^(max|exclusiveMax)/.test(name) ? Math.min(limit, other) : Math.max(limit, other)]
    }),
  )
