import type { Json } from '../engine/model/json'
import type { Place } from './place'
import type { RefusedRule, RuleId, WarnedRule } from './rules'

/** As the server names them in the causes of a refusal. */
export type Reason =
  | 'FieldValueInvalid'
  | 'FieldValueRequired'
  | 'FieldValueNotSupported'
  | 'FieldValueDuplicate'
  | 'FieldValueForbidden'
  | 'FieldValueNotFound'
  | 'FieldValueTooLong'
  | 'FieldValueTooMany'
  | 'FieldValueTypeInvalid'
  | 'InternalError'

/**
 * What a fix can be made from. `word`: the value should be one of these. `number`: it should be between these, both
 * included. `name`: it should be a name with which there is no problem (see `names.ts`). `set`: it should be this value.
 * `remove`: it should not be there. Where the place is about a key (`isAboutKey`), all of this is said of the key.
 */
export type Hint =
  | { readonly kind: 'word'; readonly allowed: readonly string[] }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'name'; readonly problem: (name: string) => string | undefined }
  | { readonly kind: 'set'; readonly value: Json }
  | { readonly kind: 'remove' }

/** One thing the server says about a place. `message`: a sentence of ours that names the subject. */
export type ServerFinding = {
  readonly rule: RuleId
  readonly place: Place
  readonly message: string
  readonly hint?: Hint
}

/** Why the server refuses an object. */
export type Cause = ServerFinding & { readonly rule: RefusedRule; readonly reason: Reason }

/** Collects what the server says about one object. */
export class Answer {
  readonly causes: Cause[] = []
  readonly warnings: ServerFinding[] = []
  /** Fields that the server drops without refusing the object. */
  readonly dropped: ServerFinding[] = []

  /** `minor`: of the version of Kubernetes: 36 for 1.36. */
  constructor(readonly minor: number) {}

  refuse(rule: RefusedRule, reason: Reason, place: Place, message: string, hint?: Hint): void {
    this.causes.push({ rule, reason, place, message, ...(hint && { hint }) })
  }

  warn(rule: WarnedRule, place: Place, message: string, hint?: Hint): void {
    this.warnings.push({ rule, place, message, ...(hint && { hint }) })
  }

  drop(rule: WarnedRule, place: Place, message: string): void {
    this.dropped.push({ rule, place, message, hint: { kind: 'remove' } })
  }

  /** Whether the version is this one or newer: `isFrom(34)` for 1.34 and later. */
  isFrom(minor: number): boolean {
    return this.minor >= minor
  }
}
