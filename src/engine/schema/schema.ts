import type { SchemaOrigin } from '../model/report'
import type { ScalarData } from '../yaml/resolveScalar'
import type { Json } from '../model/json'

/** The types in JSON Schema. */
export type JsonType = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null'

/** The keywords of JSON Schema whose value is a number. Lengths are in code points. */
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

/** A condition for a scalar, from a pattern or a format. */
export type ScalarTest = {
  /** The end of a sentence that starts with "must be": `a quantity like 250m, 2 or 64Mi`, `text that matches ^[a-z]+$`. */
  readonly expected: string
  readonly accepts: (data: ScalarData) => boolean
  /** Of a pattern: the number of its instructions, each of which may look at every character. */
  readonly size?: number
}

/**
 * A JSON Schema with compiled patterns and formats. The API of Kubernetes, custom resources and schemas that people add all
 * have this form.
 */
export type Schema = SchemaLimits & {
  /** The name of a definition in the API: `apps.v1.DeploymentSpec`. */
  readonly name?: string
  /** For the root of an object: the kinds with this definition, `apps/v1/Deployment`. */
  readonly kinds?: readonly string[]
  readonly description?: string
  /** The schema to use instead of this one. It is resolved on demand, because some schemas contain themselves. */
  readonly ref?: () => Schema | undefined

  /** The allowed types; absent when all are. */
  readonly type?: readonly JsonType[]
  /** A better description than the types for the message about a wrong type: `a quantity like 250m`. */
  readonly expected?: string
  /** Null is a value. Without this, a field of a Kubernetes object that is null counts as absent. */
  readonly nullable?: true
  /** No value is valid. */
  readonly never?: true
  readonly enum?: readonly Json[]
  readonly format?: ScalarTest
  readonly pattern?: ScalarTest

  readonly items?: Schema
  /** The schemas of the first items, by position. `items` is then for the items after them. */
  readonly prefixItems?: readonly Schema[]
  readonly contains?: Schema
  readonly uniqueItems?: true

  readonly properties?: ReadonlyMap<string, Schema>
  readonly patternProperties?: readonly { readonly pattern: ScalarTest; readonly schema: Schema }[]
  /**
   * For fields that are not in `properties` or `patternProperties`: their schema, or `closed` when there are no others, or
   * `strict` when others are invalid only if the settings are strict, because a cluster may silently drop them. Absent when
   * any other field is valid.
   */
  readonly additionalProperties?: Schema | 'closed' | 'strict'
  readonly propertyNames?: Schema
  readonly required?: readonly string[]
  /** By field: the fields that it requires, or a schema that the object must match when the field is set. */
  readonly dependencies?: ReadonlyMap<string, readonly string[] | Schema>

  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly not?: Schema
  readonly if?: Schema
  readonly then?: Schema
  readonly else?: Schema
}

/** The schema of a kind and its origin. */
export type KindSchema = {
  readonly schema: Schema
  readonly origin: SchemaOrigin
  /** `absent`: a field that is null counts as absent, as for the API server. `value`: null is a value like any other. */
  readonly nulls: 'absent' | 'value'
}

/** The API of several Kubernetes versions. `version`: a minor version, `1.31`; for an unknown one there are no results. */
export type SchemaCatalog = {
  /** Oldest first. */
  readonly versions: readonly string[]
  readonly kind: (version: string, apiVersion: string, kind: string) => Schema | undefined
  /** A definition of the API by its name: `core.v1.PodTemplateSpec`. */
  readonly definition: (version: string, name: string) => Schema | undefined
  /** The versions that serve a kind in an apiVersion, oldest first. */
  readonly servedIn: (apiVersion: string, kind: string) => readonly string[]
  /** The apiVersions, of all groups, in which a version serves a kind. */
  readonly apiVersionsOf: (version: string, kind: string) => readonly string[]
  /** Every kind that a version serves. */
  readonly kindsOf: (version: string) => readonly { readonly apiVersion: string; readonly kind: string }[]
  /** The kind with the capital letters of the API: `Pod` for `pod`. */
  readonly spelling: (version: string, apiVersion: string, kind: string) => string | undefined
}

/** The custom resources that come with the playground, as far as they are loaded. */
export type CustomCatalog = {
  readonly kind: (apiVersion: string, kind: string) => Schema | undefined
  /** The kinds of all versions of a group; undefined for a group that is unknown or not loaded. */
  readonly kindsOf: (
    group: string,
  ) => readonly { readonly apiVersion: string; readonly kind: string }[] | undefined
}

/** Finds the schema for a kind, from any origin; undefined when there is none. */
export type FindSchema = (apiVersion: string, kind: string) => KindSchema | undefined

/** One version of a kind in a CustomResourceDefinition. */
export type DefinedKind = {
  readonly apiVersion: string
  readonly kind: string
  /** Whether the API server serves this version. */
  readonly served: boolean
  readonly schema: Schema
}

/** A schema from a file, for one or several kinds. `nulls`: as in `KindSchema`; absent for a JSON Schema, where null is a value. */
export type FileSchema = {
  /** The name for people: `Certificate · cert-manager.io/v1`. */
  readonly title: string
  readonly matches: (apiVersion: string, kind: string) => boolean
  readonly schema: Schema
  readonly nulls?: 'absent'
}
