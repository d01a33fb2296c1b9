import type { Json } from '../engine/model/json'
import type { Answer } from './answer'
import { labelValueProblem, qualifiedNameProblem } from '../kubernetes/names'
import type { Place } from './place'
import { has, listAt, textAt } from './read'
import { invalid, named, oneOf, remove } from './say'

/** What a taint does, and what a toleration is for. */
export const taintEffects: readonly string[] = ['NoSchedule', 'PreferNoSchedule', 'NoExecute']

const rule = 'invalid-toleration'

/** The tolerations in a field. `place`: of the list. Source: core/validation, `ValidateTolerations`. */
export function validateTolerations(owner: Json, place: Place, answer: Answer): void {
  for (const [index, toleration] of listAt(owner, 'tolerations').entries())
    validateToleration(toleration, place.index(index), answer)
}

/** The server reports what is wrong with a value at the operator. */
function validateToleration(toleration: Json, place: Place, answer: Answer): void {
  const key = textAt(toleration, 'key')
  const operator = textAt(toleration, 'operator')
  const value = textAt(toleration, 'value')
  const effect = textAt(toleration, 'effect')
  const what = key === '' ? 'the toleration' : `the toleration of ${key}`
  const operatorPlace = place.child('operator')
  const valuePlace = place.child('value').spelled(operatorPlace.field)
  if (key !== '')
    named(answer, place.child('key'), 'The key of the toleration', key, qualifiedNameProblem, rule)
  else if (operator !== 'Exists')
    invalid(answer, operatorPlace, 'A toleration without a key must have the operator Exists.', rule)
  if (has(toleration, 'tolerationSeconds') && effect !== 'NoExecute')
    invalid(
      answer,
      place.child('effect'),
      'A toleration with tolerationSeconds must have the effect NoExecute.',
      rule,
      effect === '' ? { kind: 'set', value: 'NoExecute' } : undefined,
    )
  if (operator === '' || operator === 'Equal')
    named(answer, valuePlace, `The value of ${what}`, value, labelValueProblem, rule)
  else if (operator !== 'Exists')
    oneOf(answer, operatorPlace, `The operator of ${what}`, operator, ['Equal', 'Exists'], { rule })
  else if (value !== '')
    invalid(answer, valuePlace, 'A toleration with the operator Exists must not have a value.', rule, remove)
  if (effect !== '')
    oneOf(answer, place.child('effect'), `The effect of ${what}`, effect, taintEffects, { rule })
}
