import type { JsonObject } from '../../engine/model/json'
import type { Judge, Reason } from '../judge'
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
export function validateTemplateMetadata(template: JsonObject, place: Place, judge: Judge): void {
  const metadata = objectAt(template, 'metadata')
  const at = (key: string) => place.child('metadata', key).spelled(`${place.field}.${key}`)
  validateLabels(metadata, 'labels', at('labels'), judge)
  validateAnnotations(metadata, 'annotations', at('annotations'), judge)
  validateTemplateAnnotations(template, place, judge)
}

/**
 * Everything about the template of any workload; its restart policy is looked at with its spec. Source: `ValidatePodTemplateSpec`, `GetWarningsForPodTemplate`.
 */
export function validateTemplate(
  template: JsonObject,
  place: Place,
  context: PodContext,
  judge: Judge,
): void {
  validateTemplateMetadata(template, place, judge)
  validatePodSpec(objectAt(template, 'spec'), place.child('spec'), context, judge)
}

/** The template of a workload that runs until it is deleted. `kind`: as the server calls it in its refusal. */
export function validateRunningTemplate(
  template: JsonObject,
  place: Place,
  kind: string,
  judge: Judge,
): void {
  validateTemplate(template, place, always, judge)
  refuseDeadline(template, place, kind, judge)
}

/** Source: `ValidatePodTemplateSpecForReplicaSet` and its kin. */
export function refuseDeadline(template: JsonObject, place: Place, kind: string, judge: Judge): void {
  if (!has(objectAt(template, 'spec'), 'activeDeadlineSeconds')) return
  const message = `The Pods of a ${kind} run until they are deleted, so they cannot have activeDeadlineSeconds.`
  notAllowed(judge, place.child('spec', 'activeDeadlineSeconds'), message)
}

/** Whether the labels of a template match the selector of its workload. `place`: of the template. */
export function validateMatch(
  selector: JsonObject | undefined,
  template: JsonObject,
  place: Place,
  judge: Judge,
): void {
  const labels = labelsAt(objectAt(template, 'metadata'), 'labels')
  if (selectorMatches(selector, labels)) return
  const here = place.child('metadata', 'labels')
  const [wrong, ...others] = textsOf(selector, 'matchLabels').filter(([key, value]) => labels[key] !== value)
  if (!wrong || others.length > 0) {
    const message = 'The labels of the Pod template do not match the selector.'
    return invalid(judge, here, message, 'selector-mismatch')
  }
  const [key, value] = wrong
  const message = `The labels of the Pod template do not match the selector, which asks for ${key}: ${value}.`
  invalid(judge, here.key(key).spelled(here.field), message, 'selector-mismatch', { kind: 'set', value })
}

/** A rolling update that can neither remove a Pod nor add one. `place`: of `maxUnavailable`. */
export function refuseStandstill(kind: string, reason: Reason, place: Place, judge: Judge): void {
  const message = `The ${kind}’s maxUnavailable and maxSurge are both 0, so an update cannot remove or add a Pod.`
  judge.refuse('no-room-for-update', reason, place, message, { kind: 'set', value: 1 })
}
