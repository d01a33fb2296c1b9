import { isObject, type Json, type JsonObject } from '../../engine/model/json'
import { withoutGated } from '../gates'
import type { Answer } from '../answer'
import { labelProblem, labelValueProblem, qualifiedNameProblem } from '../../kubernetes/names'
import type { Place } from '../place'
import { has, listAt, numberAt, objectAt, textAt, textsAt } from '../read'
import { invalid, named, neededName, oneOf, remove, required, tooLong } from '../say'
import { validateConfiguration, validateDriver } from './deviceConfiguration'
import { eachOf, unique } from './deviceLists'
import { validateSelectors } from './deviceSelectors'

/* Claims for devices. Source: pkg/apis/resource/validation/validation.go. */

const label = (answer: Answer, place: Place, what: string, name: string): void =>
  named(answer, place, what, name, labelProblem)

const ownName = (item: Json): string => textAt(item, 'name')

/** Source: `validateDeviceClaim`. */
export function validateClaim(claim: JsonObject, place: Place, answer: Answer): void {
  const requests = listAt(claim, 'requests')
  const names = [
    ...new Set(
      requests.flatMap((request) => [
        ownName(request),
        ...listAt(request, 'firstAvailable').map((sub) => `${ownName(request)}/${ownName(sub)}`),
      ]),
    ),
  ]
  eachOf(requests, place.child('requests'), 32, answer, (request, at) => validateRequest(request, at, answer))
  unique(requests.map(ownName), place.child('requests'), 32, answer)
  eachOf(listAt(claim, 'constraints'), place.child('constraints'), 32, answer, (constraint, at) => {
    validateReferences(textsAt(constraint, 'requests'), names, at.child('requests'), answer)
    validateConstraint(constraint, at, answer)
  })
  eachOf(listAt(claim, 'config'), place.child('config'), 32, answer, (config, at) => {
    validateReferences(textsAt(config, 'requests'), names, at.child('requests'), answer)
    validateConfiguration(config, at, answer)
  })
}

/** Source: `validateRequestNameRef`. */
function validateReferences(
  names: readonly string[],
  known: readonly string[],
  place: Place,
  answer: Answer,
): void {
  eachOf(names, place, 32, answer, (name, at) => {
    const parts = name.split('/')
    if (parts.length < 3) for (const part of parts) label(answer, at, 'The name of a request', part)
    if (!known.includes(name))
      invalid(answer, at, `The claim has no request with the name ${name}.`, 'unknown-device-request', {
        kind: 'word',
        allowed: known,
      })
  })
  unique(names, place, 32, answer)
}

/** Source: `validateDeviceRequest`. */
function validateRequest(request: Json, place: Place, answer: Answer): void {
  label(answer, place.child('name'), 'The name of a request', ownName(request))
  const subrequests = listAt(request, 'firstAvailable')
  const hasExact = has(request, 'exactly')
  if (subrequests.length > 0 && hasExact)
    return invalid(answer, place, 'The request has both exactly and firstAvailable.', 'only-one-allowed')
  if (hasExact) return validateDevices(objectAt(request, 'exactly'), place.child('exactly'), answer)
  if (subrequests.length === 0) return required(answer, place, 'A request needs exactly or firstAvailable.')
  const at = place.child('firstAvailable')
  eachOf(subrequests, at, 8, answer, (sub, here) => {
    label(answer, here.child('name'), 'The name of a request', ownName(sub))
    if (isObject(sub)) validateDevices(sub, here, answer)
  })
  unique(subrequests.map(ownName), at, 8, answer)
}

/** Source: `validateExactDeviceRequest`, `validateDeviceSubRequest`, `validateDeviceAllocationMode`. */
function validateDevices(request: JsonObject, place: Place, answer: Answer): void {
  neededName(
    answer,
    place.child('deviceClassName'),
    'The device class of a request',
    textAt(request, 'deviceClassName'),
  )
  validateSelectors(listAt(request, 'selectors'), place.child('selectors'), answer)
  const mode = textAt(request, 'allocationMode')
  const count = numberAt(request, 'count') ?? 0
  oneOf(answer, place.child('allocationMode'), 'The allocation mode', mode, ['All', 'ExactCount'])
  if (mode === 'All' && count !== 0)
    invalid(
      answer,
      place.child('count'),
      'A request with allocationMode All must not have a count.',
      'field-not-allowed',
      remove,
    )
  if (mode === 'ExactCount' && count <= 0)
    invalid(
      answer,
      place.child('count'),
      `The count of devices is ${count}. It must be 1 or more.`,
      'number-out-of-range',
    )
  const kept = withoutGated(request, place, 'The request', { tolerations: 36 }, answer)
  listAt(kept, 'tolerations').forEach((toleration, index) =>
    validateToleration(toleration, place.child('tolerations').index(index), answer),
  )
}

const effects = ['NoExecute', 'NoSchedule', 'None']

/** Source: `validateDeviceToleration`. */
function validateToleration(toleration: Json, place: Place, answer: Answer): void {
  const rule = 'invalid-toleration'
  const key = textAt(toleration, 'key')
  const value = textAt(toleration, 'value')
  const operator = textAt(toleration, 'operator')
  if (key !== '')
    named(answer, place.child('key'), 'The key of a toleration', key, qualifiedNameProblem, rule)
  if (operator === 'Exists') {
    if (value !== '')
      invalid(
        answer,
        place.child('value'),
        'A toleration with the operator Exists must not have a value.',
        rule,
        remove,
      )
  } else if (operator === 'Equal') {
    named(answer, place.child('value'), 'The value of a toleration', value, labelValueProblem, rule)
  } else
    oneOf(answer, place.child('operator'), 'The operator of a toleration', operator, ['Equal', 'Exists'], {
      rule,
    })
  const effect = textAt(toleration, 'effect')
  if (effect !== '')
    oneOf(answer, place.child('effect'), 'The effect of a toleration', effect, effects, { rule })
}

/** Source: `validateDeviceConstraint`, `validateFullyQualifiedName`. */
function validateConstraint(constraint: Json, place: Place, answer: Answer): void {
  const field = ['matchAttribute', 'distinctAttribute'].find((name) => has(constraint, name))
  if (field === undefined)
    return answer.isFrom(36)
      ? required(answer, place, 'A constraint needs matchAttribute or distinctAttribute.')
      : required(answer, place.child('matchAttribute'), 'A constraint needs a matchAttribute.')
  validateAttribute(textAt(constraint, field), place.child(field), answer)
}

/** Like the server, it says nothing about names with more than one “/”. Source: `validateFullyQualifiedName`. */
function validateAttribute(name: string, place: Place, answer: Answer): void {
  const parts = name.split('/')
  const [id = '', domain] = parts.toReversed()
  if (parts.length > 2) return
  if (domain === undefined)
    invalid(
      answer,
      place,
      `The attribute ${name} must be a domain and a name with “/” between them.`,
      'invalid-name',
    )
  else validateDriver(domain, place, answer)
  if (id.length > 32) tooLong(answer, place, `The name in the attribute ${name}`, 32)
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(id))
    invalid(
      answer,
      place,
      `The name in the attribute ${name} must consist of letters, digits and “_”.`,
      'invalid-name',
    )
}
