import type { Json } from '../../engine/model/json'
import type { Hint, Answer } from '../answer'
import type { Place } from '../place'
import { has, textAt } from '../read'
import { quoted } from '../say'

const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.,]\d{6}(?:Z|[+-]\d\d:\d\d)$/
const other = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:[.,](\d+))?(Z|[+-]\d\d:\d\d)$/

/** The same time with six digits after the second. */
function withSixDigits(text: string): Hint | undefined {
  const [, time, digits = '', zone = ''] = other.exec(text) ?? []
  return time === undefined
    ? undefined
    : { kind: 'set', value: `${time}.${digits.slice(0, 6).padEnd(6, '0')}${zone}` }
}

/** Times that the server decodes only with six digits of a second. `place`: of the object. Source: `MicroTime`. */
export function validateMicroTimes(
  object: Json,
  keys: readonly string[],
  place: Place,
  answer: Answer,
): void {
  for (const key of keys) {
    const text = textAt(object, key)
    if (has(object, key) && !form.test(text))
      answer.refuse(
        'invalid-time',
        'FieldValueTypeInvalid',
        place.child(key),
        `The ${key} ${quoted(text)} must have six digits after the second, such as 2026-01-31T12:00:00.000000Z.`,
        withSixDigits(text),
      )
  }
}
