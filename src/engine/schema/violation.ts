import type { Alternative } from './alternatives'
import type { Schema } from './schema'
import type { Value } from '../yaml/value'
import type { Path } from '../model/path'
import type { KubernetesObject } from '../objects/readObjects'

/** An object that contains the current one. */
type Ancestor = { readonly schema: Schema; readonly path: Path }

/** One way in which a value breaks its schema. `path` is from the root of the object. */
export type Violation = {
  readonly path: Path
  /** The outermost allOf, or reference in a schema file, around the violation. kubeconform reports only this one. */
  readonly enclosing?: { readonly path: Path; readonly keyword: 'allOf' | 'ref' }
} & (
  | { readonly kind: 'type'; readonly expected: string; readonly value: Value; readonly schema: Schema }
  /** A required field is missing. `path`: of the missing field. `schema`: of the object around it. */
  | { readonly kind: 'missing'; readonly value?: Value; readonly schema: Schema }
  /** `schema`: of the object that does not have the field. */
  | { readonly kind: 'unknown'; readonly schema: Schema; readonly ancestors: readonly Ancestor[] }
  /** The type is right, but the value is not allowed. */
  | {
      readonly kind: 'value'
      readonly keyword: Keyword
      readonly expected: string
      /** What follows "but" in the message, where the value alone does not explain it: `has 3 items`. */
      readonly actual?: string
      readonly value: Value
      readonly allowed?: readonly string[]
    }
  /** The apiVersion or kind of an object inside another is not allowed there. */
  | { readonly kind: 'identity'; readonly allowed: readonly string[]; readonly value: Value }
  /** The value matches none of several alternatives, or too many of them. */
  | {
      readonly kind: 'choice'
      readonly keyword: 'anyOf' | 'oneOf' | 'not'
      readonly alternatives: readonly Alternative[]
      /** The indexes of the alternatives that it matches. */
      readonly matched: readonly number[]
      readonly value: Value
      /** The violations of the alternative that the value is closest to. */
      readonly closest: readonly Violation[]
    }
  /** Validation stopped, because there were too many alternatives to check. */
  | { readonly kind: 'incomplete' }
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

export type ViolationOf<Kind extends Violation['kind']> = Violation & { readonly kind: Kind }

/** The object that a violation is in, its content, and the text of its document. */
export type ViolationContext = {
  readonly object: KubernetesObject
  readonly root: Value
  readonly text: string
}
