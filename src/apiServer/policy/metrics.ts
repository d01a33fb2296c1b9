import { field, type Json, type JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { labelProblem, pathSegmentProblem, qualifiedNameProblem } from '../names'
import { atLeast } from '../numbers'
import type { Place } from '../place'
import { positive } from '../quantities'
import { has, numberAt, objectAt, textAt } from '../read'
import { forbidden, invalid, named, oneOf, required } from '../say'
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

/** One metric of a HorizontalPodAutoscaler. Only the first source is looked into. Source: `validateMetricSpec`. */
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
  if (name === '') required(answer, at, 'The metric has no name.', rule)
  else named(answer, at, 'The name of the metric', name, pathSegmentProblem, rule)
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
  const target = objectAt(source, 'target')
  if (has(target, 'value') || has(target, 'averageValue')) return
  const message = 'The target of the metric needs a value or an averageValue.'
  required(answer, place.child('target', 'averageValue'), message, rule)
}

function validateExternal(source: JsonObject, place: Place, answer: Answer): void {
  validateIdentifier(source, place, answer)
  validateTarget(source, place, answer)
  const target = objectAt(source, 'target')
  const [hasValue, hasAverage] = [has(target, 'value'), has(target, 'averageValue')]
  if (!hasValue && !hasAverage) {
    const message = 'The target of the metric needs a value or an averageValue.'
    required(answer, place.child('target', 'averageValue'), message, rule)
  }
  if (hasValue && hasAverage) {
    const message = 'The target of the metric has a value and an averageValue. It can only have one of them.'
    forbidden(answer, place.child('target', 'value'), message, rule)
  }
}

function validatePods(source: JsonObject, place: Place, answer: Answer): void {
  validateIdentifier(source, place, answer)
  validateTarget(source, place, answer)
  if (has(objectAt(source, 'target'), 'averageValue')) return
  const message = 'The target of a metric of Pods needs an averageValue.'
  required(answer, place.child('target', 'averageValue'), message, rule)
}

/** What metrics of resources have in common: one of two targets. */
function validateUsage(source: JsonObject, place: Place, answer: Answer): void {
  validateTarget(source, place, answer)
  const target = objectAt(source, 'target')
  const [hasShare, hasAverage] = [has(target, 'averageUtilization'), has(target, 'averageValue')]
  if (!hasShare && !hasAverage) {
    const message = 'The target of the metric needs an averageUtilization or an averageValue.'
    required(answer, place.child('target', 'averageUtilization'), message, rule)
  }
  if (hasShare && hasAverage) {
    const message = 'The target has an averageUtilization and an averageValue. It can only have one of them.'
    forbidden(answer, place.child('target', 'averageValue'), message, rule)
  }
}

const hasName = (source: JsonObject, place: Place, answer: Answer): boolean => {
  const isThere = textAt(source, 'name') !== ''
  if (!isThere) required(answer, place.child('name'), 'The metric names no resource.', rule)
  return isThere
}

function validateResource(source: JsonObject, place: Place, answer: Answer): void {
  hasName(source, place, answer)
  validateUsage(source, place, answer)
}

function validateContainerResource(source: JsonObject, place: Place, answer: Answer): void {
  if (hasName(source, place, answer))
    validateResourceName(textAt(source, 'name'), place.child('name'), answer)
  const container = textAt(source, 'container')
  const at = place.child('container')
  if (container === '') required(answer, at, 'The metric names no container.', rule)
  else named(answer, at, 'The container of the metric', container, labelProblem, rule)
  validateUsage(source, place, answer)
}

const standard = ['cpu', 'memory', 'ephemeral-storage']

/** Source: `ValidateContainerResourceName`. */
function validateResourceName(name: string, place: Place, answer: Answer): void {
  named(answer, place, 'The resource of the metric', name, qualifiedNameProblem, rule)
  const isStandard = standard.includes(name) || name.startsWith('hugepages-')
  const isExtended =
    name.includes('/') &&
    !name.startsWith('requests.') &&
    qualifiedNameProblem(`requests.${name}`) === undefined
  if (isStandard || isExtended || name.includes('kubernetes.io/')) return
  invalid(answer, place, `Containers have no resource “${name}”.`, rule, { kind: 'word', allowed: standard })
}
