import { fieldsOf, itemSchema, resolveRef, typesOf } from './schemaFields'
import type { JsonType, Schema } from './schema'

/** How many levels of lists and maps are described: `list of maps of lists`. */
const depthLimit = 4

const words: Readonly<Record<JsonType, string>> = {
  object: 'object',
  array: 'list',
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  null: 'null',
}

/** The type of a value in words: `list of objects`, `map of text`, `quantity`, `whole number or text`. */
export const typeText = (schema: Schema): string => describe(schema, false, 0)

function describe(schema: Schema, isPlural: boolean, depth: number): string {
  const types = typesOf(schema)
  const noun = nounOf(resolveRef(schema), types)
  if (noun) return isPlural ? plural(noun) : noun
  if (types.length === 0) return isPlural ? 'anything' : 'any value'
  return [...new Set(types.map((type) => describeType(schema, type, isPlural, depth)))].join(' or ')
}

function describeType(schema: Schema, type: JsonType, isPlural: boolean, depth: number): string {
  const content = depth < depthLimit ? contentOf(schema, type) : undefined
  const word = content && type === 'object' ? 'map' : words[type]
  const noun = isPlural ? plural(word) : word
  return content ? `${noun} of ${describe(content, true, depth + 1)}` : noun
}

/** The schema of the items of a list or the values of a map. An object with known fields is not a map. */
function contentOf(schema: Schema, type: JsonType): Schema | undefined {
  if (type === 'array') return itemSchema(schema)
  const { additionalProperties: others, patternProperties = [] } = resolveRef(schema)
  if (type !== 'object' || fieldsOf(schema).size > 0) return undefined
  return typeof others === 'object' ? others : patternProperties[0]?.schema
}

/** The noun in what a schema expects: `time` for `a time like 2024-05-01T12:00:00Z`; undefined without any. */
function nounOf({ expected, format }: Schema, types: readonly JsonType[]): string | undefined {
  const text = expected ?? (types.join() === 'string' ? format?.expected : undefined)
  return text?.replace(/^an? /, '').split(/,? (?:like|that|with|of) /, 1)[0]
}

const plural = (noun: string): string => {
  if (/^text\b|^true or false$|^null$/.test(noun)) return noun
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, 'ies')
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

/** The limits of a value beyond its type, as the end of a sentence that starts with "must be"; undefined without any. */
export function limitText(schema: Schema): string | undefined {
  const { pattern, format, expected, minimum, maximum, exclusiveMinimum, exclusiveMaximum } =
    resolveRef(schema)
  const example = [expected, format?.expected].find((text) => text?.includes(' like '))
  const limits = [
    example ?? (typesOf(schema).includes('string') ? format?.expected : undefined),
    pattern?.expected,
    minimum !== undefined && `at least ${minimum}`,
    exclusiveMinimum !== undefined && `more than ${exclusiveMinimum}`,
    maximum !== undefined && `at most ${maximum}`,
    exclusiveMaximum !== undefined && `less than ${exclusiveMaximum}`,
  ].filter((text) => typeof text === 'string')
  return limits.length > 0 ? limits.join(', ') : undefined
}
