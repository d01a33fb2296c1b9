import type { JsonObject } from '../../engine/model/json'
import type { Hint, Answer, Reason } from '../answer'
import { between, most31Bits } from '../numbers'
import type { Place } from '../place'
import { has, numberAt, textAt } from '../read'
import type { RefusedRule } from '../rules'
import { forbidden, named, oneOf, required } from '../say'

/*
 * The words of say.ts with a subject in front: “Volume data’s path …”.
 */

/** Where a rule looks: the place of an object, how messages name it (“Volume data”) and who collects what is said. */
export type At = { readonly place: Place; readonly subject: string; readonly answer: Answer }

/** The same subject, at a field below. */
export const within = (at: At, ...names: readonly string[]): At => ({
  ...at,
  place: at.place.child(...names),
})

/** Another subject at a place below. */
export const about = (at: At, place: Place, subject: string): At => ({ ...at, place, subject })

/** Refuses a text that is absent or empty; says whether there is one. */
export function requireText(object: JsonObject, key: string, at: At): boolean {
  if (textAt(object, key) !== '') return true
  required(at.answer, at.place.child(key), `${at.subject} has no ${key}.`)
  return false
}

/** Refuses a text that is present and none of the allowed ones. */
export function allowOnly(object: JsonObject, key: string, allowed: readonly string[], at: At): void {
  if (has(object, key)) checkWord(textAt(object, key), key, allowed, within(at, key))
}

/** Refuses a text that is none of the allowed ones. `at`: its place. */
export const checkWord = (
  value: string,
  key: string,
  allowed: readonly string[],
  at: At,
  rule?: RefusedRule,
): void => oneOf(at.answer, at.place, `${at.subject}’s ${key}`, value, allowed, { rule })

/** Refuses a number outside a range, both ends included. Absent numbers are fine. */
export function keepBetween(object: JsonObject, key: string, least: number, most: number, at: At): void {
  const value = numberAt(object, key)
  if (value !== undefined) checkNumber(value, key, least, most, within(at, key))
}

/** Refuses a number outside a range, both ends included. `at`: its place. */
export const checkNumber = (value: number, key: string, least: number, most: number, at: At): void =>
  between(at.answer, at.place, `${at.subject}’s ${key}`, value, least, most)

/** Refuses a number that is not above 0. `at`: its place. */
export const checkPositive = (value: number, key: string, at: At): void =>
  checkNumber(value, key, 1, most31Bits, at)

/** Refuses a text of the wrong form. `at`: the place of the text. */
export const checkName = (
  text: string,
  what: string,
  problem: (name: string) => string | undefined,
  at: At,
  rule?: RefusedRule,
): void => named(at.answer, at.place, `${at.subject}’s ${what}`, text, problem, rule)

/** Says that a field cannot be there. `why`: the end of the sentence. */
export const forbid = (
  key: string,
  why: string,
  at: At,
  rule: RefusedRule = 'conflicting-fields',
  hint?: Hint,
): void => forbidden(at.answer, at.place, `${at.subject} sets ${key}, which ${why}.`, rule, hint)

/** Says something else that the server refuses. */
export const refuse = (rule: RefusedRule, reason: Reason, at: At, message: string, hint?: Hint): void =>
  at.answer.refuse(rule, reason, at.place, message, hint)
