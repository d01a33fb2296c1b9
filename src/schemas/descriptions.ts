import type { Path } from '../engine/model/path'
import type { Schema, SchemaCatalog } from '../engine/schema/schema'
import { groupOfDefinition } from './definitionName'
import { verifiedVersion } from './versions'

/**
 * The index of a text. For a text that changed between versions: pairs of an index into `versions` and the index of the
 * text from that version on, `[0, 5, 2, 9]`.
 */
export type PackedText = number | readonly number[]

/** The descriptions of one group of API definitions in all versions, as the schema build packs them. */
export type PackedDocs = {
  readonly versions: readonly string[]
  readonly texts: readonly string[]
  /** By short name of the definition and by field; an empty field name is the definition itself. */
  readonly definitions: Readonly<Record<string, Readonly<Record<string, PackedText>>>>
}

/** A field's index into the texts (-1 without a description), and the descriptions of the fields in it. */
type PackedEntry = number | readonly [text: number, fields: string | PackedFields]

/**
 * By field name; an empty name stands for every key of a map. The fields of an entry are an object, an index into the pool
 * (`12`), or a definition of the API (`#core.v1.PodSpec`).
 */
export type PackedFields = { readonly [field: string]: PackedEntry }

/** The descriptions of one API group of custom resources, as the schema build packs them. */
export type PackedCustomDocs = {
  readonly texts: readonly string[]
  /** By version and kind: `v1/Certificate`. */
  readonly kinds: PackedFields
  readonly pool: readonly PackedFields[]
}

/** Loads the descriptions of a group when they are first needed; undefined for a group that has none. */
type DocLoaders = {
  /** By the group of a definition: `core`, `apps`, `meta`. */
  readonly builtIn: (group: string) => Promise<PackedDocs | undefined>
  /** By the API group of custom resources: `cert-manager.io`. */
  readonly custom: (group: string) => Promise<PackedCustomDocs | undefined>
}

/**
 * The description of a field, or of the kind for an empty path. `path` starts at the root of the object: list indexes
 * are skipped, keys of maps are not. Rejects when the descriptions cannot be loaded.
 */
type Describe = (version: string, apiVersion: string, kind: string, path: Path) => Promise<string | undefined>

export const describer = (load: DocLoaders, api: Pick<SchemaCatalog, 'kind' | 'definition'>): Describe => {
  const textOf = async (version: string, name: string, field: string): Promise<string | undefined> => {
    const docs = await load.builtIn(groupOfDefinition(name))
    const packed = docs?.definitions[name]?.[field]
    return docs && packed !== undefined
      ? docs.texts[textIndex(docs.versions.indexOf(version), packed)]
      : undefined
  }

  /** Follows the fields of a definition, and of the definitions that they refer to. */
  const inApi = async (version: string, root: Schema | undefined, keys: readonly string[]) => {
    let schema = withoutReferences(root)
    let found: readonly [name: string, field: string] | undefined =
      schema?.name === undefined ? undefined : [schema.name, '']
    for (const key of keys) {
      const field = schema?.properties?.get(key)
      const values =
        typeof schema?.additionalProperties === 'object' ? schema.additionalProperties : undefined
      if (!field && !values) return undefined
      found = field && schema?.name !== undefined ? [schema.name, key] : undefined
      schema = withoutReferences(field ?? values)
    }
    const text = found && (await textOf(version, ...found))
    // A field without a description has that of its type.
    return text ?? (schema?.name === undefined ? undefined : textOf(version, schema.name, ''))
  }

  const inDefinition = (name: string, keys: readonly string[]) =>
    inApi(verifiedVersion, api.definition(verifiedVersion, name), keys)

  const inCustom = async (docs: PackedCustomDocs, root: PackedEntry, keys: readonly string[]) => {
    let entry: PackedEntry | undefined = root
    for (const [index, key] of keys.entries()) {
      const below = typeof entry === 'number' ? undefined : entry[1]
      if (typeof below === 'string' && below.startsWith('#'))
        return inDefinition(below.slice(1), keys.slice(index))
      const fields: PackedFields = (typeof below === 'string' ? docs.pool[Number(below)] : below) ?? {}
      entry = Object.hasOwn(fields, key) ? fields[key] : fields['']
      if (entry === undefined) return undefined
    }
    const [text, below] = typeof entry === 'number' ? [entry] : entry
    if (text >= 0) return docs.texts[text]
    return typeof below === 'string' && below.startsWith('#') ? inDefinition(below.slice(1), []) : undefined
  }

  return async (version, apiVersion, kind, path) => {
    const keys = path.filter((step) => typeof step === 'string')
    const builtIn = api.kind(version, apiVersion, kind)
    if (builtIn) return inApi(version, builtIn, keys)
    // Every object has these fields, with the same meaning. RuntimeClass is used because its group is small to load.
    const [first, ...rest] = keys
    if (first === 'metadata') return inDefinition('am:meta.v1.ObjectMeta', rest)
    if (first === 'apiVersion' || first === 'kind') return inDefinition('node.v1.RuntimeClass', keys)
    const [group = '', groupVersion] = apiVersion.split('/')
    const docs = groupVersion === undefined ? undefined : await load.custom(group)
    const root = docs?.kinds[`${groupVersion}/${kind}`]
    return docs && root !== undefined ? inCustom(docs, root, keys) : undefined
  }
}

/** The schema that has the fields: the target of references, the items of lists. */
const withoutReferences = (schema: Schema | undefined): Schema | undefined => {
  let target = schema
  while (target?.ref ?? target?.items) target = target?.ref ? target.ref() : target?.items
  return target
}

/** The index of a text in one version; -1 when it has none. `version` is an index into `versions`. */
const textIndex = (version: number, packed: PackedText): number => {
  if (typeof packed === 'number') return version < 0 ? -1 : packed
  const last = packed.findLastIndex((from, index) => index % 2 === 0 && from <= version)
  return last < 0 ? -1 : (packed[last + 1] ?? -1)
}
