import { field, type JsonObject } from '../../../engine/model/json'
import { labelProblem } from '../../../kubernetes/names'
import type { Place } from '../../place'
import { milli, quantityText } from '../../quantities'
import { listAt, objectAt, textAt } from '../../read'
import {
  areHugePagesAlone,
  checkContainerAmount,
  checkResourceName,
  containerResourceProblem,
  containerResources,
  mayOvercommit,
} from '../../resourceNames'
import { capital, copiesIn, forbidden, invalid, named, remove, required, wordOf } from '../../say'
import type { Subject } from './subject'

/**
 * Where a request is. In a bare Pod, one that is the same as the limit may have been filled in from it: then it is where
 * the limit is, and is spelled like a request.
 */
export const requestPlace = (subject: Subject, name: string): Place =>
  subject.place
    .child('resources', originOf(subject, name))
    .key(name)
    .spelled(subject.place.child('resources', 'requests').key(name).field)

/** The map in which a request was written. */
export function originOf({ container, pod }: Subject, name: string): 'limits' | 'requests' {
  const resources = objectAt(container, 'resources')
  const limit = field(objectAt(resources, 'limits'), name)
  return pod.isPod && limit === field(objectAt(resources, 'requests'), name) ? 'limits' : 'requests'
}

/** Source: core/validation, `ValidateContainerResourceRequirements`. */
export function validateResources(subject: Subject): void {
  const { container, title, answer } = subject
  const place = subject.place.child('resources')
  const resources = objectAt(container, 'resources')
  const limits = objectAt(resources, 'limits')
  const requests = objectAt(resources, 'requests')
  for (const name of Object.keys(limits)) validateAmount(name, 'limits', 'limits', subject)
  for (const name of Object.keys(requests)) {
    validateAmount(name, 'requests', originOf(subject, name), subject)
    validateRequest(name, limits, requests, subject)
  }
  if (areHugePagesAlone([...Object.keys(limits), ...Object.keys(requests)]))
    forbidden(
      answer,
      place,
      `${capital(title)} has huge pages, but neither cpu nor memory.`,
      'huge-pages-alone',
    )
  validateClaims(subject, place.child('claims'))
}

const words = { limits: 'limit', requests: 'request' } as const

/** One limit or request. `origin`: the map in which it was written. */
function validateAmount(
  name: string,
  map: 'limits' | 'requests',
  origin: 'limits' | 'requests',
  { container, title, place, answer }: Subject,
): void {
  const resources = place.child('resources')
  const here = resources.child(origin)
  const { field: spelled } = resources.child(map).key(name)
  const value = field(objectAt(objectAt(container, 'resources'), map), name)
  checkResourceName(
    answer,
    here.keyOf(name).spelled(spelled),
    name,
    containerResourceProblem,
    containerResources,
  )
  const what = `The ${name} ${words[origin]} of ${title}`
  checkContainerAmount(answer, here.key(name).spelled(spelled), what, name, value)
}

function validateRequest(
  name: string,
  limits: JsonObject,
  requests: JsonObject,
  { title, place, answer }: Subject,
): void {
  const here = place.child('resources', 'requests')
  const at = here.key(name).spelled(here.field)
  const limit = field(limits, name)
  const request = field(requests, name)
  if (limit === undefined) {
    const missing = place.child('resources', 'limits')
    if (!mayOvercommit(name))
      required(
        answer,
        missing.key(name).spelled(missing.field),
        `${capital(title)} requests ${name} without a limit, which must be the same as the request.`,
        'required-field',
        request === undefined ? undefined : { kind: 'set', value: request },
      )
    return
  }
  const what = `The ${name} request of ${title} is ${quantityText(request)}`
  const text = quantityText(limit)
  if (mayOvercommit(name)) {
    if (milli(request) > milli(limit))
      invalid(answer, at, `${what}, which is above its limit of ${text}.`, 'request-above-limit')
  } else if (milli(request) !== milli(limit))
    invalid(answer, at, `${what}. It must be the same as its limit of ${text}.`, 'request-above-limit')
}

/** Dropped before 1.34. Source: core/validation, `validateResourceClaimNames`. */
function validateClaims({ container, title, pod, answer }: Subject, place: Place): void {
  const start = capital(title)
  const known = pod.claims
  const seen = new Set<string>()
  const withRequests = new Set<string>()
  const claims = listAt(objectAt(container, 'resources'), 'claims')
  if (!answer.isFrom(34)) {
    if (claims.length > 0)
      answer.drop(
        'no-effect',
        place,
        `${start} has resource claims, which have no effect before Kubernetes 1.34.`,
      )
    return
  }
  const isCopy = copiesIn(claims)
  claims.forEach((claim, index) => {
    const here = place.index(index)
    const nameAt = here.child('name').spelled(here.field)
    const name = textAt(claim, 'name')
    const request = textAt(claim, 'request')
    if (name === '') return required(answer, nameAt, `A resource claim of ${title} has no name.`)
    if (request !== '' && !seen.has(name))
      named(answer, here.child('request'), 'The request of a resource claim', request, labelProblem)
    const key = request === '' ? name : `${name}/${request}`
    const overlaps = request === '' && withRequests.has(name)
    if (seen.has(name) || seen.has(key) || overlaps) {
      answer.refuse(
        'duplicate-name',
        'FieldValueDuplicate',
        here,
        `${start} has the resource claim ${key} twice.`,
        isCopy(index) ? remove : undefined,
      )
    }
    seen.add(key)
    if (request !== '') withRequests.add(name)
    if (!known.has(name))
      answer.refuse(
        'unknown-resource-claim',
        'FieldValueNotFound',
        nameAt,
        `${start} uses the resource claim ${name}, which the Pod does not have.`,
        wordOf(known),
      )
  })
}
