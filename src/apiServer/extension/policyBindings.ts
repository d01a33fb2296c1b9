import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { root } from '../place'
import { has, objectAt, textAt, textsAt, withField } from '../read'
import { duplicate, invalid, neededName, oneOf, remove, repeated, required } from '../say'
import { admissionKind } from './admissionKind'
import {
  completeMatch,
  refuseDeletions,
  validateMatch,
  validateParamRef,
  warnStaticName,
} from './admissionRule'

/*
 * Bindings of admission policies.
 * Source: pkg/apis/admissionregistration/validation/validation.go.
 */

const spec = root.child('spec')

/** What bindings of both kinds have. Source: `validateValidatingAdmissionPolicyBindingSpec`. */
function validateBinding(object: JsonObject, answer: Answer): void {
  const binding = objectAt(object, 'spec')
  neededName(
    answer,
    spec.child('policyName'),
    'The name of the policy of the binding',
    textAt(binding, 'policyName'),
  )
  if (has(binding, 'paramRef'))
    validateParamRef(objectAt(binding, 'paramRef'), spec.child('paramRef'), answer)
  if (has(binding, 'matchResources'))
    validateMatch(objectAt(binding, 'matchResources'), spec.child('matchResources'), answer)
  warnStaticName(object, answer)
}

/** Source: `validateValidationActions`. */
function validateActions(object: JsonObject, answer: Answer): void {
  validateBinding(object, answer)
  const place = spec.child('validationActions')
  const actions = textsAt(objectAt(object, 'spec'), 'validationActions')
  actions.forEach((action, index) =>
    oneOf(answer, place.index(index), 'The validation action', action, ['Deny', 'Warn', 'Audit']),
  )
  for (const index of repeated(actions))
    duplicate(answer, place.index(index), `The binding has the action ${actions[index] ?? ''} twice.`, remove)
  if (actions.includes('Deny') && actions.includes('Warn'))
    invalid(
      answer,
      place,
      'The binding has both actions Deny and Warn, which exclude each other.',
      'conflicting-fields',
    )
  if (actions.length === 0) required(answer, place, 'The binding has no validationActions.')
}

const completeBinding = (object: JsonObject): JsonObject =>
  withField(object, 'spec', (binding) => withField(binding, 'matchResources', completeMatch))

export const policyBindingKinds: readonly Kind[] = [
  admissionKind('ValidatingAdmissionPolicyBinding', completeBinding, validateActions),
  admissionKind('MutatingAdmissionPolicyBinding', completeBinding, (object, answer) => {
    validateBinding(object, answer)
    refuseDeletions(
      objectAt(objectAt(object, 'spec'), 'matchResources'),
      spec.child('matchResources'),
      answer,
    )
  }),
]
