import type { JsonObject } from '../../engine/model/json'
import { withoutGated } from '../gates'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { validateLabelSelector } from '../labelSelector'
import { pathSegmentProblem } from '../../kubernetes/names'
import { validateCountOrPercent } from '../numbers'
import { root } from '../place'
import { has, objectAt, textAt } from '../read'
import { invalid, oneOf } from '../say'

const policies = ['AlwaysAllow', 'IfHealthyBudget']

/** Source: `ValidatePodDisruptionBudgetSpec`. */
function validate(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const place = root.child('spec')
  if (has(spec, 'minAvailable') && has(spec, 'maxUnavailable')) {
    const message =
      'The PodDisruptionBudget has minAvailable and maxUnavailable. It can only have one of them.'
    invalid(answer, place.child('maxUnavailable').spelled(place.field), message, 'only-one-allowed')
  }
  validateCountOrPercent(answer, place, 'The PodDisruptionBudget', spec, 'minAvailable')
  validateCountOrPercent(answer, place, 'The PodDisruptionBudget', spec, 'maxUnavailable')
  if (has(spec, 'selector'))
    validateLabelSelector(objectAt(spec, 'selector'), place.child('selector'), answer)
  const key = 'unhealthyPodEvictionPolicy'
  if (has(withoutGated(spec, place, 'The PodDisruptionBudget', { [key]: 27 }, answer), key))
    oneOf(answer, place.child(key), `The PodDisruptionBudget’s ${key}`, textAt(spec, key), policies)
}

export const disruptionBudget: Kind = {
  of: ['policy/v1 PodDisruptionBudget'],
  isMetadataLast: true,
  name: pathSegmentProblem,
  validate,
}
