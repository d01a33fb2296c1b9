import { groupOf } from '../../kubernetes/apiVersion'
import type { KubernetesObject } from '../objects/readObjects'
import { valueOf, type LocatedObject } from '../objects/locatedObjects'
import type { CustomCatalog, DefinedKind, FileSchema, KindSchema, Schema, SchemaCatalog } from './schema'
import type { SchemaFile, Settings } from '../model/settings'
import type { Value } from '../yaml/value'
import type { SchemaOrigin } from '../model/report'

/** What schemas can be read from, beside the catalogs. */
export type SchemaReaders = {
  /** The kinds of a CustomResourceDefinition. `metadata`: the schema of ObjectMeta. Never throws. */
  readonly definition: (object: Value, metadata: Schema | undefined) => readonly DefinedKind[]
  /** The schemas of a file that a person brought along. Never throws. */
  readonly file: (file: SchemaFile) => readonly FileSchema[]
}

/** Everything that schemas come from. */
export type SchemaLibrary = {
  /** The API of Kubernetes; without it the form of objects is not judged beyond what the checks read. */
  readonly schemas?: SchemaCatalog
  readonly bundled?: CustomCatalog
  readonly readers?: SchemaReaders
}

/** The schemas that count for one text under one set of settings. */
export type SchemaLookup = {
  /** What comes with the text goes before what comes with a file, that before Kubernetes, that before what is bundled. */
  readonly find: (version: string, apiVersion: string, kind: string) => KindSchema | undefined
  /** All versions of a kind that a definition in the text names, served or not; empty without one. */
  readonly defined: (apiVersion: string, kind: string) => readonly DefinedKind[]
  /** The apiVersions under which a kind of this group is bundled. */
  readonly bundledVersions: (apiVersion: string, kind: string) => readonly string[]
}

/** Keeps what was read from definitions and files, so that a key stroke elsewhere reads nothing again. */
export class SchemaCache {
  private readonly definitions = new WeakMap<KubernetesObject, readonly DefinedKind[]>()
  private readonly files = new Map<string, readonly FileSchema[]>()
  private readonly wrapped = new WeakMap<Schema, KindSchema>()

  constructor(private readonly library: SchemaLibrary) {}

  lookup(objects: readonly LocatedObject[], settings: Settings): SchemaLookup {
    const { schemas, bundled } = this.library
    const defined = this.definedIn(objects, settings.kubernetesVersion)
    const files = this.filesOf(settings.schemaFiles)
    return {
      find: (version, apiVersion, kind) => {
        const own = defined.get(kindKey(apiVersion, kind))?.find((one) => one.apiVersion === apiVersion)
        if (own?.served) return this.wrap(own.schema, 'definition')
        const file = files.find(({ matches }) => matches(apiVersion, kind))
        if (file) return this.wrap(file.schema, 'file')
        // An empty group is written like none.
        const native = apiVersion.replace(/^\//, '')
        const spelled = schemas?.spelling(version, native, kind)
        const served = spelled === undefined ? undefined : schemas?.kind(version, native, spelled)
        if (served) return this.wrap(served, 'kubernetes')
        const known = own ? undefined : bundled?.kind(apiVersion, kind)
        return known && this.wrap(known, 'bundled')
      },
      defined: (apiVersion, kind) => defined.get(kindKey(apiVersion, kind)) ?? [],
      bundledVersions: (apiVersion, kind) =>
        (bundled?.kindsOf(groupOf(apiVersion)) ?? [])
          .filter((one) => one.kind === kind)
          .map((one) => one.apiVersion),
    }
  }

  /** By group and kind; of two definitions of a kind the later counts, as when they are applied. */
  private definedIn(
    objects: readonly LocatedObject[],
    version: string,
  ): ReadonlyMap<string, readonly DefinedKind[]> {
    const { readers, schemas } = this.library
    const defined = new Map<string, readonly DefinedKind[]>()
    if (!readers) return defined
    for (const placed of objects) {
      const { object } = placed
      const value = object.kind === 'CustomResourceDefinition' ? valueOf(placed) : undefined
      if (!value) continue
      const kinds =
        this.definitions.get(object) ??
        readers.definition(value, schemas?.definition(version, 'am:meta.v1.ObjectMeta'))
      this.definitions.set(object, kinds)
      for (const { apiVersion, kind } of kinds) defined.set(kindKey(apiVersion, kind), kinds)
    }
    return defined
  }

  private filesOf(files: readonly SchemaFile[]): readonly FileSchema[] {
    return files.flatMap((file) => {
      const key = `${file.name}\0${file.text}`
      const schemas = this.files.get(key) ?? this.library.readers?.file(file) ?? []
      if (this.library.readers) this.files.set(key, schemas)
      return schemas
    })
  }

  private wrap(schema: Schema, origin: SchemaOrigin): KindSchema {
    const known = this.wrapped.get(schema)
    if (known) return known
    const wrapped: KindSchema = { schema, origin, nulls: origin === 'file' ? 'value' : 'absent' }
    this.wrapped.set(schema, wrapped)
    return wrapped
  }
}

const kindKey = (apiVersion: string, kind: string): string => `${groupOf(apiVersion)}/${kind}`
