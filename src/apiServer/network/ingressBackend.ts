import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { serviceName } from '../metadata/nameRules'
import { pathSegmentProblem, subdomainProblem } from '../../kubernetes/names'
import type { Place } from '../place'
import { portNameProblem } from '../../kubernetes/names'
import { portInRange } from '../ports'
import { has, numberAt, objectAt, textAt } from '../read'
import { invalid, nameAt, named, neededName, required } from '../say'

/** Where an Ingress sends requests. Source: `validateIngressBackend`. */
export function validateBackend(backend: JsonObject, place: Place, answer: Answer): void {
  const hasService = has(backend, 'service')
  if (hasService && has(backend, 'resource'))
    invalid(answer, place, 'The backend has both a service and a resource.', 'only-one-allowed')
  else if (hasService) validateServiceBackend(objectAt(backend, 'service'), place, answer)
  else if (has(backend, 'resource'))
    validateReference(objectAt(backend, 'resource'), place.child('resource'), answer)
  else
    invalid(
      answer,
      place.child('service').spelled(place.field),
      'The backend has neither a service nor a resource.',
      'required-field',
    )
}

function validateServiceBackend(service: JsonObject, place: Place, answer: Answer): void {
  const at = place.child('service')
  const name = textAt(service, 'name')
  neededName(answer, at.child('name'), 'The name of the backend Service', name, (text) =>
    serviceName(text, answer.minor),
  )
  const port = objectAt(service, 'port')
  const portName = textAt(port, 'name')
  const number = numberAt(port, 'number') ?? 0
  const what = `The port of the backend Service ${name}`.trimEnd()
  const portPlace = at.child('port')
  const spelled = portPlace.spelled(place.field)
  if (portName !== '' && number !== 0)
    invalid(answer, spelled, `${what} has both a name and a number.`, 'only-one-allowed')
  else if (portName !== '') named(answer, portPlace.child('name'), what, portName, portNameProblem)
  else if (number !== 0) portInRange(answer, portPlace.child('number'), what, number)
  else required(answer, spelled, `${what} is missing.`)
}

/** A reference to an object of any kind. Source: `validateIngressTypedLocalObjectReference`. */
export function validateReference(reference: JsonObject, place: Place, answer: Answer): void {
  nameAt(answer, place, 'The apiGroup of the reference', reference, 'apiGroup', subdomainProblem)
  for (const key of ['kind', 'name'])
    neededName(
      answer,
      place.child(key),
      `The ${key} of the reference`,
      textAt(reference, key),
      pathSegmentProblem,
    )
}
