import type { Alternative } from './alternatives'
import type { Schema } from './schema'
import type { Value } from '../yaml/value'
import type { Path } from '../model/path'
import type { KubernetesObject } from '../objects/readObjects'

/** An object around another, and where it stands. */
type Ancestor = { readonly schema: Schema; readonly path: Path }

/** One way in which a value breaks its schema. `path` is from the root of the object. */
export type Violation = {
  readonly path: Path
  /** Set below a part of the schema that other tools do not look into: where it begins, and what it is. */
  readonly through?: { readonly path: Path; readonly keyword: 'allOf' | 'ref' }
} & (
  | { readonly kind: 'type'; readonly expected: string; readonly value: Value; readonly schema: Schema }
  /** `path` is that of the field that should be there, `schema` that of the object around it. */
  | { readonly kind: 'missing'; readonly value?: Value; readonly schema: Schema }
  | { readonly kind: 'unknown'; readonly schema: Schema; readonly above: readonly Ancestor[] }
  /** The type is right, the value is not. */
  | {
      readonly kind: 'value'
      readonly keyword: Keyword
      readonly expected: string
      /** What is there instead, when the value itself would say too little: `it has 3 items`. */
      readonly found?: string
      readonly value: Value
      readonly allowed?: readonly string[]
    }
  /** An object inside another that calls itself by another kind. */
  | { readonly kind: 'identity'; readonly allowed: readonly string[]; readonly value: Value }
  /** Of several forms the value has none, or more than it may. */
  | {
      readonly kind: 'choice'
      readonly keyword: 'anyOf' | 'oneOf' | 'not'
      readonly alternatives: readonly Alternative[]
      readonly matched: readonly number[]
      readonly value: Value
      /** What speaks against the form that comes nearest. */
      readonly nearest: readonly Violation[]
    }
  /** There were too many alternatives to try them all. */
  | { readonly kind: 'unsettled' }
)

export type Keyword =
  | 'enum'
  | 'format'
  | 'pattern'
  | 'length'
  | 'range'
  | 'multipleOf'
  | 'items'
  | 'properties'
  | 'dependencies'
  | 'never'
  | 'cycle'

export type Of<Kind extends Violation['kind']> = Violation & { readonly kind: Kind }

/** What a violation stands in: an object, its value, and the text of the document. */
export type Around = {
  readonly object: KubernetesObject
  readonly root: Value
  readonly text: string
}
