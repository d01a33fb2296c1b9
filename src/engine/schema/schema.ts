import type { SchemaOrigin } from '../model/report'
import type { ScalarData } from '../yaml/resolveScalar'
import type { Json } from '../model/json'

/** The types of JSON, as schemas name them. */
export type JsonType = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null'

/** The keywords of JSON Schema that take a number. Lengths count code points. */
export type SchemaLimits = {
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly multipleOf?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minProperties?: number
  readonly maxProperties?: number
}

/** A question to one scalar that takes more than a comparison. */
export type ScalarTest = {
  /** Ends a sentence that starts with "must be": `a quantity like 250m, 2 or 64Mi`, `text that matches ^[a-z]+$`. */
  readonly expected: string
  readonly accepts: (data: ScalarData) => boolean
}

/**
 * What a value may be: the words of JSON Schema, with patterns and formats made ready to be asked. One form for the
 * API of Kubernetes, for custom resources and for schemas that people bring along.
 */
export type Schema = SchemaLimits & {
  /** Of a definition of the API, `apps.v1.DeploymentSpec`. */
  readonly name?: string
  /** Of the root of an object: the kinds served as this definition, `apps/v1/Deployment`. */
  readonly kinds?: readonly string[]
  readonly description?: string
  /** Another schema in place of this one, looked up when it is met: some contain themselves. */
  readonly ref?: () => Schema | undefined

  /** Any of these; absent: all. */
  readonly type?: readonly JsonType[]
  /** What to call it when the type is wrong, where the types alone say too little: `a quantity like 250m`. */
  readonly expected?: string
  /** Null is a value here. Elsewhere, in objects of Kubernetes, it stands for an absent field. */
  readonly nullable?: true
  /** Nothing is right here. */
  readonly never?: true
  readonly enum?: readonly Json[]
  readonly format?: ScalarTest
  readonly pattern?: ScalarTest

  readonly items?: Schema
  /** The first items; `items` is then for those behind them. */
  readonly prefixItems?: readonly Schema[]
  readonly contains?: Schema
  readonly uniqueItems?: true

  readonly properties?: ReadonlyMap<string, Schema>
  readonly patternProperties?: readonly { readonly pattern: ScalarTest; readonly schema: Schema }[]
  /**
   * Of the fields with no schema of their own: their schema, or `closed`: there are none, or `strict`: none when the
   * settings are strict (a cluster drops them in silence otherwise). Absent: anything.
   */
  readonly additionalProperties?: Schema | 'closed' | 'strict'
  readonly propertyNames?: Schema
  readonly required?: readonly string[]
  /** What has to be there, or to hold, when a field is there. */
  readonly dependencies?: ReadonlyMap<string, readonly string[] | Schema>

  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly not?: Schema
  readonly if?: Schema
  readonly then?: Schema
  readonly else?: Schema
}

/** The schema of a whole object, and whose it is. */
export type KindSchema = {
  readonly schema: Schema
  readonly origin: SchemaOrigin
  /** `absent`: null stands for a missing field, as the API server takes it; `value`: it is a value like any other. */
  readonly nulls: 'absent' | 'value'
}

/** The API of several Kubernetes versions. `version` is a minor, `1.31`; for one that is not there nothing is known. */
export type SchemaCatalog = {
  /** Oldest first. */
  readonly versions: readonly string[]
  readonly kind: (version: string, apiVersion: string, kind: string) => Schema | undefined
  /** A part of the API by its name, `core.v1.PodTemplateSpec`. */
  readonly definition: (version: string, name: string) => Schema | undefined
  /** The versions that serve a kind under an apiVersion, oldest first. */
  readonly servedIn: (apiVersion: string, kind: string) => readonly string[]
  /** The apiVersions under which a version serves a kind, of whatever group. */
  readonly apiVersionsOf: (version: string, kind: string) => readonly string[]
  /** Every kind that a version serves. */
  readonly kindsOf: (version: string) => readonly { readonly apiVersion: string; readonly kind: string }[]
  /** The kind as the API spells it, when only the letters' case differs. */
  readonly spelling: (version: string, apiVersion: string, kind: string) => string | undefined
}

/** Custom resources whose schemas the playground brings along, as far as they are loaded. */
export type CustomCatalog = {
  readonly kind: (apiVersion: string, kind: string) => Schema | undefined
  /** The kinds of a group, of all its versions; undefined for a group that is not loaded or not known. */
  readonly kindsOf: (
    group: string,
  ) => readonly { readonly apiVersion: string; readonly kind: string }[] | undefined
}

/** The schema that counts for a kind, whoever brought it; undefined when nobody did. */
export type FindSchema = (apiVersion: string, kind: string) => KindSchema | undefined

/** A kind as a CustomResourceDefinition defines it. */
export type DefinedKind = {
  readonly apiVersion: string
  readonly kind: string
  /** Whether the cluster answers requests for this version. */
  readonly served: boolean
  readonly schema: Schema
}

/** A JSON Schema from a file, with the kinds it is for. */
export type FileSchema = {
  /** For people: `Certificate · cert-manager.io/v1`. */
  readonly title: string
  readonly matches: (apiVersion: string, kind: string) => boolean
  readonly schema: Schema
}
