import type { Schema } from '../../engine/schema/schema'
import { heightLimit } from '../../engine/schema/validate'
import { excess } from './json'
import { KeywordReader } from './keywords'
import { Fault, SchemaDocument } from './references'

/**
 * A JSON Schema of any draft, as kubeconform understands it: without `$schema` it is of draft 4. `fault`: why it cannot
 * be used, in one sentence. Source: specs/kubeconform.md §9.
 */
export function readJsonSchema(source: unknown): { readonly schema: Schema } | { readonly fault: string } {
  const tooMuch = excess(source)
  if (tooMuch !== undefined) return { fault: `It ${tooMuch}.` }
  try {
    const schema = new KeywordReader(new SchemaDocument(source)).root()
    return isTooHigh(schema)
      ? { fault: `It applies more than ${heightLimit} schemas to one value.` }
      : { schema }
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message }
    throw error
  }
}

/** Whether too many schemas are asked of one value. A schema that leads back to itself counts once. */
function isTooHigh(root: Schema): boolean {
  const heights = new Map<Schema, number>()
  const below = new Set<Schema>()
  /** How many schemas are asked of one value, from this one on. */
  const height = (schema: Schema, depth: number): number => {
    const known = below.has(schema) ? 0 : heights.get(schema)
    if (known !== undefined) return known
    if (depth > heightLimit) return Infinity
    below.add(schema)
    const tallest = sameValue(schema).reduce((most, part) => Math.max(most, height(part, depth + 1)), 0)
    below.delete(schema)
    heights.set(schema, tallest + 1)
    return tallest + 1
  }
  const seen = new Set([root])
  for (const schema of seen) {
    if (height(schema, 0) > heightLimit) return true
    for (const part of [...sameValue(schema), ...otherValues(schema)]) seen.add(part)
  }
  return false
}

const present = (schemas: readonly (Schema | undefined)[]): readonly Schema[] =>
  schemas.filter((schema) => schema !== undefined)

const sameValue = (schema: Schema): readonly Schema[] =>
  present([
    schema.ref?.(),
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...[...(schema.dependencies?.values() ?? [])].filter((one): one is Schema => !('length' in one)),
    schema.not,
    schema.if,
    schema.then,
    schema.else,
  ])

const otherValues = (schema: Schema): readonly Schema[] =>
  present([
    ...(schema.properties?.values() ?? []),
    ...(schema.patternProperties ?? []).map((one) => one.schema),
    ...(schema.prefixItems ?? []),
    typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined,
    schema.propertyNames,
    schema.contains,
    schema.items,
  ])
