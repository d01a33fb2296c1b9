import { isList, isObject, isText, type Json, type JsonObject } from '../../engine/model/json'
import { areUnique, isJsonType, summaryOf } from './jsonData'
import { patternTest } from './pattern'
import { parseUrl } from './url'

/** The versions of JSON Schema, oldest first. */
export type Draft = 4 | 6 | 7 | 2019 | 2020

const drafts: Readonly<Record<string, Draft>> = {
  schema: 2020,
  'draft-04/schema': 4,
  'draft-06/schema': 6,
  'draft-07/schema': 7,
  'draft/2019-09/schema': 2019,
  'draft/2020-12/schema': 2020,
}

/** The draft that a `$schema` names; undefined for an unknown one. */
export function draftOf(url: string): Draft | undefined {
  const name = /^(?:https?:\/\/)?json-schema\.org\/([^#]*)#?$/.exec(url)?.[1]
  return name !== undefined && Object.hasOwn(drafts, name) ? drafts[name] : undefined
}

/** What the value of a keyword must be. */
type KeywordRule = {
  /** Ends a sentence that starts with "must be". */
  readonly expected: string
  readonly accepts: (value: Json, draft: Draft) => boolean
  /** Which parts of the value are schemas: the value or the items of a list (`itself`), or the values of an object. */
  readonly schemas?: 'itself' | 'values'
}

const isSchema = (value: Json, draft: Draft): boolean =>
  isObject(value) || (typeof value === 'boolean' && draft >= 6)

const isSchemaList = (value: Json, draft: Draft): boolean =>
  isList(value) && value.length > 0 && value.every((one) => isSchema(one, draft))

/** Draft 4 does not allow an empty list. */
const isNameList = (value: Json, draft: Draft): boolean =>
  isList(value) && value.every(isText) && areUnique(value) && (draft > 4 || value.length > 0)

const isRegex = (value: Json): boolean => isText(value) && patternTest(value) !== undefined

const isUri = (value: Json): boolean =>
  isText(value) && !value.includes('\\') && parseUrl(value, 'reference') !== undefined

const text: KeywordRule = { expected: 'a string', accepts: isText }
const flag: KeywordRule = { expected: 'true or false', accepts: (value) => typeof value === 'boolean' }
const number: KeywordRule = { expected: 'a number', accepts: (value) => typeof value === 'number' }
const count: KeywordRule = {
  expected: 'an integer of 0 or more',
  accepts: (value) => Number.isInteger(value) && Number(value) >= 0,
}
const list: KeywordRule = { expected: 'a list', accepts: isList }
const anchor: KeywordRule = {
  expected: 'a name that starts with a letter or an underscore',
  accepts: (value) => isText(value) && /^[A-Za-z_][-A-Za-z0-9._:]*$/.test(value),
}
const uri: KeywordRule = { expected: 'a URI', accepts: isUri }
const schema: KeywordRule = { expected: 'a schema', accepts: isSchema, schemas: 'itself' }
const schemaList: KeywordRule = {
  expected: 'a non-empty list of schemas',
  accepts: isSchemaList,
  schemas: 'itself',
}
const schemaMap: KeywordRule = {
  expected: 'an object whose values are schemas',
  accepts: (value, draft) => isObject(value) && Object.values(value).every((one) => isSchema(one, draft)),
  schemas: 'values',
}

/** The rule of each keyword, with the first and last draft that have it. Source: the drafts' own metaschemas. */
const rules: readonly (readonly [first: Draft, last: Draft, keywords: string, rule: KeywordRule])[] = [
  [4, 2020, '$schema title description format', text],
  [4, 4, 'id $ref', text],
  [6, 7, '$id', uri],
  [
    2019,
    2020,
    '$id',
    {
      expected: 'a URI without a fragment',
      accepts: (value) => isUri(value) && /^[^#]*#?$/.test(String(value)),
    },
  ],
  [6, 2020, '$ref $recursiveRef $dynamicRef', uri],
  [4, 2020, 'minimum maximum', number],
  [4, 4, 'exclusiveMinimum exclusiveMaximum', flag],
  [6, 2020, 'exclusiveMinimum exclusiveMaximum', number],
  [
    4,
    2020,
    'multipleOf',
    { expected: 'a number greater than 0', accepts: (value) => typeof value === 'number' && value > 0 },
  ],
  [4, 2020, 'minLength maxLength minItems maxItems minProperties maxProperties', count],
  [4, 2020, 'uniqueItems', flag],
  [4, 2020, 'pattern', { expected: 'a Go regular expression', accepts: isRegex }],
  [4, 4, 'required', { expected: 'a non-empty list of unique names', accepts: isNameList }],
  [6, 2020, 'required', { expected: 'a list of unique names', accepts: isNameList }],
  [
    4,
    2020,
    'type',
    {
      expected: 'a JSON type or a list of unique JSON types',
      accepts: (value) => {
        const names = isList(value) ? value : [value]
        return names.length > 0 && names.every(isJsonType) && areUnique(names)
      },
    },
  ],
  [
    4,
    7,
    'enum',
    {
      expected: 'a non-empty list of unique values',
      accepts: (value) => isList(value) && value.length > 0 && areUnique(value),
    },
  ],
  [2019, 2020, 'enum', list],
  [4, 2020, 'definitions properties', schemaMap],
  [4, 6, 'patternProperties', schemaMap],
  [
    7,
    2020,
    'patternProperties',
    {
      expected: 'an object whose keys are Go regular expressions and whose values are schemas',
      accepts: (value, draft) => schemaMap.accepts(value, draft) && Object.keys(value ?? {}).every(isRegex),
      schemas: 'values',
    },
  ],
  [
    4,
    2020,
    'dependencies',
    {
      expected: 'an object whose values are schemas or lists of unique names',
      accepts: (value, draft) =>
        isObject(value) &&
        Object.values(value).every((one) => isSchema(one, draft) || isNameList(one, draft)),
      schemas: 'values',
    },
  ],
  [
    4,
    4,
    'additionalProperties additionalItems',
    { expected: 'a schema, true or false', accepts: (value) => isSchema(value, 6), schemas: 'itself' },
  ],
  [6, 2020, 'additionalProperties', schema],
  [6, 2019, 'additionalItems', schema],
  [
    4,
    2019,
    'items',
    {
      expected: 'a schema or a non-empty list of schemas',
      accepts: (value, draft) => isSchema(value, draft) || isSchemaList(value, draft),
      schemas: 'itself',
    },
  ],
  [2020, 2020, 'items', schema],
  [4, 2020, 'allOf anyOf oneOf', schemaList],
  [4, 2020, 'not', schema],
  [6, 2020, 'contains propertyNames', schema],
  [7, 2020, 'if then else', schema],
  [7, 2020, '$comment contentMediaType contentEncoding', text],
  [7, 2020, 'readOnly writeOnly', flag],
  [7, 2020, 'examples', list],
  [2019, 2020, '$defs dependentSchemas', schemaMap],
  [2019, 2020, 'unevaluatedProperties unevaluatedItems contentSchema', schema],
  [2019, 2020, 'minContains maxContains', count],
  [2019, 2020, 'deprecated $recursiveAnchor', flag],
  [2019, 2020, '$anchor $dynamicAnchor', anchor],
  [
    2019,
    2020,
    'dependentRequired',
    {
      expected: 'an object whose values are lists of unique names',
      accepts: (value, draft) =>
        isObject(value) && Object.values(value).every((one) => isNameList(one, draft)),
    },
  ],
  [2020, 2020, 'prefixItems', schemaList],
]

const rulesOf = (draft: Draft): ReadonlyMap<string, KeywordRule> =>
  new Map(
    rules
      .filter(([first, last]) => first <= draft && draft <= last)
      .flatMap(([, , keywords, rule]) => keywords.split(' ').map((keyword) => [keyword, rule] as const)),
  )

const rulesByDraft = new Map<Draft, ReadonlyMap<string, KeywordRule>>(
  ([4, 6, 7, 2019, 2020] as const).map((draft) => [draft, rulesOf(draft)]),
)

/**
 * The first keyword of a node that breaks the rules of its draft, as the end of a sentence that starts with the path of
 * the node: `/minLength must be an integer of 0 or more, but is -1.` Undefined when there is none. Does not check the
 * schemas in the node.
 */
export function keywordError(node: JsonObject, draft: Draft): string | undefined {
  for (const [keyword, value] of Object.entries(node)) {
    const rule = rulesByDraft.get(draft)?.get(keyword)
    if (rule && !rule.accepts(value, draft))
      return `/${keyword} must be ${rule.expected}, but is ${summaryOf(value)}.`
  }
  for (const bound of draft === 4 ? ['inimum', 'aximum'] : []) {
    if (Object.hasOwn(node, `exclusiveM${bound}`) && !Object.hasOwn(node, `m${bound}`))
      return `/exclusiveM${bound} requires m${bound}.`
  }
  return undefined
}

/** A schema in another one, with its path from there: `['properties', 'spec']`. */
type Subschema = readonly [path: readonly string[], schema: Json]

/** The schemas directly inside a node. */
export function subschemasOf(node: JsonObject, draft: Draft): readonly Subschema[] {
  return Object.entries(node).flatMap(([keyword, value]): readonly Subschema[] => {
    const schemas = rulesByDraft.get(draft)?.get(keyword)?.schemas
    if (schemas === undefined) return []
    if (schemas === 'itself' && !isList(value)) return [[[keyword], value]]
    const parts = Object.entries(value ?? {}).filter(([, part]) => !isList(part))
    return parts.map(([key, part]) => [[keyword, key], part])
  })
}
