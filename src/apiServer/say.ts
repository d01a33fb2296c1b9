import { canonicalJson, type Json } from '../engine/model/json'
import { shorten } from '../engine/model/shorten'
import type { Hint, Answer, Reason } from './answer'
import { subdomainProblem } from '../kubernetes/names'
import type { Place } from './place'
import { has, textAt } from './read'
import type { RefusedRule } from './rules'

/*
 * What all rooms say in the same words. `what` is the subject of the sentence, with its article: “The scope”. Numbers,
 * quantities, labels and selectors have files of their own beside this one.
 */

const shown = 80

/** A text of the user inside a message, in quotes and cut when it is long. */
export const quoted = (text: string): string => `“${shorten(text, shown)}”`

/** The length of a text in UTF-8. */
export const byteLength = (text: string): number => new TextEncoder().encode(text).length

/** `“A”, “B” or “C”`. */
export const choice = (values: readonly string[]): string => {
  const last = values.at(-1)
  const others = values.slice(0, -1).map((value) => `“${value}”`)
  if (last === undefined) return ''
  return others.length === 0 ? `“${last}”` : `${others.join(', ')} or “${last}”`
}

/** A subject at the beginning of a sentence. */
export const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

/** A subject within a sentence. */
export const lowerFirst = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`

/** The fix is to take the field or item away. */
export const remove: Hint = { kind: 'remove' }

/** Hints by the names of which one is meant, so that many findings share one list. */
const allowed = new WeakMap<ReadonlySet<string>, Hint>()

/** One of some names is meant; undefined when there are none. */
export const wordOf = (names: ReadonlySet<string>): Hint | undefined => {
  if (names.size === 0) return undefined
  const hint = allowed.get(names) ?? { kind: 'word', allowed: [...names] }
  allowed.set(names, hint)
  return hint
}

/** A field that is needed has no value. `place`: of the missing field. */
export const required = (
  answer: Answer,
  place: Place,
  message: string,
  rule: RefusedRule = 'required-field',
  hint?: Hint,
): void => answer.refuse(rule, 'FieldValueRequired', place, message, hint)

export const invalid = (
  answer: Answer,
  place: Place,
  message: string,
  rule: RefusedRule,
  hint?: Hint,
): void => answer.refuse(rule, 'FieldValueInvalid', place, message, hint)

/** A field that must not be there, where removing it may be the wrong fix: see `notAllowed`. */
export const forbidden = (
  answer: Answer,
  place: Place,
  message: string,
  rule: RefusedRule = 'field-not-allowed',
  hint?: Hint,
): void => answer.refuse(rule, 'FieldValueForbidden', place, message, hint)

/** A field that must not be there: the fix is to remove it. */
export const notAllowed = (
  answer: Answer,
  place: Place,
  message: string,
  rule: RefusedRule = 'field-not-allowed',
): void => forbidden(answer, place, message, rule, remove)

/** An item that was there before. `hint`: `remove` where the two are exactly the same. */
export const duplicate = (answer: Answer, place: Place, message: string, hint?: Hint): void =>
  answer.refuse('duplicate-item', 'FieldValueDuplicate', place, message, hint)

export const tooMany = (answer: Answer, place: Place, what: string, most: number): void =>
  answer.refuse('too-many-items', 'FieldValueTooMany', place, `${what} can have at most ${most} items.`)

/** Refuses a text with too many characters, or bytes where `unit` says so. The caller counts. */
export const tooLong = (
  answer: Answer,
  place: Place,
  what: string,
  most: number,
  unit: 'characters' | 'bytes' = 'characters',
): void => answer.refuse('too-long', 'FieldValueTooLong', place, `${what} can have at most ${most} ${unit}.`)

/** How a refusal of a word differs from the usual one. */
type As = { readonly rule?: RefusedRule | undefined; readonly reason?: Reason }

/** Refuses a value that is not one of a few words. */
export function oneOf(
  answer: Answer,
  place: Place,
  what: string,
  value: string,
  values: readonly string[],
  { rule = 'unsupported-value', reason = 'FieldValueNotSupported' }: As = {},
): void {
  if (values.includes(value)) return
  const found = value === '' ? 'is not set' : `is ${quoted(value)}`
  answer.refuse(rule, reason, place, `${what} ${found}. It must be ${choice(values)}.`, {
    kind: 'word',
    allowed: values,
  })
}

/** Refuses a value that is there and not one of a few words. */
export function oneOfIfSet(
  answer: Answer,
  place: Place,
  what: string,
  value: string,
  values: readonly string[],
): void {
  if (value !== '') oneOf(answer, place, what, value, values)
}

/** Refuses what a test of a name or form finds wrong, as names.ts says it. */
export function named(
  answer: Answer,
  place: Place,
  what: string,
  name: string,
  problem: (name: string) => string | undefined,
  rule: RefusedRule = 'invalid-name',
): void {
  const found = problem(name)
  if (found === undefined) return
  const message = name === '' ? `${what} must not be empty.` : `${what} ${quoted(name)} ${found}.`
  invalid(answer, place, message, rule, { kind: 'name', problem })
}

/** Like `named`, for a name that may be left out. */
export function namedIfSet(
  answer: Answer,
  place: Place,
  what: string,
  name: string,
  problem: (name: string) => string | undefined = subdomainProblem,
): void {
  if (name !== '') named(answer, place, what, name, problem)
}

/** Like `named`, for a field of an object; nothing when the object does not have it. An empty text is refused. */
export function nameAt(
  answer: Answer,
  place: Place,
  what: string,
  object: Json,
  key: string,
  problem: (name: string) => string | undefined,
): void {
  if (has(object, key)) named(answer, place.child(key), what, textAt(object, key), problem)
}

/** A name that is needed: missing or of the wrong form. */
export function neededName(
  answer: Answer,
  place: Place,
  what: string,
  name: string,
  problem: (name: string) => string | undefined = subdomainProblem,
  rule?: RefusedRule,
): void {
  if (name === '') required(answer, place, `${what} is missing.`, rule)
  else named(answer, place, what, name, problem, rule)
}

/** Refuses “*” beside other items. */
export function wildcardAlone(answer: Answer, place: Place, what: string, items: readonly string[]): void {
  if (items.length > 1 && items.includes('*'))
    invalid(answer, place, `${what} have “*” and others. “*” must be alone.`, 'mixed-wildcard')
}

/** The indexes of the items that occurred before. Empty items do not count. */
export const repeated = (items: readonly string[]): readonly number[] => {
  const again = repeats(items)
  return items.flatMap((item, index) => (item !== '' && again[index] ? [index] : []))
}

/** For each item whether it occurred before. */
export const repeats = (items: readonly unknown[]): readonly boolean[] => {
  const seen = new Set<unknown>()
  return items.map((item) => {
    const isAgain = seen.has(item)
    seen.add(item)
    return isAgain
  })
}

/** Whether an item of a list is exactly the same as one before it. Looks at the others when it is first asked. */
export const copiesIn = (items: readonly Json[]): ((index: number) => boolean) => {
  let again: readonly boolean[] | undefined
  return (index) => (again ??= repeats(items.map(canonicalJson)))[index] ?? false
}
