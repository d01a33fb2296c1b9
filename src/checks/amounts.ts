import type { Proposal } from '../engine/check'
import type { Path } from '../engine/place'
import { isZero, parseQuantity } from '../kubernetes/quantity'
import { setting } from './setting'

const measure = 'A placeholder: measure what the container really uses.'

/** The proposal for a missing limit: never below what is requested. */
export function limitProposal(
  resource: string,
  path: Path,
  request: string | undefined,
  placeholder: string,
): Proposal {
  const asked = request === undefined || isZero(request) ? undefined : parseQuantity(request)
  const usual = parseQuantity(placeholder) ?? 0n
  // A memory limit above the request invites an eviction; more CPU than requested does no harm.
  const value =
    asked !== undefined && (resource === 'memory' || asked > usual) ? (request ?? '') : placeholder
  return setting(`Set ${resource} limit to ${value}`, path, value, measure)
}

/** The proposal for a missing request: with a limit the cluster takes that one anyway, so nothing changes. */
export function requestProposal(
  resource: string,
  path: Path,
  limit: string | undefined,
  placeholder: string,
): Proposal {
  if (limit !== undefined && !isZero(limit) && parseQuantity(limit) !== undefined)
    return setting(`Set ${resource} request to its limit`, path, limit)
  return setting(`Set ${resource} request to ${placeholder}`, path, placeholder, measure)
}
