import { isRequired, itemSchema, schemaAt, valuesOf } from '../schema/schemaFields'
import { schemaOrDefault, versionsWith } from '../schema/schemaOrDefault'
import type { Range } from '../model/range'
import type { FindSchema, Schema, SchemaCatalog } from '../schema/schema'
import type { Settings } from '../model/settings'
import { limitText, typeText } from '../schema/describeType'
import { hoverTargetAt } from './cursor'

/** The documentation of a field or of a kind. */
export type Hover = {
  /** The key or value under the mouse pointer. */
  readonly range: Range
  readonly apiVersion: string
  readonly kind: string
  /**
   * The keys from the root of the object, including keys of maps but no indices: `['spec', 'containers', 'image']`. Empty
   * for a kind.
   */
  readonly path: readonly string[]
  /** The last key of the path, or the kind. */
  readonly field: string
  /** In words: `list of objects`. */
  readonly type: string
  readonly required: boolean
  /** The Kubernetes version whose schema is shown: the selected one when it has the field. */
  readonly version: string
  /** The selected version does not have the field. */
  readonly absent?: true
  /** The first bundled version with the field, unless it is the oldest one. */
  readonly since?: string
  /** The last bundled version with the field, unless it is the newest one. */
  readonly until?: string
  /** The supported values, for an enum. */
  readonly values?: readonly string[]
  /** Limits of the value, as the end of a sentence with "must be": `at least 1, at most 65535`. */
  readonly expected?: string
  /** Plain text. Undefined for bundled schemas, whose descriptions are stored separately. */
  readonly description?: string
}

/** The documentation of the field or kind at an offset; undefined when no schema has it. Never throws. */
export function hoverAt(
  text: string,
  offset: number,
  find: FindSchema,
  catalog: SchemaCatalog,
  settings: Settings,
): Hover | undefined {
  const target = hoverTargetAt(text, offset)
  if (!target) return undefined
  const { apiVersion, kind, range } = target
  const keys = target.path.filter((step) => typeof step === 'string')
  const isIdentity = target.path.length === 1 && /^(?:apiVersion|kind)$/.test(keys[0] ?? '')
  const path = isIdentity ? [] : keys
  const selected = settings.kubernetesVersion
  const { schema: selectedRoot, origin } = schemaOrDefault(apiVersion, kind, find, catalog, selected)
  const isKubernetes = origin === 'kubernetes' || origin === 'default'
  const versions = isKubernetes ? versionsWith(catalog, apiVersion, kind, path) : []
  const isInSelected = schemaAt(selectedRoot, path) && (path.length > 0 || origin !== 'default')
  const version = isInSelected ? selected : closestVersion(versions, selected, catalog)
  const root = isInSelected ? selectedRoot : version && catalog.kind(version, apiVersion, kind)
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
    ...(!isInSelected && { absent: true }),
    ...(since !== undefined && since !== catalog.versions[0] && { since }),
    ...(until !== undefined && until !== catalog.versions.at(-1) && { until }),
    ...(values.length > 0 && !isBoolean(schema) && { values: values.map(String) }),
    ...(expected !== undefined && { expected }),
    ...(schema.description !== undefined && { description: schema.description }),
  }
}

/** The values true and false are not listed, unless an enum does. */
const isBoolean = ({ type, enum: listed }: Schema): boolean => !listed && type?.join() === 'boolean'

/** The first of `versions` after the selected one; without one, the last before it. */
const closestVersion = (
  versions: readonly string[],
  selected: string,
  { versions: all }: SchemaCatalog,
): string | undefined =>
  versions.find((version) => all.indexOf(version) > all.indexOf(selected)) ?? versions.at(-1)

function isRequiredAt(root: Schema, path: readonly string[]): boolean {
  const key = path.at(-1)
  const parent = schemaAt(root, path.slice(0, -1))
  if (key === undefined || !parent) return false
  return isRequired(parent, key) || isRequired(itemSchema(parent) ?? {}, key)
}
