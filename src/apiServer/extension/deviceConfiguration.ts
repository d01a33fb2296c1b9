import { isObject, type Json } from '../../engine/model/json'
import type { Answer } from '../answer'
import { subdomainProblem } from '../../kubernetes/names'
import type { Place } from '../place'
import { has, objectAt, textAt } from '../read'
import { invalid, neededName, required, tooLong } from '../say'

/** Source: pkg/apis/core/validation, `ValidateCSIDriverName`. */
export function validateDriver(driver: string, place: Place, answer: Answer): void {
  neededName(answer, place, 'The driver', driver, (name) => subdomainProblem(name.toLowerCase()))
  if (driver.length > 63) tooLong(answer, place, `The driver ${driver}`, 63)
}

/** Source: `validateDeviceConfiguration`, `validateOpaqueConfiguration`. */
export function validateConfiguration(config: Json, place: Place, answer: Answer): void {
  const at = place.child('opaque')
  if (!has(config, 'opaque')) return required(answer, at, 'A configuration needs the field opaque.')
  const opaque = objectAt(config, 'opaque')
  validateDriver(textAt(opaque, 'driver'), at.child('driver'), answer)
  if (!has(opaque, 'parameters'))
    required(answer, at.child('parameters'), 'A configuration has no parameters.')
  else if (!isObject(opaque.parameters))
    invalid(
      answer,
      at.child('parameters'),
      'The parameters of a configuration must be an object.',
      'invalid-device-configuration',
    )
}
