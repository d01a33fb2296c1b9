import { field, type JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { subdomainProblem } from '../../kubernetes/names'
import { countOrPercent, most31Bits, noneNegative, validateCountOrPercent } from '../numbers'
import { root, type Place } from '../place'
import { has, numberAt, objectAt, textAt, withDefault, withSpec, withText } from '../read'
import { invalid, notAllowed, oneOf } from '../say'
import { withTemplate } from './complete'
import { validateSelector } from './selector'
import { refuseStandstill, validateRunningTemplate } from './template'

/** Source: `SetDefaults_Deployment`. */
function completeStrategy(strategy: JsonObject): JsonObject {
  const typed = withText(strategy, 'type', 'RollingUpdate')
  if (textAt(typed, 'type') !== 'RollingUpdate') return typed
  const given = objectAt(typed, 'rollingUpdate')
  const rollingUpdate = withDefault(withDefault(given, 'maxUnavailable', '25%'), 'maxSurge', '25%')
  return { ...typed, rollingUpdate }
}

const completeSpec = (spec: JsonObject): JsonObject => {
  const filled = withDefault(withDefault(withTemplate(spec), 'replicas', 1), 'revisionHistoryLimit', 10)
  const strategy = completeStrategy(objectAt(spec, 'strategy'))
  return withDefault({ ...filled, strategy }, 'progressDeadlineSeconds', 600)
}

/** Source: `ValidateRollingUpdateDeployment`. */
function validateRollingUpdate(update: JsonObject, place: Place, answer: Answer): void {
  validateCountOrPercent(answer, place, 'The Deployment', update, 'maxUnavailable')
  validateCountOrPercent(answer, place, 'The Deployment', update, 'maxSurge', true)
  if (
    countOrPercent(field(update, 'maxUnavailable')) !== 0 ||
    countOrPercent(field(update, 'maxSurge')) !== 0
  )
    return
  refuseStandstill('Deployment', 'FieldValueInvalid', place.child('maxUnavailable'), answer)
}

/** Source: `ValidateDeploymentStrategy`. */
function validateStrategy(strategy: JsonObject, place: Place, answer: Answer): void {
  const type = textAt(strategy, 'type')
  const at = place.child('rollingUpdate')
  if (type === 'RollingUpdate') {
    validateRollingUpdate(objectAt(strategy, 'rollingUpdate'), at, answer)
  } else if (type === 'Recreate') {
    const message = 'The Deployment’s strategy Recreate cannot have settings for a rolling update.'
    if (has(strategy, 'rollingUpdate')) notAllowed(answer, at, message)
  } else {
    const here = place.child('type').spelled(place.field)
    oneOf(answer, here, 'The Deployment’s strategy', type, ['RollingUpdate', 'Recreate'])
  }
}

/** The selector and the template of a Deployment or ReplicaSet. */
function validateSelectedTemplate(spec: JsonObject, place: Place, kind: string, answer: Answer): void {
  if (validateSelector(spec, place, kind, answer))
    validateRunningTemplate(objectAt(spec, 'template'), place.child('template'), kind, answer)
}

/** Source: `ValidateDeploymentSpec`. */
function validateDeployment(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const place = root.child('spec')
  noneNegative(answer, place, spec, ['replicas'], 'The Deployment')
  validateSelectedTemplate(spec, place, 'Deployment', answer)
  validateStrategy(objectAt(spec, 'strategy'), place.child('strategy'), answer)
  noneNegative(
    answer,
    place,
    spec,
    ['minReadySeconds', 'revisionHistoryLimit', 'progressDeadlineSeconds'],
    'The Deployment',
  )
  const deadline = numberAt(spec, 'progressDeadlineSeconds') ?? 0
  const ready = numberAt(spec, 'minReadySeconds') ?? 0
  if (deadline <= ready) {
    const message = `The Deployment’s progressDeadlineSeconds is ${deadline}. It must be more than its minReadySeconds, ${ready}.`
    const least = Math.max(ready, 0) + 1
    const hint = { kind: 'number', least, most: most31Bits } as const
    invalid(answer, place.child('progressDeadlineSeconds'), message, 'deadline-too-short', hint)
  }
}

/** Source: `ValidateReplicaSetSpec`. */
function validateReplicaSet(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const place = root.child('spec')
  noneNegative(answer, place, spec, ['replicas', 'minReadySeconds'], 'The ReplicaSet')
  validateSelectedTemplate(spec, place, 'ReplicaSet', answer)
}

export const deployment: Kind = {
  of: ['apps/v1 Deployment'],
  name: subdomainProblem,
  complete: (object) => withSpec(object, completeSpec),
  validate: validateDeployment,
}

export const replicaSet: Kind = {
  of: ['apps/v1 ReplicaSet'],
  name: subdomainProblem,
  complete: (object) => withSpec(object, (spec) => withDefault(withTemplate(spec), 'replicas', 1)),
  validate: validateReplicaSet,
}
