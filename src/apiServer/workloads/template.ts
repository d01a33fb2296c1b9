import type { JsonObject } from '../../engine/model/json'
import type { Answer, Reason } from '../answer'
import { labelsAt, selectorMatches } from '../labelSelector'
import { validateAnnotations, validateLabels } from '../metadata/labels'
import type { Place } from '../place'
import { validateTemplateAnnotations } from '../pod/annotations'
import type { PodContext } from '../pod/podContext'
import { validatePodSpec } from '../pod/podSpec'
import { has, objectAt, textsOf } from '../read'
import { invalid, notAllowed } from '../say'

const always: PodContext = { isPod: false, restartPolicies: ['Always'] }
export const untilDone: PodContext = { isPod: false, restartPolicies: ['OnFailure', 'Never'] }

/** The labels and annotations of a template, which the server reports without `metadata`. */
export function validateTemplateMetadata(template: JsonObject, place: Place, answer: Answer): void {
  const metadata = objectAt(template, 'metadata')
  const at = (key: string) => place.child('metadata', key).spelled(`${place.field}.${key}`)
  validateLabels(metadata, 'labels', at('labels'), answer)
  validateAnnotations(metadata, 'annotations', at('annotations'), answer)
  validateTemplateAnnotations(template, place, answer)
}

/**
 * Everything about the template of any workload; its restart policy is looked at with its spec. Source:
 * `ValidatePodTemplateSpec`, `GetWarningsForPodTemplate`.
 */
export function validateTemplate(
  template: JsonObject,
  place: Place,
  context: PodContext,
  answer: Answer,
): void {
  validateTemplateMetadata(template, place, answer)
  validatePodSpec(objectAt(template, 'spec'), place.child('spec'), context, answer)
}

/** The template of a workload that runs until it is deleted. `kind`: as the server calls it in its refusal. */
export function validateRunningTemplate(
  template: JsonObject,
  place: Place,
  kind: string,
  answer: Answer,
): void {
  validateTemplate(template, place, always, answer)
  refuseDeadline(template, place, kind, answer)
}

/** Source: `ValidatePodTemplateSpecForReplicaSet` and its like. */
export function refuseDeadline(template: JsonObject, place: Place, kind: string, answer: Answer): void {
  if (!has(objectAt(template, 'spec'), 'activeDeadlineSeconds')) return
  const message = `The Pods of a ${kind} run until they are deleted, so they cannot have activeDeadlineSeconds.`
  notAllowed(answer, place.child('spec', 'activeDeadlineSeconds'), message)
}

/** Whether the labels of a template match the selector of its workload. `place`: of the template. */
export function validateMatch(
  selector: JsonObject | undefined,
  template: JsonObject,
  place: Place,
  answer: Answer,
): void {
  const labels = labelsAt(objectAt(template, 'metadata'), 'labels')
  if (selectorMatches(selector, labels)) return
  const here = place.child('metadata', 'labels')
  const [wrong, ...others] = textsOf(selector, 'matchLabels').filter(([key, value]) => labels[key] !== value)
  if (!wrong || others.length > 0) {
    const message = 'The labels of the Pod template do not match the selector.'
    return invalid(answer, here, message, 'selector-mismatch')
  }
  const [key, value] = wrong
  const message = `The labels of the Pod template do not match the selector, which asks for ${key}: ${value}.`
  invalid(answer, here.key(key).spelled(here.field), message, 'selector-mismatch', { kind: 'set', value })
}

/** A rolling update that can neither remove a Pod nor add one. `place`: of `maxUnavailable`. */
export function refuseStandstill(kind: string, reason: Reason, place: Place, answer: Answer): void {
  const message = `The ${kind}’s maxUnavailable and maxSurge are both 0, so an update cannot remove or add a Pod.`
  answer.refuse('no-room-for-update', reason, place, message, { kind: 'set', value: 1 })
}
