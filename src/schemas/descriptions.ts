import type { Schema, SchemaCatalog } from '../engine/schema/schema'
import { verifiedVersion } from './customGroup'
import type { Path } from '../engine/model/path'

/** A place in the texts; when the text changed: pairs of a version (its place in `versions`) and the text from then on. */
export type PackedText = number | readonly number[]

/** The descriptions of one group of definitions of the API, in all versions. */
export type PackedDocs = {
  readonly versions: readonly string[]
  readonly texts: readonly string[]
  /** By the short name of the definition and field; the definition's own has an empty name. */
  readonly definitions: Readonly<Record<string, Readonly<Record<string, PackedText>>>>
}

/** What is said of a field: a place in the texts (-1: nothing), and of the fields below it. */
export type PackedEntry = number | readonly [text: number, below: string | PackedFields]

/**
 * By field; the fields below: in place, at a place in the pool (`12`), or those of a definition of the API
 * (`#core.v1.PodSpec`). An empty name stands for every key of a map.
 */
export type PackedFields = { readonly [field: string]: PackedEntry }

/** The descriptions of one API group of custom resources. */
export type PackedCustomDocs = {
  readonly texts: readonly string[]
  /** By version and kind, `v1/Certificate`. */
  readonly kinds: PackedFields
  readonly pool: readonly PackedFields[]
}

/** Loads descriptions when they are first asked for; undefined for a group that has none. */
export type DocLoaders = {
  /** By the group of a definition, `core`, `apps`, `meta`. */
  readonly builtIn: (group: string) => Promise<PackedDocs | undefined>
  /** By the API group of custom resources, `cert-manager.io`. */
  readonly custom: (group: string) => Promise<PackedCustomDocs | undefined>
}

/**
 * The description of a field, or with an empty path of the kind itself. `path` leads from the root of the object:
 * numbers, the places in lists, are no step, a key of a map is one. Rejects when the texts cannot be loaded.
 */
export type Describe = (
  version: string,
  apiVersion: string,
  kind: string,
  path: Path,
) => Promise<string | undefined>

export const describer = (load: DocLoaders, api: Pick<SchemaCatalog, 'kind' | 'definition'>): Describe => {
  const textOf = async (version: string, name: string, field: string): Promise<string | undefined> => {
    const docs = await load.builtIn(groupOfName(name))
    const packed = docs?.definitions[name]?.[field]
    return docs && packed !== undefined
      ? docs.texts[textIn(docs.versions.indexOf(version), packed)]
      : undefined
  }

  /** Along the fields of a definition of the API and of those that it refers to. */
  const inApi = async (version: string, root: Schema | undefined, keys: readonly string[]) => {
    let at = itself(root)
    let place: readonly [name: string, field: string] | undefined =
      at?.name === undefined ? undefined : [at.name, '']
    for (const key of keys) {
      const field = at?.properties?.get(key)
      const values = typeof at?.additionalProperties === 'object' ? at.additionalProperties : undefined
      if (!field && !values) return undefined
      place = field && at?.name !== undefined ? [at.name, key] : undefined
      at = itself(field ?? values)
    }
    const text = place && (await textOf(version, ...place))
    return text ?? (at?.name === undefined ? undefined : textOf(version, at.name, ''))
  }

  const named = (name: string, keys: readonly string[]) =>
    inApi(verifiedVersion, api.definition(verifiedVersion, name), keys)

  const inCustom = async (docs: PackedCustomDocs, root: PackedEntry, keys: readonly string[]) => {
    let entry: PackedEntry | undefined = root
    for (const [step, key] of keys.entries()) {
      const below = typeof entry === 'number' ? undefined : entry[1]
      if (typeof below === 'string' && below.startsWith('#')) return named(below.slice(1), keys.slice(step))
      const fields: PackedFields = (typeof below === 'string' ? docs.pool[Number(below)] : below) ?? {}
      entry = Object.hasOwn(fields, key) ? fields[key] : fields['']
      if (entry === undefined) return undefined
    }
    const [text, below] = typeof entry === 'number' ? [entry] : entry
    if (text >= 0) return docs.texts[text]
    return typeof below === 'string' && below.startsWith('#') ? named(below.slice(1), []) : undefined
  }

  return async (version, apiVersion, kind, path) => {
    const keys = path.filter((step) => typeof step === 'string')
    const builtIn = api.kind(version, apiVersion, kind)
    if (builtIn) return inApi(version, builtIn, keys)
    // Whatever the object is, it has these, and they mean the same everywhere. The group of RuntimeClass is small.
    const [first, ...rest] = keys
    if (first === 'metadata') return named('am:meta.v1.ObjectMeta', rest)
    if (first === 'apiVersion' || first === 'kind') return named('node.v1.RuntimeClass', keys)
    const [group = '', groupVersion] = apiVersion.split('/')
    const docs = groupVersion === undefined ? undefined : await load.custom(group)
    const root = docs?.kinds[`${groupVersion}/${kind}`]
    return docs && root !== undefined ? inCustom(docs, root, keys) : undefined
  }
}

/** 'apps.v1.Deployment' → 'apps', 'am:meta.v1.ObjectMeta' → 'meta' */
export const groupOfName = (name: string): string => name.replace(/^\w+:/, '').split('.')[0] ?? ''

/** Behind references and lists: what has the fields. */
const itself = (schema: Schema | undefined): Schema | undefined => {
  let at = schema
  while (at?.ref ?? at?.items) at = at?.ref ? at.ref() : at?.items
  return at
}

/** The text that a version has; without one the place is -1. */
const textIn = (version: number, packed: PackedText): number => {
  if (typeof packed === 'number') return version < 0 ? -1 : packed
  const last = packed.findLastIndex((from, index) => index % 2 === 0 && from <= version)
  return last < 0 ? -1 : (packed[last + 1] ?? -1)
}
