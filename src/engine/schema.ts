/** What a field may hold, as the API declares it. Objects are looked up when they are met: some contain themselves. */
export type Schema =
  | { readonly type: 'any' | 'boolean' | 'number' | 'quantity' | 'int-or-string' | 'time' | 'bytes' }
  | { readonly type: 'string'; readonly values?: readonly string[] }
  | { readonly type: 'integer'; readonly bits: 32 | 64 }
  | { readonly type: 'list'; readonly items: Schema }
  | { readonly type: 'map'; readonly values: Schema }
  | { readonly type: 'object'; readonly definition: () => ObjectSchema | undefined }

export type ObjectSchema = {
  /** `apps.v1.Deployment`. */
  readonly name: string
  /** The kinds served as this definition, `apps/v1/Deployment`. */
  readonly kinds: readonly string[]
  readonly required: readonly string[]
  /** Absent for an object that may hold anything. */
  readonly fields?: ReadonlyMap<string, Schema>
}

/** The API of several Kubernetes versions. `version` is a minor, `1.31`; for one that is not there nothing is known. */
export type SchemaCatalog = {
  /** Oldest first. */
  readonly versions: readonly string[]
  readonly kind: (version: string, apiVersion: string, kind: string) => ObjectSchema | undefined
  /** The versions that serve a kind under an apiVersion, oldest first. */
  readonly servedIn: (apiVersion: string, kind: string) => readonly string[]
  /** The apiVersions under which a version serves a kind, of whatever group. */
  readonly apiVersionsOf: (version: string, kind: string) => readonly string[]
  /** The kind as the API spells it, when only the letters' case differs. */
  readonly spelling: (version: string, apiVersion: string, kind: string) => string | undefined
}
