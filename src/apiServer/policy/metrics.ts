import { field, type Json, type JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { labelProblem, pathSegmentProblem } from '../../kubernetes/names'
import { atLeast } from '../numbers'
import type { Place } from '../place'
import { positive } from '../quantities'
import { has, numberAt, objectAt, textAt } from '../read'
import { checkResourceName, containerResourceProblem, containerResources } from '../resourceNames'
import { forbidden, neededName, oneOf, required } from '../say'
import { validateReference } from './reference'

/** The fields of the sources of metrics, in the order in which the server looks at them, and their types. */
const sources = [
  { type: 'Object', key: 'object', validate: validateObject },
  { type: 'External', key: 'external', validate: validateExternal },
  { type: 'Pods', key: 'pods', validate: validatePods },
  { type: 'Resource', key: 'resource', validate: validateResource },
  { type: 'ContainerResource', key: 'containerResource', validate: validateContainerResource },
] as const

const rule = 'invalid-metric'

/** One metric of a HorizontalPodAutoscaler. Only the first source is checked. Source: `validateMetricSpec`. */
export function validateMetric(metric: Json, place: Place, answer: Answer): void {
  const type = textAt(metric, 'type')
  const known = sources.find((source) => source.type === type)
  const typePlace = place.child('type')
  if (type === '') required(answer, typePlace, 'The metric has no type.', rule)
  oneOf(
    answer,
    typePlace,
    'The type of the metric',
    type,
    sources.map((source) => source.type),
    { rule },
  )
  const present = sources.filter(({ key }) => has(metric, key))
  const [first] = present
  first?.validate(objectAt(metric, first.key), place.child(first.key), answer)
  if (known && !present.includes(known)) {
    required(answer, place.child(known.key), `The metric has the type ${type} but no ${known.key}.`, rule)
  }
  if (present.length < 2) return
  for (const { key } of present.filter((source) => source !== known))
    forbidden(answer, place.child(key), `The metric has the type ${type}, so it cannot have ${key}.`, rule)
}

/** Source: `validateMetricIdentifier`. */
function validateIdentifier(source: JsonObject, place: Place, answer: Answer): void {
  const name = textAt(objectAt(source, 'metric'), 'name')
  const at = place.child('metric', 'name')
  neededName(answer, at, 'The name of the metric', name, pathSegmentProblem, rule)
}

/** What the metric aims at. Source: `validateMetricTarget`. */
function validateTarget(source: JsonObject, place: Place, answer: Answer): void {
  const target = objectAt(source, 'target')
  const at = place.child('target')
  const type = textAt(target, 'type')
  const typePlace = at.child('type')
  if (type === '') required(answer, typePlace, 'The target of the metric has no type.', rule)
  oneOf(answer, typePlace, 'The type of the target', type, ['Utilization', 'Value', 'AverageValue'], {
    rule,
    reason: 'FieldValueInvalid',
  })
  for (const key of ['value', 'averageValue'])
    if (has(target, key)) positive(answer, at.child(key), `The ${key} of the target`, field(target, key))
  const share = numberAt(target, 'averageUtilization') ?? 1
  atLeast(answer, at.child('averageUtilization'), 'The averageUtilization of the target', share, 1, rule)
}

function validateObject(source: JsonObject, place: Place, answer: Answer): void {
  const described = objectAt(source, 'describedObject')
  validateReference(described, place.child('describedObject'), false, 'The metric’s describedObject', answer)
  validateIdentifier(source, place, answer)
  validateTarget(source, place, answer)
  validateAny(source, 'averageValue', 'value', place, answer)
}

function validateExternal(source: JsonObject, place: Place, answer: Answer): void {
  validateIdentifier(source, place, answer)
  validateTarget(source, place, answer)
  validateOnlyOne(source, 'averageValue', 'value', place, answer)
}

/** At least one of two targets. The server reports at `one` that there is neither. */
function validateAny(source: JsonObject, one: string, other: string, place: Place, answer: Answer): void {
  const target = objectAt(source, 'target')
  if (has(target, one) || has(target, other)) return
  const message = `The target of the metric has neither ${one} nor ${other}. It must have one of them.`
  required(answer, place.child('target', one), message, rule)
}

/** Exactly one of two targets. The server reports at `other` that there are both. */
function validateOnlyOne(source: JsonObject, one: string, other: string, place: Place, answer: Answer): void {
  validateAny(source, one, other, place, answer)
  const target = objectAt(source, 'target')
  if (!has(target, one) || !has(target, other)) return
  const message = `The target of the metric has both ${one} and ${other}. It can only have one of them.`
  forbidden(answer, place.child('target', other), message, rule)
}

function validatePods(source: JsonObject, place: Place, answer: Answer): void {
  validateIdentifier(source, place, answer)
  validateTarget(source, place, answer)
  if (has(objectAt(source, 'target'), 'averageValue')) return
  const message = 'The target of a metric of Pods needs an averageValue.'
  required(answer, place.child('target', 'averageValue'), message, rule)
}

function validateResource(source: JsonObject, place: Place, answer: Answer): void {
  if (textAt(source, 'name') === '')
    required(answer, place.child('name'), 'The metric names no resource.', rule)
  validateTarget(source, place, answer)
  validateOnlyOne(source, 'averageUtilization', 'averageValue', place, answer)
}

function validateContainerResource(source: JsonObject, place: Place, answer: Answer): void {
  validateResource(source, place, answer)
  const name = textAt(source, 'name')
  if (name !== '')
    checkResourceName(answer, place.child('name'), name, containerResourceProblem, containerResources, rule)
  const container = textAt(source, 'container')
  neededName(answer, place.child('container'), 'The container of the metric', container, labelProblem, rule)
}
