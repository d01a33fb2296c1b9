import { isObject, type Json, type JsonObject } from '../../engine/model/json'
import { withoutGated } from '../gates'
import type { Judge } from '../judge'
import { labelProblem, labelValueProblem, qualifiedNameProblem } from '../names'
import type { Place } from '../place'
import { has, listAt, numberAt, objectAt, textAt, textsAt } from '../read'
import { invalid, named, neededName, oneOf, remove, required, tooLong } from '../say'
import { validateConfiguration, validateDriver } from './deviceConfiguration'
import { eachOf, unique } from './deviceLists'
import { validateSelectors } from './deviceSelectors'

/* Claims for devices. Source: pkg/apis/resource/validation/validation.go. */

const label = (judge: Judge, place: Place, what: string, name: string): void =>
  named(judge, place, what, name, labelProblem)

const ownName = (item: Json): string => textAt(item, 'name')

/** Source: `validateDeviceClaim`. */
export function validateClaim(claim: JsonObject, place: Place, judge: Judge): void {
  const requests = listAt(claim, 'requests')
  const names = new Set(
    requests.flatMap((request) => [
      ownName(request),
      ...listAt(request, 'firstAvailable').map((sub) => `${ownName(request)}/${ownName(sub)}`),
    ]),
  )
  eachOf(requests, place.child('requests'), 32, judge, (request, at) => validateRequest(request, at, judge))
  unique(requests.map(ownName), place.child('requests'), 32, judge)
  eachOf(listAt(claim, 'constraints'), place.child('constraints'), 32, judge, (constraint, at) => {
    validateReferences(textsAt(constraint, 'requests'), names, at.child('requests'), judge)
    validateConstraint(constraint, at, judge)
  })
  eachOf(listAt(claim, 'config'), place.child('config'), 32, judge, (config, at) => {
    validateReferences(textsAt(config, 'requests'), names, at.child('requests'), judge)
    validateConfiguration(config, at, judge)
  })
}

/** Source: `validateRequestNameRef`. */
function validateReferences(
  names: readonly string[],
  known: ReadonlySet<string>,
  place: Place,
  judge: Judge,
): void {
  eachOf(names, place, 32, judge, (name, at) => {
    const parts = name.split('/')
    if (parts.length < 3) for (const part of parts) label(judge, at, 'The name of a request', part)
    if (!known.has(name))
      invalid(judge, at, `The claim has no request with the name ${name}.`, 'unknown-device-request', {
        kind: 'word',
        allowed: [...known],
      })
  })
  unique(names, place, 32, judge)
}

/** Source: `validateDeviceRequest`. */
function validateRequest(request: Json, place: Place, judge: Judge): void {
  label(judge, place.child('name'), 'The name of a request', ownName(request))
  const subrequests = listAt(request, 'firstAvailable')
  const hasExact = has(request, 'exactly')
  if (subrequests.length > 0 && hasExact)
    return invalid(judge, place, 'The request has both exactly and firstAvailable.', 'only-one-allowed')
  if (hasExact) return validateDevices(objectAt(request, 'exactly'), place.child('exactly'), judge)
  if (subrequests.length === 0) return required(judge, place, 'A request needs exactly or firstAvailable.')
  const at = place.child('firstAvailable')
  eachOf(subrequests, at, 8, judge, (sub, here) => {
    label(judge, here.child('name'), 'The name of a request', ownName(sub))
    if (isObject(sub)) validateDevices(sub, here, judge)
  })
  unique(subrequests.map(ownName), at, 8, judge)
}

/** Source: `validateExactDeviceRequest`, `validateDeviceSubRequest`, `validateDeviceAllocationMode`. */
function validateDevices(request: JsonObject, place: Place, judge: Judge): void {
  neededName(
    judge,
    place.child('deviceClassName'),
    'The device class of a request',
    textAt(request, 'deviceClassName'),
  )
  validateSelectors(listAt(request, 'selectors'), place.child('selectors'), judge)
  const mode = textAt(request, 'allocationMode')
  const count = numberAt(request, 'count') ?? 0
  oneOf(judge, place.child('allocationMode'), 'The allocation mode', mode, ['All', 'ExactCount'])
  if (mode === 'All' && count !== 0)
    invalid(
      judge,
      place.child('count'),
      'A request with allocationMode All must not have a count.',
      'field-not-allowed',
      remove,
    )
  if (mode === 'ExactCount' && count <= 0)
    invalid(
      judge,
      place.child('count'),
      `The count of devices is ${count}. It must be 1 or more.`,
      'number-out-of-range',
    )
  const kept = withoutGated(request, place, 'The request', { tolerations: 36 }, judge)
  listAt(kept, 'tolerations').forEach((toleration, index) =>
    validateToleration(toleration, place.child('tolerations').index(index), judge),
  )
}

const effects = ['NoExecute', 'NoSchedule', 'None']

/** Source: `validateDeviceToleration`. */
function validateToleration(toleration: Json, place: Place, judge: Judge): void {
  const rule = 'invalid-toleration'
  const key = textAt(toleration, 'key')
  const value = textAt(toleration, 'value')
  const operator = textAt(toleration, 'operator')
  if (key !== '') named(judge, place.child('key'), 'The key of a toleration', key, qualifiedNameProblem, rule)
  if (operator === 'Exists') {
    if (value !== '')
      invalid(
        judge,
        place.child('value'),
        'A toleration with the operator Exists must not have a value.',
        rule,
        remove,
      )
  } else if (operator === 'Equal') {
    named(judge, place.child('value'), 'The value of a toleration', value, labelValueProblem, rule)
  } else
    oneOf(judge, place.child('operator'), 'The operator of a toleration', operator, ['Equal', 'Exists'], {
      rule,
    })
  if (textAt(toleration, 'effect') !== '')
    oneOf(judge, place.child('effect'), 'The effect of a toleration', textAt(toleration, 'effect'), effects, {
      rule,
    })
}

/** Source: `validateDeviceConstraint`, `validateFullyQualifiedName`. */
function validateConstraint(constraint: Json, place: Place, judge: Judge): void {
  const field = ['matchAttribute', 'distinctAttribute'].find((name) => has(constraint, name))
  if (field === undefined)
    return judge.isFrom(36)
      ? required(judge, place, 'A constraint needs matchAttribute or distinctAttribute.')
      : required(judge, place.child('matchAttribute'), 'A constraint needs a matchAttribute.')
  validateAttribute(textAt(constraint, field), place.child(field), judge)
}

/** Like the server, it says nothing of names with more than one “/”. Source: `validateFullyQualifiedName`. */
function validateAttribute(name: string, place: Place, judge: Judge): void {
  const parts = name.split('/')
  const [id = '', domain] = parts.toReversed()
  if (parts.length > 2) return
  if (domain === undefined)
    invalid(
      judge,
      place,
      `The attribute ${name} must be a domain and a name with “/” between them.`,
      'invalid-name',
    )
  else validateDriver(domain, place, judge)
  if (id.length > 32) tooLong(judge, place, `The name in the attribute ${name}`, 32)
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(id))
    invalid(
      judge,
      place,
      `The name in the attribute ${name} must consist of letters, digits and “_”.`,
      'invalid-name',
    )
}
