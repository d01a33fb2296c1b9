import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { subdomainName } from '../metadata/nameRules'
import { atLeast } from '../numbers'
import { root } from '../place'
import { has, numberAt, objectAt } from '../read'
import { validateMicroTimes } from './microTime'

/** Source: `ValidateLeaseSpec`. Coordinated leader election is off unless its gate is set. */
function validateLease(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const place = root.child('spec')
  validateMicroTimes(spec, ['acquireTime', 'renewTime'], place, answer)
  for (const [key, least] of [
    ['leaseDurationSeconds', 1],
    ['leaseTransitions', 0],
  ] as const) {
    const value = numberAt(spec, key)
    if (value !== undefined) atLeast(answer, place.child(key), `The ${key} of the Lease`, value, least)
  }
  for (const key of ['strategy', 'preferredHolder'])
    if (has(spec, key))
      answer.drop(
        'no-effect',
        place.child(key),
        `The ${key} of the Lease has no effect unless CoordinatedLeaderElection is on.`,
      )
}

export const lease: Kind = {
  of: ['coordination.k8s.io/v1 Lease'],
  name: subdomainName,
  validate: validateLease,
}
