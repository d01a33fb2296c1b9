import type { Schema } from '../../engine/schema/schema'
import { depthLimit } from '../../engine/schema/validate'
import { sizeError } from './jsonData'
import { KeywordReader } from './keywordReader'
import { SchemaDocument, SchemaError } from './schemaDocument'

/**
 * A JSON Schema of any draft, as kubeconform understands it: of draft 4 when it has no `$schema`. `error`: why it cannot
 * be used, as a sentence. Source: santhosh-tekuri/jsonschema v6.0.1, which kubeconform uses.
 */
export function readJsonSchema(source: unknown): { readonly schema: Schema } | { readonly error: string } {
  const tooLarge = sizeError(source)
  if (tooLarge !== undefined) return { error: tooLarge }
  try {
    const schema = new KeywordReader(new SchemaDocument(source)).root()
    return isTooDeep(schema)
      ? { error: `The schema applies more than ${depthLimit} schemas to one value.` }
      : { schema }
  } catch (error) {
    if (error instanceof SchemaError) return { error: error.message }
    throw error
  }
}

/** Whether more schemas apply to one value than the limit. A schema that refers to itself counts once. */
function isTooDeep(root: Schema): boolean {
  const depths = new Map<Schema, number>()
  const ancestors = new Set<Schema>()
  /** The length of the longest chain of schemas for one value that starts with this one. */
  const depthOf = (schema: Schema): number => {
    const cached = ancestors.has(schema) ? 0 : depths.get(schema)
    if (cached !== undefined) return cached
    if (ancestors.size > depthLimit) return Infinity
    ancestors.add(schema)
    const deepest = forSameValue(schema).reduce((depth, part) => Math.max(depth, depthOf(part)), 0)
    ancestors.delete(schema)
    depths.set(schema, deepest + 1)
    return deepest + 1
  }
  const reached = new Set([root])
  // Iterating over a set includes the entries that are added on the way.
  for (const schema of reached) {
    if (depthOf(schema) > depthLimit) return true
    for (const part of [...forSameValue(schema), ...forOtherValues(schema)]) reached.add(part)
  }
  return false
}

const present = (schemas: readonly (Schema | undefined)[]): readonly Schema[] =>
  schemas.filter((schema) => schema !== undefined)

/** The schemas that a schema applies to the same value. */
const forSameValue = (schema: Schema): readonly Schema[] =>
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

/** The schemas that a schema applies to fields, items and names. */
const forOtherValues = (schema: Schema): readonly Schema[] =>
  present([
    ...(schema.properties?.values() ?? []),
    ...(schema.patternProperties ?? []).map((one) => one.schema),
    ...(schema.prefixItems ?? []),
    typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined,
    schema.propertyNames,
    schema.contains,
    schema.items,
  ])
