import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { isEmptySelector, validateLabelSelector } from '../labelSelector'
import type { Place } from '../place'
import { has, objectAt } from '../read'
import { invalid, required } from '../say'
import { validateMatch } from './template'

/** The selector of a workload; undefined when there is none. */
export const selectorOf = (spec: JsonObject): JsonObject | undefined =>
  has(spec, 'selector') ? objectAt(spec, 'selector') : undefined

/**
 * The selector that a workload must have, and whether it matches the template; says whether it can be read. An absent one
 * can: it matches nothing. `place`: of the spec. Source: `ValidateDeploymentSpec`, `ValidateReplicaSetSpec`, `ValidateStatefulSetSpec`.
 */
export function validateSelector(spec: JsonObject, place: Place, kind: string, answer: Answer): boolean {
  const at = place.child('selector')
  const selector = selectorOf(spec)
  const isSound = !selector || validateLabelSelector(selector, at, answer)
  if (selector) validateNotEmpty(selector, at, kind, answer)
  else required(answer, at, `The ${kind} has no selector for its Pods.`)
  if (!isSound) invalid(answer, at, `The selector of the ${kind} is invalid.`, 'invalid-selector')
  else if (!selector || !isEmptySelector(selector))
    validateMatch(selector, objectAt(spec, 'template'), place.child('template'), answer)
  return isSound
}

export function validateNotEmpty(selector: JsonObject, place: Place, kind: string, answer: Answer): void {
  if (!isEmptySelector(selector)) return
  invalid(answer, place, `The selector of the ${kind} is empty. It would match every Pod.`, 'empty-selector')
}
