import { fieldsOf, itemSchema, resolved, typesOf } from './schemaFields'
import type { JsonType, Schema } from './schema'

/** Lists of maps of lists are told this deep. */
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
export const typeText = (schema: Schema): string => inWords(schema, false, 0)

function inWords(schema: Schema, many: boolean, depth: number): string {
  const types = typesOf(schema)
  const noun = nounOf(resolved(schema), types)
  if (noun) return many ? plural(noun) : noun
  if (types.length === 0) return many ? 'anything' : 'any value'
  return [...new Set(types.map((type) => typeInWords(schema, type, many, depth)))].join(' or ')
}

function typeInWords(schema: Schema, type: JsonType, many: boolean, depth: number): string {
  const content = depth < depthLimit ? contentOf(schema, type) : undefined
  const word = content && type === 'object' ? 'map' : words[type]
  const counted = many ? plural(word) : word
  return content ? `${counted} of ${inWords(content, true, depth + 1)}` : counted
}

/** What a list or a map is made of. An object with fields of its own is no map. */
function contentOf(schema: Schema, type: JsonType): Schema | undefined {
  if (type === 'array') return itemSchema(schema)
  const { additionalProperties: others, patternProperties = [] } = resolved(schema)
  if (type !== 'object' || fieldsOf(schema).size > 0) return undefined
  return typeof others === 'object' ? others : patternProperties[0]?.schema
}

/** Many texts have a name of their own: `a time like 2024-05-01T12:00:00Z` is a time. */
function nounOf({ expected, format }: Schema, types: readonly JsonType[]): string | undefined {
  const told = expected ?? (types.join() === 'string' ? format?.expected : undefined)
  return told?.replace(/^an? /, '').replace(/,? (?:like|that|with|of) .*$/, '')
}

const plural = (noun: string): string => {
  if (/^text\b|^true or false$|^null$/.test(noun)) return noun
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, 'ies')
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

/** What a value has to be beyond its type, to end a sentence that starts with "must be"; undefined when that is all. */
export function limitText(schema: Schema): string | undefined {
  const { pattern, format, expected, minimum, maximum, exclusiveMinimum, exclusiveMaximum } = resolved(schema)
  const example = [expected, format?.expected].find((text) => text?.includes(' like '))
  const told = [
    example ?? (typesOf(schema).includes('string') ? format?.expected : undefined),
    pattern?.expected,
    minimum !== undefined && `at least ${minimum}`,
    exclusiveMinimum !== undefined && `more than ${exclusiveMinimum}`,
    maximum !== undefined && `at most ${maximum}`,
    exclusiveMaximum !== undefined && `less than ${exclusiveMaximum}`,
  ].filter((text) => typeof text === 'string')
  return told.length > 0 ? told.join(', ') : undefined
}
