import { field, isText, type Json, type JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { atLeast, between } from '../numbers'
import type { Place } from '../place'
import { notNegative } from '../quantities'
import { listAt, numberAt, objectAt, textAt, withDefault } from '../read'
import { oneOf, required } from '../say'

const rule = 'scaling-behavior'
const types = ['Percent', 'Pods']

const maximalPeriod = 1800
const maximalWindow = 3600

const percentPolicy = { type: 'Percent', value: 100, periodSeconds: 15 }
const upPolicies = [{ type: 'Pods', value: 4, periodSeconds: 15 }, percentPolicy]

const withPolicies = (rules: JsonObject, policies: Json): JsonObject =>
  withDefault(withDefault(rules, 'selectPolicy', 'Max'), 'policies', policies)

/** Source: `GenerateHPAScaleUpRules`, `GenerateHPAScaleDownRules`. */
export const completeBehavior = (behavior: JsonObject): JsonObject => ({
  ...behavior,
  scaleUp: withPolicies(
    withDefault(objectAt(behavior, 'scaleUp'), 'stabilizationWindowSeconds', 0),
    upPolicies,
  ),
  scaleDown: withPolicies(objectAt(behavior, 'scaleDown'), [percentPolicy]),
})

/** How a HorizontalPodAutoscaler scales. Source: `validateBehavior`. */
export function validateBehavior(behavior: JsonObject, place: Place, answer: Answer): void {
  for (const key of ['scaleUp', 'scaleDown']) validateRules(objectAt(behavior, key), place.child(key), answer)
}

/** Source: `validateScalingRules`. */
function validateRules(rules: JsonObject, place: Place, answer: Answer): void {
  const seconds = numberAt(rules, 'stabilizationWindowSeconds') ?? 0
  const secondsPlace = place.child('stabilizationWindowSeconds')
  between(answer, secondsPlace, 'The stabilizationWindowSeconds', seconds, 0, maximalWindow, rule)
  const select = textAt(rules, 'selectPolicy')
  oneOf(answer, place.child('selectPolicy'), 'The selectPolicy', select, ['Disabled', 'Max', 'Min'], { rule })
  const policies = listAt(rules, 'policies')
  if (policies.length === 0)
    required(answer, place.child('policies'), 'The list of scaling policies is empty.', rule)
  for (const [index, policy] of policies.entries())
    validatePolicy(policy, place.child('policies').index(index), answer)
  validateTolerance(rules, place.child('tolerance'), answer)
}

/** The feature gate HPAConfigurableTolerance is on from 1.35 on. */
function validateTolerance(rules: JsonObject, place: Place, answer: Answer): void {
  const tolerance = field(rules, 'tolerance')
  if (!isText(tolerance) && typeof tolerance !== 'number') return
  if (!answer.isFrom(35))
    answer.drop('no-effect', place, 'The tolerance of the autoscaler has no effect before Kubernetes 1.35.')
  else notNegative(answer, place, 'The tolerance', tolerance)
}

/** Source: `validateScalingPolicy`. */
function validatePolicy(policy: Json, place: Place, answer: Answer): void {
  oneOf(answer, place.child('type'), 'The type of the scaling policy', textAt(policy, 'type'), types, {
    rule,
  })
  const value = numberAt(policy, 'value') ?? 0
  atLeast(answer, place.child('value'), 'The value of the scaling policy', value, 1, rule)
  const period = numberAt(policy, 'periodSeconds') ?? 0
  const periodPlace = place.child('periodSeconds')
  between(answer, periodPlace, 'The periodSeconds of the scaling policy', period, 1, maximalPeriod, rule)
}
