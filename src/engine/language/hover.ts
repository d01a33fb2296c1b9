import { placeAt } from './caret'
import { isRequired, itemSchema, schemaAt, valuesOf } from '../schema/schemaFields'
import { schemaOrDefault, versionsWith } from '../schema/schemaOrDefault'
import type { Range } from '../model/range'
import type { FindSchema, Schema, SchemaCatalog } from '../schema/schema'
import type { Settings } from '../model/settings'
import { limitText, typeText } from '../schema/describeType'

/** What there is to say about a field, or about a kind as a whole. */
export type Hover = {
  /** Of the key or the value that was asked about. */
  readonly range: Range
  readonly apiVersion: string
  readonly kind: string
  /**
   * The keys from the root of the object, those of maps among them, steps into lists left out:
   * `['spec', 'containers', 'image']`. Empty for the kind itself.
   */
  readonly path: readonly string[]
  /** The name of the field, or the kind. */
  readonly field: string
  readonly type: string
  readonly required: boolean
  /** The version of Kubernetes whose schema says so: the chosen one, if that has the field. */
  readonly version: string
  /** The chosen version does not have the field; another one does. */
  readonly absent?: true
  /** The first bundled version that has the field, if that is not the oldest one. */
  readonly since?: string
  /** The last bundled version that has the field, if that is not the newest one. */
  readonly until?: string
  /** The only values that are taken. */
  readonly values?: readonly string[]
  /** What the value has to be beyond its type. Ends a sentence that starts with "must be". */
  readonly expected?: string
  /** Plain text. Absent where descriptions are kept apart from the schemas. */
  readonly description?: string
}

/** Describes the field or the kind at an offset; undefined when nothing is known of it. Never throws. */
export function hoverAt(
  text: string,
  offset: number,
  find: FindSchema,
  catalog: SchemaCatalog,
  settings: Settings,
): Hover | undefined {
  const place = placeAt(text, offset)
  if (!place) return undefined
  const { apiVersion, kind, range } = place
  const keys = place.path.filter((step) => typeof step === 'string')
  const isIdentity = place.path.length === 1 && /^(?:apiVersion|kind)$/.test(keys[0] ?? '')
  const path = isIdentity ? [] : keys
  const chosen = settings.kubernetesVersion
  const known = schemaOrDefault(apiVersion, kind, find, catalog, chosen)
  const isKubernetes = known.origin === 'kubernetes' || known.origin === 'default'
  const versions = isKubernetes ? versionsWith(catalog, apiVersion, kind, path) : []
  const isThere = schemaAt(known.schema, path) && (path.length > 0 || known.origin !== 'default')
  const version = isThere ? chosen : nearest(versions, chosen, catalog)
  const root = isThere ? known.schema : version && catalog.kind(version, apiVersion, kind)
  const schema = root && schemaAt(root, path)
  if (!root || !schema || version === undefined) return undefined
  const values = valuesOf(schema)
  const expected = limitText(schema)
  const [since] = versions
  const until = versions.at(-1)
  return {
    range,
    apiVersion,
    kind,
    path,
    field: path.at(-1) ?? kind,
    type: typeText(schema),
    required: isRequiredAt(root, path),
    version,
    ...(!isThere && { absent: true }),
    ...(since !== undefined && since !== catalog.versions[0] && { since }),
    ...(until !== undefined && until !== catalog.versions.at(-1) && { until }),
    ...(values.length > 0 && !isBoolean(schema) && { values: values.map(String) }),
    ...(expected !== undefined && { expected }),
    ...(schema.description !== undefined && { description: schema.description }),
  }
}

/** True and false need no list. */
const isBoolean = ({ type, enum: listed }: Schema): boolean => !listed && type?.join() === 'boolean'

/** The first version with a field that is newer than the chosen one, else the last one. */
const nearest = (
  versions: readonly string[],
  chosen: string,
  { versions: all }: SchemaCatalog,
): string | undefined =>
  versions.find((version) => all.indexOf(version) > all.indexOf(chosen)) ?? versions.at(-1)

function isRequiredAt(root: Schema, path: readonly string[]): boolean {
  const key = path.at(-1)
  const parent = schemaAt(root, path.slice(0, -1))
  if (key === undefined || !parent) return false
  return isRequired(parent, key) || isRequired(itemSchema(parent) ?? {}, key)
}
