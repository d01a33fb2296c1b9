import { isList, isObject, isText, type Json, type JsonObject } from '../../engine/model/json'
import { areDistinct } from './json'
import { patternTest } from './pattern'
import { parseUrl } from './url'

/** The versions of JSON Schema, in their order. */
export type Draft = 4 | 6 | 7 | 2019 | 2020

const drafts: Readonly<Record<string, Draft>> = {
  schema: 2020,
  'draft-04/schema': 4,
  'draft-06/schema': 6,
  'draft-07/schema': 7,
  'draft/2019-09/schema': 2019,
  'draft/2020-12/schema': 2020,
}

/** The draft that a `$schema` names; undefined when it is none. */
export function draftOf(url: string): Draft | undefined {
  const name = /^(?:https?:\/\/)?json-schema\.org\/([^#]*)#?$/.exec(url)?.[1]
  return name !== undefined && Object.hasOwn(drafts, name) ? drafts[name] : undefined
}

/** What the value of a keyword has to be, and which parts of it are schemas again. */
type Form = {
  readonly is: string
  readonly fits: (value: Json, draft: Draft) => boolean
  readonly schemas?: 'itself' | 'values'
}

const isSchema = (value: Json, draft: Draft): boolean =>
  isObject(value) || (typeof value === 'boolean' && draft >= 6)

const isSchemaList = (value: Json, draft: Draft): boolean =>
  isList(value) && value.length > 0 && value.every((one) => isSchema(one, draft))

const isTextList = (value: Json, draft: Draft): boolean =>
  isList(value) && value.every(isText) && areDistinct(value) && (draft > 4 || value.length > 0)

const isRegex = (value: Json): boolean => isText(value) && patternTest(value) !== undefined

const typeNames: readonly Json[] = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']

const isUri = (value: Json): boolean =>
  isText(value) && !value.includes('\\') && parseUrl(value, 'reference') !== undefined

const text: Form = { is: 'text', fits: isText }
const flag: Form = { is: 'true or false', fits: (value) => typeof value === 'boolean' }
const number: Form = { is: 'a number', fits: (value) => typeof value === 'number' }
const count: Form = {
  is: 'a whole number of 0 or more',
  fits: (value) => Number.isInteger(value) && Number(value) >= 0,
}
const list: Form = { is: 'a list', fits: isList }
const anchor: Form = {
  is: 'a plain name',
  fits: (value) => isText(value) && /^[A-Za-z_][-A-Za-z0-9._:]*$/.test(value),
}
const uri: Form = { is: 'a URI', fits: isUri }
const schema: Form = { is: 'a schema', fits: isSchema, schemas: 'itself' }
const schemaList: Form = { is: 'a list of schemas', fits: isSchemaList, schemas: 'itself' }
const schemaMap: Form = {
  is: 'an object of schemas',
  fits: (value, draft) => isObject(value) && Object.values(value).every((one) => isSchema(one, draft)),
  schemas: 'values',
}

/** By keyword, from which draft on it counts, and its form. Source: the drafts' own metaschemas. */
const forms: readonly (readonly [since: Draft, until: Draft, keywords: string, form: Form])[] = [
  [4, 2020, '$schema title description format', text],
  [4, 4, 'id $ref', text],
  [6, 7, '$id', uri],
  [
    2019,
    2020,
    '$id',
    { is: 'a URI without a fragment', fits: (value) => isUri(value) && /^[^#]*#?$/.test(String(value)) },
  ],
  [6, 2020, '$ref $recursiveRef $dynamicRef', uri],
  [4, 2020, 'minimum maximum', number],
  [4, 4, 'exclusiveMinimum exclusiveMaximum', flag],
  [6, 2020, 'exclusiveMinimum exclusiveMaximum', number],
  [
    4,
    2020,
    'multipleOf',
    { is: 'a number above 0', fits: (value) => typeof value === 'number' && value > 0 },
  ],
  [4, 2020, 'minLength maxLength minItems maxItems minProperties maxProperties', count],
  [4, 2020, 'uniqueItems', flag],
  [4, 2020, 'pattern', { is: 'a regular expression of Go', fits: isRegex }],
  [4, 2020, 'required', { is: 'a list of different names', fits: isTextList }],
  [
    4,
    2020,
    'type',
    {
      is: 'the name of a type, or a list of different ones',
      fits: (value) => {
        const names = isList(value) ? value : [value]
        return names.length > 0 && names.every((name) => typeNames.includes(name)) && areDistinct(names)
      },
    },
  ],
  [
    4,
    7,
    'enum',
    {
      is: 'a list of different values',
      fits: (value) => isList(value) && value.length > 0 && areDistinct(value),
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
      is: 'an object of schemas by regular expressions',
      fits: (value, draft) => schemaMap.fits(value, draft) && Object.keys(value ?? {}).every(isRegex),
      schemas: 'values',
    },
  ],
  [
    4,
    2020,
    'dependencies',
    {
      is: 'an object of schemas or lists of names',
      fits: (value, draft) =>
        isObject(value) &&
        Object.values(value).every((one) => isSchema(one, draft) || isTextList(one, draft)),
      schemas: 'values',
    },
  ],
  [
    4,
    4,
    'additionalProperties additionalItems',
    { is: 'a schema', fits: (value) => isSchema(value, 6), schemas: 'itself' },
  ],
  [6, 2020, 'additionalProperties', schema],
  [6, 2019, 'additionalItems', schema],
  [
    4,
    2019,
    'items',
    {
      is: 'a schema or a list of schemas',
      fits: (value, draft) => isSchema(value, draft) || isSchemaList(value, draft),
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
      is: 'an object of lists of names',
      fits: (value, draft) => isObject(value) && Object.values(value).every((one) => isTextList(one, draft)),
    },
  ],
  [2020, 2020, 'prefixItems', schemaList],
]

const formsIn = (draft: Draft): ReadonlyMap<string, Form> =>
  new Map(
    forms
      .filter(([since, until]) => since <= draft && draft <= until)
      .flatMap(([, , keywords, form]) => keywords.split(' ').map((keyword) => [keyword, form] as const)),
  )

const formsByDraft = new Map<Draft, ReadonlyMap<string, Form>>(
  ([4, 6, 7, 2019, 2020] as const).map((draft) => [draft, formsIn(draft)]),
)

/** Why the keywords of one node break the rules of its draft; undefined when they do not. The parts are not looked into. */
export function keywordFault(node: JsonObject, draft: Draft): string | undefined {
  for (const [keyword, value] of Object.entries(node)) {
    const form = formsByDraft.get(draft)?.get(keyword)
    if (form && !form.fits(value, draft)) return `/${keyword} is not ${form.is}`
  }
  for (const bound of draft === 4 ? ['inimum', 'aximum'] : []) {
    if (Object.hasOwn(node, `exclusiveM${bound}`) && !Object.hasOwn(node, `m${bound}`))
      return `/exclusiveM${bound} stands without m${bound}`
  }
  return undefined
}

export type Part = readonly [way: readonly string[], schema: Json]

/** The schemas directly inside a node, with the way to each. */
export function partsOf(node: JsonObject, draft: Draft): readonly Part[] {
  return Object.entries(node).flatMap(([keyword, value]): readonly Part[] => {
    const schemas = formsByDraft.get(draft)?.get(keyword)?.schemas
    if (schemas === undefined) return []
    if (schemas === 'itself' && !isList(value)) return [[[keyword], value]]
    const parts = Object.entries(value ?? {}).filter(([, part]) => !isList(part))
    return parts.map(([step, part]) => [[keyword, step], part])
  })
}
