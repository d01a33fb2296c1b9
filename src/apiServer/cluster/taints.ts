import type { Json } from '../../engine/model/json'
import type { Answer } from '../answer'
import { labelValueProblem, qualifiedNameProblem } from '../../kubernetes/names'
import type { Place } from '../place'
import { textAt } from '../read'
import { duplicate, named, oneOf, remove, required } from '../say'
import { taintEffects } from '../tolerations'

const rule = 'invalid-taint'

/** Source: `validateNodeTaints`. */
export function validateTaints(taints: readonly Json[], place: Place, answer: Answer): void {
  const seen = new Map<string, string>()
  taints.forEach((taint, index) => {
    const here = place.index(index)
    const key = textAt(taint, 'key')
    const value = textAt(taint, 'value')
    const effect = textAt(taint, 'effect')
    named(answer, here.child('key'), 'The key of the taint', key, qualifiedNameProblem, rule)
    named(answer, here.child('value'), `The value of the taint ${key}`, value, labelValueProblem, rule)
    const effectPlace = here.child('effect')
    if (effect === '') required(answer, effectPlace, `The taint ${key} has no effect.`, rule)
    else oneOf(answer, effectPlace, `The effect of the taint ${key}`, effect, taintEffects, { rule })
    const other = seen.get(`${effect} ${key}`)
    if (other !== undefined)
      duplicate(
        answer,
        here,
        `The Node has the taint ${key} with the effect ${effect} twice.`,
        other === value ? remove : undefined,
      )
    seen.set(`${effect} ${key}`, value)
  })
}
