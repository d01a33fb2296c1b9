import { isObject, type Json } from '../../engine/model/json'
import type { Judge } from '../judge'
import { subdomainProblem } from '../names'
import type { Place } from '../place'
import { has, objectAt, textAt } from '../read'
import { invalid, neededName, required, tooLong } from '../say'

/** Source: pkg/apis/core/validation, `ValidateCSIDriverName`. */
export function validateDriver(driver: string, place: Place, judge: Judge): void {
  neededName(judge, place, 'The driver', driver, (name) => subdomainProblem(name.toLowerCase()))
  if (driver.length > 63) tooLong(judge, place, `The driver ${driver}`, 63)
}

/** Source: `validateDeviceConfiguration`, `validateOpaqueConfiguration`. */
export function validateConfiguration(config: Json, place: Place, judge: Judge): void {
  const at = place.child('opaque')
  if (!has(config, 'opaque')) return required(judge, at, 'A configuration needs the field opaque.')
  const opaque = objectAt(config, 'opaque')
  validateDriver(textAt(opaque, 'driver'), at.child('driver'), judge)
  if (!has(opaque, 'parameters'))
    required(judge, at.child('parameters'), 'A configuration has no parameters.')
  else if (!isObject(opaque.parameters))
    invalid(
      judge,
      at.child('parameters'),
      'The parameters of a configuration must be an object.',
      'invalid-device-configuration',
    )
}
