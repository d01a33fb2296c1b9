import type { Schema, SchemaCatalog } from '../engine/schema/schema'
import { scalars } from './scalars'

/** The packed structure of the API in all versions, as the schema build writes it. */
export type Structure = {
  /** Minors, oldest first. */
  readonly versions: readonly string[]
  readonly names: readonly string[]
  /** Distinct definitions of all versions. `g`: kinds, `r`: required, `p`: type code by field. */
  readonly pool: readonly {
    readonly g?: readonly string[]
    readonly r?: readonly string[]
    readonly p?: Readonly<Record<string, string>>
  }[]
  /** Pairs of name and definition that changed against the version before; definition -1: the name is gone. */
  readonly index: Readonly<Record<string, readonly number[]>>
}

/** The catalog behind the packed structure. Definitions are unfolded when they are first asked for. */
export function catalogOf(structure: Structure): SchemaCatalog {
  const versions = new Map<string, VersionCatalog>()
  const ids = new Map<number, number>()
  for (const version of structure.versions) {
    const changes = structure.index[version] ?? []
    for (let at = 0; at < changes.length; at += 2) {
      const [name = 0, definition = -1] = changes.slice(at, at + 2)
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
    definition: (version, name) => versions.get(version)?.named(name),
    servedIn: (apiVersion, kind) => structure.versions.filter((version) => has(version, apiVersion, kind)),
    apiVersionsOf: (version, kind) =>
      [...(versions.get(version)?.byKind.keys() ?? [])].flatMap((served) =>
        served.endsWith(`/${kind}`) ? [served.slice(0, -kind.length - 1)] : [],
      ),
    kindsOf: (version) => [...(versions.get(version)?.byKind.keys() ?? [])].map(parted),
    spelling: (version, apiVersion, kind) => {
      const served = versions.get(version)?.bySpelling.get(`${apiVersion}/${kind.toLowerCase()}`)
      return served?.slice(apiVersion.length + 1)
    },
  }
}

/** `apps/v1/Deployment` → apps/v1 and Deployment */
const parted = (served: string) => {
  const slash = served.lastIndexOf('/')
  return { apiVersion: served.slice(0, slash), kind: served.slice(slash + 1) }
}

/** What the API server answers with. It has a kind and a version, and yet nobody can create one. */
const answer = 'v1/Status'

class VersionCatalog {
  /** The number of the name behind each kind, `apps/v1/Deployment`. */
  readonly byKind = new Map<string, number>()
  /** The same, found by the kind in lower case. */
  readonly bySpelling = new Map<string, string>()
  private readonly byName = new Map<string, number>()
  private readonly unfolded = new Map<number, Schema>()

  constructor(
    private readonly structure: Structure,
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
    return name === undefined ? undefined : this.definition(name)
  }

  named(name: string): Schema | undefined {
    const id = this.byName.get(name)
    return id === undefined ? undefined : this.definition(id)
  }

  private definition(name: number): Schema | undefined {
    const known = this.unfolded.get(name)
    if (known) return known
    const packed = this.structure.pool[this.ids.get(name) ?? -1]
    if (!packed) return undefined
    const { g: kinds, r: required, p: fields } = packed
    const properties =
      fields && new Map(Object.entries(fields).map(([field, code]) => [field, this.schema(code)]))
    const schema: Schema = {
      name: this.structure.names[name] ?? '',
      type: ['object'],
      ...(kinds && { kinds }),
      ...(required && { required }),
      ...(properties && { properties, additionalProperties: 'strict' }),
    }
    this.unfolded.set(name, schema)
    return schema
  }

  private schema(code: string): Schema {
    const rest = code.slice(1)
    switch (code[0]) {
      case '[':
        return { type: ['array'], items: this.schema(rest) }
      case '{':
        return { type: ['object'], additionalProperties: this.schema(rest) }
      case '#':
        return { ref: () => this.named(rest) }
      case 'e':
        return { type: ['string'], enum: rest.split('|') }
      default:
        // Behind a `?` stands the status of an object: manifests do not set it, so it may be anything.
        return scalars[code] ?? {}
    }
  }
}
