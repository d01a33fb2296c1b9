import { field, isText, type Json, type JsonObject } from '../engine/model/json'
import type { Answer } from './answer'
import type { Place } from './place'
import { numberAt } from './read'
import type { RefusedRule } from './rules'
import { invalid, quoted } from './say'

/** The largest number of 31 bits: of ids of users and groups, of seconds, of Pods. */
export const most31Bits = 2_147_483_647

/** Refuses a number outside of bounds, which are both included. `what`: “The priority of the Pod”. */
export function between(
  answer: Answer,
  place: Place,
  what: string,
  value: number,
  least: number,
  most: number,
  rule: RefusedRule = 'number-out-of-range',
): void {
  if (value >= least && value <= most) return
  const message = `${what} is ${value}. It must be between ${least} and ${most}.`
  invalid(answer, place, message, rule, { kind: 'number', least, most })
}

/** Refuses a number that is too small. */
export function atLeast(
  answer: Answer,
  place: Place,
  what: string,
  value: number,
  least: number,
  rule: RefusedRule = 'number-out-of-range',
): void {
  if (value >= least) return
  const message = `${what} is ${value}. It must be ${least} or more.`
  invalid(answer, place, message, rule, { kind: 'number', least, most: most31Bits })
}

/** Refuses numbers below zero in fields of an object. `owner`: “The Deployment”. Source: `ValidateNonnegativeField`. */
export function noneNegative(
  answer: Answer,
  place: Place,
  object: Json | undefined,
  keys: readonly string[],
  owner?: string,
): void {
  for (const key of keys) {
    const value = numberAt(object, key)
    const what = owner === undefined ? `The value of ${key}` : `${owner}’s ${key}`
    if (value !== undefined) atLeast(answer, place.child(key), what, value, 0)
  }
}

/** The number before the `%` of a percentage; undefined for anything else. Source: `getPercentValue`. */
const percent = (value: Json | undefined): number | undefined =>
  isText(value) && /^[0-9]+%$/.test(value) ? Number(value.slice(0, -1)) : undefined

/** What a number or percentage counts as when only zero matters. Source: `getIntOrPercentValue`. */
export const countOrPercent = (value: Json | undefined): number => {
  if (typeof value === 'number') return value
  return percent(value) ?? (isText(value) && /^[+-]?[0-9]+$/.test(value) ? Number(value) : 0)
}

/**
 * A field that holds a number of Pods or a percentage of them; nothing when it is absent. `owner`: “The Deployment”.
 * Source: `ValidatePositiveIntOrPercent`, and `IsNotMoreThan100Percent` unless `beyond100`.
 */
export function validateCountOrPercent(
  answer: Answer,
  place: Place,
  owner: string,
  object: JsonObject,
  key: string,
  beyond100 = false,
): void {
  const value = field(object, key)
  const here = place.child(key)
  const what = `${owner}’s ${key}`
  if (typeof value === 'number') atLeast(answer, here, what, value, 0)
  if (!isText(value)) return
  const part = percent(value)
  if (part === undefined) {
    const message = `${what} is ${quoted(value)}. It must be a percentage such as 25%, or a number without quotes.`
    const hint = /^[0-9]{1,9}$/.test(value) ? ({ kind: 'set', value: Number(value) } as const) : undefined
    invalid(answer, here, message, 'invalid-percentage', hint)
  } else if (part > 100 && !beyond100) {
    const message = `${what} is ${value}. It must be 100% or less.`
    invalid(answer, here, message, 'invalid-percentage', { kind: 'set', value: '100%' })
  }
}
