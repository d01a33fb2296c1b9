import { caretAt, type Caret } from './caret'
import {
  fieldSchema,
  fieldsOf,
  isRequired,
  itemSchema,
  schemaAt,
  typesOf,
  valuesOf,
} from '../schema/schemaFields'
import { fieldInsertion, valueInsertion, type Insertion } from './completionText'
import { schemaOrDefault, type SchemaOrDefault } from '../schema/schemaOrDefault'
import type { Range } from '../model/range'
import type { FindSchema, Schema, SchemaCatalog } from '../schema/schema'
import type { Settings } from '../model/settings'
import { typeText } from '../schema/describeType'
import { apiVersionsFor, kindsFor } from '../schema/kindLists'

export type Completion = Insertion & {
  readonly label: string
  readonly form: 'field' | 'value' | 'kind'
  /** The type in words; for a kind, where it is served. */
  readonly detail: string
  readonly required: boolean
  readonly deprecated?: true
  /** What it is about, as in a `Hover`: enough to look up what it means. Of a value, that is its field. */
  readonly apiVersion: string
  readonly kind: string
  readonly path: readonly string[]
  readonly description?: string
}

/** What can stand at a place, in the order in which to offer it. */
export type Completions = {
  /** What is replaced. */
  readonly range: Range
  readonly items: readonly Completion[]
}

/** What to offer at an offset; undefined when nothing is known. Never throws. */
export function completionsAt(
  text: string,
  offset: number,
  find: FindSchema,
  catalog: SchemaCatalog,
  settings: Settings,
): Completions | undefined {
  const caret = caretAt(text, offset)
  if (!caret) return undefined
  const items = itemsAt(caret, find, catalog, settings.kubernetesVersion)
  return items.length > 0 ? { range: caret.range, items } : undefined
}

/** A completion with the description that was looked up for it. */
export const described = (completion: Completion, description: string): Completion => ({
  ...completion,
  description,
  ...(completion.form === 'field' && isDeprecated(description) && { deprecated: true }),
})

const isDeprecated = (description: string): boolean =>
  /^\W*deprecated\b|\bis (?:a )?deprecated\b|\bdeprecated[:.]/i.test(description)

function itemsAt(
  caret: Caret,
  find: FindSchema,
  catalog: SchemaCatalog,
  version: string,
): readonly Completion[] {
  const { apiVersion, kind, path } = caret
  if (caret.role === 'value' && path.length === 1) {
    if (path[0] === 'kind') return kindItems(caret, catalog, version)
    if (path[0] === 'apiVersion') return apiVersionItems(caret, catalog, version)
  }
  const known = schemaOrDefault(apiVersion, kind, find, catalog, version)
  const schema = schemaAt(known.schema, path)
  if (!schema) return []
  const newest = known.origin === 'kubernetes' ? catalog.versions.at(-1) : undefined
  const lasting = newest === undefined ? undefined : schemaAt(catalog.kind(newest, apiVersion, kind), path)
  if (caret.role === 'value') return valueItems(schema, caret)
  if (fieldsOf(schema).size > 0) return fieldItems(schema, caret, known.origin, lasting)
  // A word that stands alone may as well be a value, or the first of a list.
  if (caret.present.size > 0 || caret.colon) return []
  const item = typesOf(schema).includes('array') ? itemSchema(schema) : undefined
  if (!item || caret.style !== 'block') return valueItems(schema, caret)
  const dashed: Caret = { ...caret, path: [...path, 0], lead: '- ', column: caret.column + 2 }
  const fields = fieldItems(item, dashed, known.origin, lasting && itemSchema(lasting))
  return fields.length > 0 ? fields : valueItems(item, dashed)
}

/** The first keys of an object, as people write them. */
const first = ['apiVersion', 'kind', 'metadata', 'spec']

/** `lasting`: the same mapping in the newest version, where that is known. */
function fieldItems(
  schema: Schema,
  caret: Caret,
  origin: SchemaOrDefault['origin'],
  lasting: Schema | undefined,
): readonly Completion[] {
  const isRoot = caret.path.length === 0
  const rank = ({ label, required, deprecated }: Completion): number => {
    if (isRoot && first.includes(label)) return first.indexOf(label)
    return first.length + (required ? 0 : deprecated ? 2 : 1)
  }
  return [...fieldsOf(schema)]
    .filter(([key, field]) => !caret.present.has(key) && !field.never && !(isRoot && isStatus(key, origin)))
    .map(([key, field]): Completion => {
      const isGone = lasting !== undefined && fieldSchema(lasting, key) === undefined
      const item: Completion = {
        ...fieldInsertion(key, field, caret),
        ...subject(caret, key),
        label: key,
        form: 'field',
        detail: typeText(field),
        required: isRequired(schema, key),
        ...(isGone && { deprecated: true }),
      }
      return field.description === undefined ? item : described(item, field.description)
    })
    .toSorted((left, right) => rank(left) - rank(right) || byText(left.label, right.label))
}

/** Manifests do not set the status of an object: the cluster does. */
const isStatus = (key: string, origin: SchemaOrDefault['origin']): boolean =>
  key === 'status' && origin !== 'file'

function valueItems(schema: Schema, caret: Caret): readonly Completion[] {
  return valuesOf(schema)
    .filter((value) => value !== null)
    .map((value) => ({
      ...valueInsertion(value, caret),
      ...subject(caret),
      label: String(value),
      form: 'value',
      detail: '',
      required: false,
      ...(schema.description !== undefined && { description: schema.description }),
    }))
}

const subject = (
  { apiVersion, kind, path }: Caret,
  ...more: readonly string[]
): Pick<Completion, 'apiVersion' | 'kind' | 'path'> => ({
  apiVersion,
  kind,
  path: [...path.filter((step) => typeof step === 'string'), ...more],
})

const kindItems = (caret: Caret, catalog: SchemaCatalog, version: string): readonly Completion[] =>
  kindsFor(caret.apiVersion, catalog, version).map(({ kind, apiVersions }) => ({
    ...valueInsertion(kind, caret),
    label: kind,
    form: 'kind',
    detail: apiVersions.join(' or '),
    required: false,
    apiVersion: apiVersions[0] ?? '',
    kind,
    path: [],
  }))

const apiVersionItems = (caret: Caret, catalog: SchemaCatalog, version: string): readonly Completion[] =>
  apiVersionsFor(caret.kind, catalog, version).map(({ apiVersion, kinds }) => ({
    ...valueInsertion(apiVersion, caret),
    label: apiVersion,
    form: 'value',
    detail: kinds.length === 1 ? (kinds[0] ?? '') : `${kinds.length} kinds`,
    required: false,
    apiVersion,
    kind: caret.kind,
    path: [],
  }))

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
