import type { Schema, SchemaCatalog } from '../engine/schema/schema'
import { schemaOfCode } from './typeCodes'

/** The API of all bundled versions as the schema build packs it (`structure.json`): each distinct definition once. */
export type PackedStructure = {
  /** Minor versions, oldest first: `1.25`. */
  readonly versions: readonly string[]
  /** Short names of definitions: `apps.v1.DeploymentSpec`. */
  readonly names: readonly string[]
  readonly pool: readonly PackedDefinition[]
  /**
   * For each version, the changes since the version before it, as pairs of indexes into `names` and `pool`:
   * `[name, definition, name, definition, …]`. A definition of -1 means that the name was removed.
   */
  readonly index: Readonly<Record<string, readonly number[]>>
}

export type PackedDefinition = {
  /** The kinds that are served as this definition: `apps/v1/Deployment`, `v1/Pod`. */
  readonly g?: readonly string[]
  /** Required fields. */
  readonly r?: readonly string[]
  /** Type code by field; absent for an object with any fields. */
  readonly p?: Readonly<Record<string, string>>
}

/** The catalog of a packed structure. Definitions are unpacked when they are first needed. */
export function catalogOf(structure: PackedStructure): SchemaCatalog {
  const versions = new Map<string, VersionCatalog>()
  const ids = new Map<number, number>()
  for (const version of structure.versions) {
    const changes = structure.index[version] ?? []
    for (let index = 0; index < changes.length; index += 2) {
      const [name = 0, definition = -1] = changes.slice(index, index + 2)
      if (definition < 0) ids.delete(name)
      else ids.set(name, definition)
    }
    versions.set(version, new VersionCatalog(structure, new Map(ids)))
  }
  const has = (version: string, apiVersion: string, kind: string) =>
    versions.get(version)?.byKind.has(`${apiVersion}/${kind}`)
  return {
    versions: structure.versions,
    kind: (version, apiVersion, kind) => versions.get(version)?.kind(`${apiVersion}/${kind}`),
    definition: (version, name) => versions.get(version)?.definition(name),
    servedIn: (apiVersion, kind) => structure.versions.filter((version) => has(version, apiVersion, kind)),
    apiVersionsOf: (version, kind) =>
      [...(versions.get(version)?.byKind.keys() ?? [])].flatMap((served) =>
        served.endsWith(`/${kind}`) ? [served.slice(0, -kind.length - 1)] : [],
      ),
    kindsOf: (version) => [...(versions.get(version)?.byKind.keys() ?? [])].map(splitKind),
    spelling: (version, apiVersion, kind) => {
      const served = versions.get(version)?.bySpelling.get(`${apiVersion}/${kind.toLowerCase()}`)
      return served?.slice(apiVersion.length + 1)
    },
  }
}

/** `apps/v1/Deployment` → `apps/v1` and `Deployment` */
const splitKind = (served: string) => {
  const slash = served.lastIndexOf('/')
  return { apiVersion: served.slice(0, slash), kind: served.slice(slash + 1) }
}

/** What the API server answers with. It has a kind and a version, and yet nobody can create one. */
const answer = 'v1/Status'

class VersionCatalog {
  /** The index of the name of each kind's definition: `apps/v1/Deployment`. */
  readonly byKind = new Map<string, number>()
  /** The kinds as the API spells them, by apiVersion and the kind in lower case. */
  readonly bySpelling = new Map<string, string>()
  private readonly byName = new Map<string, number>()
  private readonly unpacked = new Map<number, Schema>()

  constructor(
    private readonly structure: PackedStructure,
    private readonly ids: ReadonlyMap<number, number>,
  ) {
    for (const [name, definition] of ids) {
      this.byName.set(structure.names[name] ?? '', name)
      for (const kind of structure.pool[definition]?.g ?? []) {
        if (kind === answer) continue
        const slash = kind.lastIndexOf('/')
        this.byKind.set(kind, name)
        this.bySpelling.set(kind.slice(0, slash) + kind.slice(slash).toLowerCase(), kind)
      }
    }
  }

  kind(key: string): Schema | undefined {
    const name = this.byKind.get(key)
    return name === undefined ? undefined : this.unpack(name)
  }

  definition(name: string): Schema | undefined {
    const index = this.byName.get(name)
    return index === undefined ? undefined : this.unpack(index)
  }

  private unpack(name: number): Schema | undefined {
    const cached = this.unpacked.get(name)
    if (cached) return cached
    const packed = this.structure.pool[this.ids.get(name) ?? -1]
    if (!packed) return undefined
    const { g: kinds, r: required, p: fields } = packed
    const properties =
      fields && new Map(Object.entries(fields).map(([field, code]) => [field, schemaOfCode(code, this)]))
    const schema: Schema = {
      name: this.structure.names[name] ?? '',
      type: ['object'],
      ...(kinds && { kinds }),
      ...(required && { required }),
      ...(properties && { properties, additionalProperties: 'strict' }),
    }
    this.unpacked.set(name, schema)
    return schema
  }
}
