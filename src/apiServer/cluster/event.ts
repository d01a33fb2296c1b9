import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { pathName, subdomainName } from '../metadata/nameRules'
import { qualifiedNameProblem } from '../../kubernetes/names'
import { atLeast } from '../numbers'
import { type Place, root } from '../place'
import { has, numberAt, objectAt, textAt } from '../read'
import { byteLength, invalid, named, oneOf, remove, required } from '../say'
import { validateMicroTimes } from './microTime'

/** The names of fields in the two APIs of Events. The server reports those of the old API, except for the controller. */
type Names = {
  readonly about: string
  readonly controller: string
  readonly message: string
}

const coreNames: Names = { about: 'involvedObject', controller: 'reportingComponent', message: 'message' }
const newNames: Names = { about: 'regarding', controller: 'reportingController', message: 'note' }

/** What all Events must be. Source: `legacyValidateEvent`. */
function validateAny(object: JsonObject, names: Names, answer: Answer): void {
  validateMicroTimes(object, ['eventTime'], root, answer)
  validateMicroTimes(objectAt(object, 'series'), ['lastObservedTime'], root.child('series'), answer)
  const namespace = textAt(objectAt(object, 'metadata'), 'namespace') || 'default'
  const other = textAt(objectAt(object, names.about), 'namespace')
  const isNew = textAt(object, 'eventTime') !== ''
  const place = root.child(names.about, 'namespace').spelled('involvedObject.namespace')
  const allowed =
    other === ''
      ? namespace === 'default' || (isNew && namespace === 'kube-system')
      : isNew || namespace === other
  const where = other === '' ? 'no namespace' : `the namespace ${other}`
  if (!allowed)
    invalid(
      answer,
      place,
      `The Event is in the namespace ${namespace}, but the object that it is about is in ${where}.`,
      'invalid-event',
    )
  if (isNew) validateNew(object, names, answer)
}

function validateNew(object: JsonObject, names: Names, answer: Answer): void {
  const controller = textAt(object, names.controller)
  for (const key of [names.controller, 'reportingInstance', 'action', 'reason'])
    if (textAt(object, key) === '') required(answer, root.child(key), `The Event has no ${key}.`)
  const what = `The ${names.controller} of the Event`
  const controllerPlace = root.child(names.controller)
  // The server says twice that there is none.
  if (controller === '')
    invalid(answer, controllerPlace, `The Event has no ${names.controller}.`, 'required-field')
  else named(answer, controllerPlace, what, controller, qualifiedNameProblem, 'invalid-event')
  const refuseLong = (key: string, place: Place, most: number): void => {
    if (byteLength(textAt(object, key)) > most)
      invalid(answer, place, `The ${key} of the Event must have at most ${most} bytes.`, 'too-long')
  }
  for (const key of ['reportingInstance', 'action', 'reason']) refuseLong(key, root.child(key), 128)
  refuseLong(names.message, root.child(names.message).spelled('message'), 1024)
}

/** Fields of the old API that the new one refuses, and how the server spells them. */
const old = {
  deprecatedFirstTimestamp: 'firstTimestamp',
  deprecatedLastTimestamp: 'lastTimestamp',
} as const

/** Source: `ValidateEventCreate` for events.k8s.io/v1. */
function validateStrictly(object: JsonObject, answer: Answer): void {
  validateAny(object, newNames, answer)
  if (has(object, 'series')) validateSeries(objectAt(object, 'series'), answer)
  if (textAt(object, 'eventTime') === '')
    required(answer, root.child('eventTime'), 'The Event has no eventTime.')
  oneOf(answer, root.child('type'), 'The type of the Event', textAt(object, 'type'), ['Normal', 'Warning'], {
    reason: 'FieldValueInvalid',
  })
  const refuseOld = (key: string, spelled: string): void =>
    invalid(
      answer,
      root.child(key).spelled(spelled),
      `The ${key} of the Event belongs to the old API and must not be set.`,
      'field-not-allowed',
      remove,
    )
  for (const [key, spelled] of Object.entries(old)) if (has(object, key)) refuseOld(key, spelled)
  if ((numberAt(object, 'deprecatedCount') ?? 0) !== 0) refuseOld('deprecatedCount', 'count')
  const source = objectAt(object, 'deprecatedSource')
  if (textAt(source, 'component') !== '' || textAt(source, 'host') !== '')
    refuseOld('deprecatedSource', 'source')
}

/** Source: `validateV1EventSeries`. */
function validateSeries(series: JsonObject, answer: Answer): void {
  const place = root.child('series')
  atLeast(
    answer,
    place.child('count'),
    'The count of the series of Events',
    numberAt(series, 'count') ?? 0,
    2,
  )
  if (textAt(series, 'lastObservedTime') === '')
    required(answer, place.child('lastObservedTime'), 'The series of Events has no lastObservedTime.')
}

export const coreEvent: Kind = {
  of: ['v1 Event'],
  isMetadataLast: true,
  name: pathName,
  validate: (object, answer) => validateAny(object, coreNames, answer),
}

export const newEvent: Kind = {
  of: ['events.k8s.io/v1 Event'],
  name: subdomainName,
  validate: validateStrictly,
}
