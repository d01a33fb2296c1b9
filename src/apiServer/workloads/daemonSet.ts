import { field, type JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { validateLabelSelector } from '../labelSelector'
import { subdomainProblem } from '../../kubernetes/names'
import { countOrPercent, noneNegative, validateCountOrPercent } from '../numbers'
import { root, type Place } from '../place'
import { objectAt, textAt, withDefault, withSpec, withText } from '../read'
import { invalid, oneOf } from '../say'
import { withTemplate } from './complete'
import { selectorOf, validateNotEmpty } from './selector'
import { refuseStandstill, validateMatch, validateRunningTemplate } from './template'

/** Source: `SetDefaults_DaemonSet`. */
const completeSpec = (spec: JsonObject): JsonObject => {
  const strategy = withText(objectAt(spec, 'updateStrategy'), 'type', 'RollingUpdate')
  const given = objectAt(strategy, 'rollingUpdate')
  const rollingUpdate = withDefault(withDefault(given, 'maxUnavailable', 1), 'maxSurge', 0)
  const updateStrategy =
    textAt(strategy, 'type') === 'RollingUpdate' ? { ...strategy, rollingUpdate } : strategy
  return withDefault({ ...withTemplate(spec), updateStrategy }, 'revisionHistoryLimit', 10)
}

/** Source: `ValidateRollingUpdateDaemonSet`. */
function validateRollingUpdate(update: JsonObject, place: Place, answer: Answer): void {
  validateCountOrPercent(answer, place, 'The DaemonSet', update, 'maxUnavailable')
  validateCountOrPercent(answer, place, 'The DaemonSet', update, 'maxSurge')
  const removes = countOrPercent(field(update, 'maxUnavailable')) !== 0
  const adds = countOrPercent(field(update, 'maxSurge')) !== 0
  if (removes && adds) {
    const message = 'The DaemonSet’s maxSurge needs a maxUnavailable of 0. It is 1 by default.'
    invalid(answer, place.child('maxSurge'), message, 'only-one-allowed')
  } else if (!removes && !adds) {
    refuseStandstill('DaemonSet', 'FieldValueRequired', place.child('maxUnavailable'), answer)
  }
}

/** Source: `ValidateDaemonSetUpdateStrategy`. */
function validateStrategy(strategy: JsonObject, place: Place, answer: Answer): void {
  const type = textAt(strategy, 'type')
  if (type === 'RollingUpdate')
    validateRollingUpdate(objectAt(strategy, 'rollingUpdate'), place.child('rollingUpdate'), answer)
  else {
    const here = place.child('type').spelled(place.field)
    oneOf(answer, here, 'The DaemonSet’s update strategy', type, ['RollingUpdate', 'OnDelete'])
  }
}

/** Source: `ValidateDaemonSetSpec`. */
function validateDaemonSet(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const place = root.child('spec')
  const template = objectAt(spec, 'template')
  const selector = selectorOf(spec)
  const isSound = !selector || validateLabelSelector(selector, place.child('selector'), answer)
  if (isSound) validateMatch(selector, template, place.child('template'), answer)
  if (selector) validateNotEmpty(selector, place.child('selector'), 'DaemonSet', answer)
  validateRunningTemplate(template, place.child('template'), 'DaemonSet', answer)
  noneNegative(answer, place, spec, ['minReadySeconds'], 'The DaemonSet')
  validateStrategy(objectAt(spec, 'updateStrategy'), place.child('updateStrategy'), answer)
  noneNegative(answer, place, spec, ['revisionHistoryLimit'], 'The DaemonSet')
}

export const daemonSet: Kind = {
  of: ['apps/v1 DaemonSet'],
  name: subdomainProblem,
  complete: (object) => withSpec(object, completeSpec),
  validate: validateDaemonSet,
}
