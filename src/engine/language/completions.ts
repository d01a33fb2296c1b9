import type { Settings } from '../model/settings'
import type { Range } from '../model/range'
import { typeText } from '../schema/describeType'
import { apiVersionsFor, kindsFor } from '../schema/kindLists'
import type { FindSchema, Schema, SchemaCatalog } from '../schema/schema'
import {
  fieldSchema,
  fieldsOf,
  isRequired,
  itemSchema,
  schemaAt,
  typesOf,
  valuesOf,
} from '../schema/schemaFields'
import { schemaOrDefault, type SchemaOrDefault } from '../schema/schemaOrDefault'
import { fieldInsertion, valueInsertion, type Insertion } from './completionText'
import { cursorAt, type Cursor } from './cursor'

export type Completion = Insertion & {
  readonly label: string
  readonly completes: 'field' | 'value' | 'kind'
  /** Of a field, its type in words; of a kind, the apiVersions that serve it; of an apiVersion, its kinds. */
  readonly detail: string
  readonly required: boolean
  readonly deprecated?: true
  /** The field to look up a description of, as in `Hover`: for a value, the field that the value is for. */
  readonly apiVersion: string
  readonly kind: string
  readonly path: readonly string[]
  readonly description?: string
}

export type Completions = {
  /** What each completion replaces. */
  readonly range: Range
  /** The best first. */
  readonly items: readonly Completion[]
}

/** The completions at an offset; undefined when there are none. Never throws. */
export function completionsAt(
  text: string,
  offset: number,
  find: FindSchema,
  catalog: SchemaCatalog,
  settings: Settings,
): Completions | undefined {
  const cursor = cursorAt(text, offset)
  if (!cursor) return undefined
  const items = itemsAt(cursor, find, catalog, settings.kubernetesVersion)
  return items.length > 0 ? { range: cursor.range, items } : undefined
}

/** A completion with its description. Some descriptions say that a field is deprecated. */
export const described = (completion: Completion, description: string): Completion => ({
  ...completion,
  description,
  ...(completion.completes === 'field' && isDeprecated(description) && { deprecated: true }),
})

const isDeprecated = (description: string): boolean =>
  /^\W*deprecated\b|\bis (?:a )?deprecated\b|\bdeprecated[:.]/.test(description.toLowerCase())

function itemsAt(
  cursor: Cursor,
  find: FindSchema,
  catalog: SchemaCatalog,
  version: string,
): readonly Completion[] {
  const { apiVersion, kind, path } = cursor
  if (cursor.role === 'value' && path.length === 1) {
    if (path[0] === 'kind') return kindItems(cursor, catalog, version)
    if (path[0] === 'apiVersion') return apiVersionItems(cursor, catalog, version)
  }
  const { schema: root, origin } = schemaOrDefault(apiVersion, kind, find, catalog, version)
  const schema = schemaAt(root, path)
  if (!schema) return []
  const newestVersion = origin === 'kubernetes' ? catalog.versions.at(-1) : undefined
  const newest =
    newestVersion === undefined ? undefined : schemaAt(catalog.kind(newestVersion, apiVersion, kind), path)
  if (cursor.role === 'value') return valueItems(schema, cursor)
  if (fieldsOf(schema).size > 0) return fieldItems(schema, cursor, origin, newest)
  // A single word below a key is parsed as a key, but can become a scalar, or an item that needs a dash.
  if (cursor.otherKeys.size > 0 || cursor.hasColon) return []
  const item = typesOf(schema).includes('array') ? itemSchema(schema) : undefined
  if (!item || cursor.style !== 'block') return valueItems(schema, cursor)
  const itemCursor: Cursor = { ...cursor, path: [...path, 0], prefix: '- ', column: cursor.column + 2 }
  const fields = fieldItems(item, itemCursor, origin, newest && itemSchema(newest))
  return fields.length > 0 ? fields : valueItems(item, itemCursor)
}

/** The usual order of the first fields of an object. */
const firstFields = ['apiVersion', 'kind', 'metadata', 'spec']

/** `newest`: the schema of the same mapping in the newest version of Kubernetes, if there is one. */
function fieldItems(
  schema: Schema,
  cursor: Cursor,
  origin: SchemaOrDefault['origin'],
  newest: Schema | undefined,
): readonly Completion[] {
  const isRoot = cursor.path.length === 0
  const rankOf = ({ label, required, deprecated }: Completion): number => {
    if (isRoot && firstFields.includes(label)) return firstFields.indexOf(label)
    return firstFields.length + (required ? 0 : deprecated ? 2 : 1)
  }
  return [...fieldsOf(schema)]
    .filter(
      ([key, field]) => !cursor.otherKeys.has(key) && !field.never && !(isRoot && isStatus(key, origin)),
    )
    .map(([key, field]): Completion => {
      const isRemoved = newest !== undefined && fieldSchema(newest, key) === undefined
      const item: Completion = {
        ...fieldInsertion(key, field, cursor),
        ...fieldOf(cursor, key),
        label: key,
        completes: 'field',
        detail: typeText(field),
        required: isRequired(schema, key),
        ...(isRemoved && { deprecated: true }),
      }
      return field.description === undefined ? item : described(item, field.description)
    })
    .toSorted((left, right) => rankOf(left) - rankOf(right) || compareText(left.label, right.label))
}

/** The cluster sets the status of an object, so manifests do not. */
const isStatus = (key: string, origin: SchemaOrDefault['origin']): boolean =>
  key === 'status' && origin !== 'file'

function valueItems(schema: Schema, cursor: Cursor): readonly Completion[] {
  return valuesOf(schema)
    .filter((value) => value !== null)
    .map((value) => ({
      ...valueInsertion(value, cursor),
      ...fieldOf(cursor),
      label: String(value),
      completes: 'value',
      detail: '',
      required: false,
      ...(schema.description !== undefined && { description: schema.description }),
    }))
}

/** The field at the cursor, or a key in it. Indices are left out of the path. */
const fieldOf = (
  { apiVersion, kind, path }: Cursor,
  ...key: readonly string[]
): Pick<Completion, 'apiVersion' | 'kind' | 'path'> => ({
  apiVersion,
  kind,
  path: [...path.filter((step) => typeof step === 'string'), ...key],
})

const kindItems = (cursor: Cursor, catalog: SchemaCatalog, version: string): readonly Completion[] =>
  kindsFor(cursor.apiVersion, catalog, version).map(({ kind, apiVersions }) => ({
    ...valueInsertion(kind, cursor),
    label: kind,
    completes: 'kind',
    detail: apiVersions.join(' or '),
    required: false,
    apiVersion: apiVersions[0] ?? '',
    kind,
    path: [],
  }))

const apiVersionItems = (cursor: Cursor, catalog: SchemaCatalog, version: string): readonly Completion[] =>
  apiVersionsFor(cursor.kind, catalog, version).map(({ apiVersion, kinds }) => ({
    ...valueInsertion(apiVersion, cursor),
    label: apiVersion,
    completes: 'value',
    detail: kinds.length === 1 ? (kinds[0] ?? '') : `${kinds.length} kinds`,
    required: false,
    apiVersion,
    kind: cursor.kind,
    path: [],
  }))

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
