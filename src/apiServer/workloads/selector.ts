import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { isEmptySelector, validateLabelSelector } from '../labelSelector'
import type { Place } from '../place'
import { has, objectAt } from '../read'
import { invalid, required } from '../say'

/** The selector of a workload; undefined when there is none. */
export const selectorOf = (spec: JsonObject): JsonObject | undefined =>
  has(spec, 'selector') ? objectAt(spec, 'selector') : undefined

/**
 * The selector that a workload has to have, of its own; whether it can be read. An absent one can: it matches nothing.
 * Source: `ValidateDeploymentSpec`, `ValidateReplicaSetSpec`, `ValidateStatefulSetSpec`.
 */
export function validateSelector(spec: JsonObject, place: Place, kind: string, answer: Answer): boolean {
  const at = place.child('selector')
  const selector = selectorOf(spec)
  if (!selector) {
    required(answer, at, `The ${kind} has no selector for its Pods.`)
    return true
  }
  const isSound = validateLabelSelector(selector, at, answer)
  validateNotEmpty(selector, at, kind, answer)
  if (!isSound) invalid(answer, at, `The selector of the ${kind} is invalid.`, 'invalid-selector')
  return isSound
}

export function validateNotEmpty(selector: JsonObject, place: Place, kind: string, answer: Answer): void {
  if (!isEmptySelector(selector)) return
  invalid(answer, place, `The selector of the ${kind} is empty. It would match every Pod.`, 'empty-selector')
}
