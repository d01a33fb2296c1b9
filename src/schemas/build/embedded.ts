import type { JsonSchema } from './decompile'

/**
 * One schema instead of several that all hold: the fields of embedded structs side by side, so that it can be told
 * which fields there are. What cannot be one schema (two patterns, two times oneOf) stays in allOf.
 */
export const embedded = (own: JsonSchema, parts: readonly JsonSchema[]): JsonSchema => {
  let one = own
  const rest: JsonSchema[] = []
  for (const part of parts) {
    const next = merged(one, part)
    if (next) one = next
    else rest.push(part)
  }
  return rest.length > 0 ? { ...one, allOf: [...(one.allOf ?? []), ...rest] } : one
}

const exclusive = ['type', 'pattern', 'items', 'values', 'anyOf', 'oneOf', 'allOf', 'not'] as const

const merged = (own: JsonSchema, part: JsonSchema): JsonSchema | undefined => {
  if (exclusive.some((key) => own[key] !== undefined && part[key] !== undefined && own[key] !== part[key]))
    return undefined
  const required = [...new Set([...(part.required ?? []), ...(own.required ?? [])])]
  const properties = new Map([...(part.properties ?? []), ...(own.properties ?? [])])
  const values = own.enum && part.enum ? own.enum.filter((value) => part.enum?.includes(value)) : undefined
  // A struct describes itself, not what embeds it.
  const { description, ...facts } = part
  return {
    ...facts,
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
