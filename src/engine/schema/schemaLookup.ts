import { groupOf } from '../../kubernetes/apiVersion'
import type { KubernetesObject } from '../objects/readObjects'
import { valueOf, type LocatedObject } from '../objects/locatedObjects'
import type { CustomCatalog, DefinedKind, FileSchema, KindSchema, Schema, SchemaCatalog } from './schema'
import type { SchemaFile, Settings } from '../model/settings'
import type { Value } from '../yaml/value'
import type { SchemaOrigin } from '../model/report'

/** Reads schemas that are not in a catalog. */
export type SchemaReaders = {
  /** Reads the kinds of a CustomResourceDefinition. `metadata`: the schema of ObjectMeta. Never throws. */
  readonly definition: (object: Value, metadata: Schema | undefined) => readonly DefinedKind[]
  /** Reads the schemas in a file that a person added. `metadata`: the schema of ObjectMeta. Never throws. */
  readonly file: (file: SchemaFile, metadata: Schema | undefined) => readonly FileSchema[]
}

/** All sources of schemas. */
export type SchemaLibrary = {
  /** The API of Kubernetes. Without it, only the types of the fields that checks use are validated. */
  readonly schemas?: SchemaCatalog
  readonly bundled?: CustomCatalog
  readonly readers?: SchemaReaders
}

/** The schemas for one text and its settings. */
export type SchemaLookup = {
  /** From a CustomResourceDefinition in the text, otherwise a schema file, Kubernetes, or the bundled custom resources. */
  readonly find: (version: string, apiVersion: string, kind: string) => KindSchema | undefined
  /** By apiVersion, all versions of a kind in its CustomResourceDefinition, served or not; empty without one. */
  readonly defined: (apiVersion: string, kind: string) => DefinedVersions
  /** The apiVersions of a bundled custom resource, in the group of the given one. */
  readonly bundledVersions: (apiVersion: string, kind: string) => readonly string[]
}

/** The first of several versions with the same name counts. */
export type DefinedVersions = ReadonlyMap<string, DefinedKind>

const none: DefinedVersions = new Map()

/** Keeps the schemas of definitions and files, so that they are read again only after they change. */
export class SchemaCache {
  private readonly definitions = new WeakMap<KubernetesObject, DefinedVersions>()
  private readonly files = new Map<string, readonly FileSchema[]>()
  private lastFiles:
    { readonly files: readonly SchemaFile[]; readonly schemas: readonly FileSchema[] } | undefined
  private readonly wrapped = new WeakMap<Schema, KindSchema>()

  constructor(private readonly library: SchemaLibrary) {}

  /** The schemas for the objects of a text. Never throws. */
  lookup(objects: readonly LocatedObject[], settings: Settings): SchemaLookup {
    const { schemas, bundled } = this.library
    const defined = this.definedIn(objects, settings.kubernetesVersion)
    const files = this.filesOf(settings.schemaFiles, settings.kubernetesVersion)
    return {
      find: (version, apiVersion, kind) => {
        const own = defined.get(kindKey(apiVersion, kind))?.get(apiVersion)
        if (own?.served) return this.wrap(own.schema, 'definition')
        const file = files.find(({ matches }) => matches(apiVersion, kind))
        if (file) return this.wrap(file.schema, 'file', file.nulls)
        // `/v1` is the same as `v1`.
        const native = apiVersion.replace(/^\//, '')
        const spelled = schemas?.spelling(version, native, kind)
        const served = spelled === undefined ? undefined : schemas?.kind(version, native, spelled)
        if (served) return this.wrap(served, 'kubernetes')
        const custom = own ? undefined : bundled?.kind(apiVersion, kind)
        return custom && this.wrap(custom, 'bundled')
      },
      defined: (apiVersion, kind) => defined.get(kindKey(apiVersion, kind)) ?? none,
      bundledVersions: (apiVersion, kind) =>
        (bundled?.kindsOf(groupOf(apiVersion)) ?? [])
          .filter((one) => one.kind === kind)
          .map((one) => one.apiVersion),
    }
  }

  /** By group and kind. The last definition of a kind counts, as when they are applied in this order. */
  private definedIn(
    objects: readonly LocatedObject[],
    version: string,
  ): ReadonlyMap<string, DefinedVersions> {
    const { readers, schemas } = this.library
    const defined = new Map<string, DefinedVersions>()
    if (!readers) return defined
    for (const located of objects) {
      const { object } = located
      const value = object.kind === 'CustomResourceDefinition' ? valueOf(located) : undefined
      if (!value) continue
      const versions =
        this.definitions.get(object) ?? byVersion(readers.definition(value, metadataOf(schemas, version)))
      this.definitions.set(object, versions)
      for (const { apiVersion, kind } of versions.values()) defined.set(kindKey(apiVersion, kind), versions)
    }
    return defined
  }

  private filesOf(files: readonly SchemaFile[], version: string): readonly FileSchema[] {
    // Many texts are looked at with the same files, which may be large.
    if (this.lastFiles?.files === files) return this.lastFiles.schemas
    const { readers } = this.library
    const all = files.flatMap((file) => {
      const key = `${file.name}\0${file.text}`
      const schemas =
        this.files.get(key) ?? readers?.file(file, metadataOf(this.library.schemas, version)) ?? []
      if (readers) this.files.set(key, schemas)
      return schemas
    })
    if (readers) this.lastFiles = { files, schemas: all }
    return all
  }

  /** Always the same object for a schema, so that results can be cached by it. */
  private wrap(
    schema: Schema,
    origin: SchemaOrigin,
    nulls: KindSchema['nulls'] = origin === 'file' ? 'value' : 'absent',
  ): KindSchema {
    const cached = this.wrapped.get(schema)
    if (cached) return cached
    const wrapped: KindSchema = { schema, origin, nulls }
    this.wrapped.set(schema, wrapped)
    return wrapped
  }
}

const metadataOf = (schemas: SchemaCatalog | undefined, version: string): Schema | undefined =>
  schemas?.definition(version, 'am:meta.v1.ObjectMeta')

function byVersion(kinds: readonly DefinedKind[]): DefinedVersions {
  const versions = new Map<string, DefinedKind>()
  for (const kind of kinds) if (!versions.has(kind.apiVersion)) versions.set(kind.apiVersion, kind)
  return versions
}

const kindKey = (apiVersion: string, kind: string): string => `${groupOf(apiVersion)}/${kind}`
