import { field, type Json, type JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { validateLabelSelector } from '../labelSelector'
import { qualifiedNameProblem, subdomainProblem } from '../../kubernetes/names'
import { warnOfNodeLabel } from '../nodeSelector'
import { atLeast, between } from '../numbers'
import { root, type Place } from '../place'
import { notNegative } from '../quantities'
import { has, listAt, numberAt, objectAt, textAt, textsAt, textsOf } from '../read'
import { duplicate, invalid, named, oneOf, remove, required, repeats, copiesIn } from '../say'
import { validateDriverName } from './driver'

const groupPolicies = ['File', 'None', 'ReadWriteOnceWithFSType']
const lifecycles = ['Persistent', 'Ephemeral']

/** What a driver can do. The other fields have defaults. Source: `validateCSIDriverSpec`. */
export function validateDriver(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const place = root.child('spec')
  if (has(spec, 'fsGroupPolicy')) {
    const policy = textAt(spec, 'fsGroupPolicy')
    oneOf(answer, place.child('fsGroupPolicy'), 'The driver’s fsGroupPolicy', policy, groupPolicies)
  }
  validateTokens(listAt(spec, 'tokenRequests'), place.child('tokenRequests'), answer)
  const modes = place.child('volumeLifecycleModes')
  for (const [index, mode] of textsAt(spec, 'volumeLifecycleModes').entries())
    oneOf(answer, modes.index(index).spelled(modes.field), 'A mode in volumeLifecycleModes', mode, lifecycles)
  validateNewer(spec, place, answer)
}

/** Gates MutableCSINodeAllocatableCount and CSIServiceAccountTokenSecrets. */
function validateNewer(spec: JsonObject, place: Place, answer: Answer): void {
  const period = place.child('nodeAllocatableUpdatePeriodSeconds')
  const secrets = place.child('serviceAccountTokenInSecrets')
  const seconds = numberAt(spec, 'nodeAllocatableUpdatePeriodSeconds')
  // Gate VolumeLimitScaling.
  if (has(spec, 'preventPodSchedulingIfMissing'))
    answer.drop(
      'no-effect',
      place.child('preventPodSchedulingIfMissing'),
      'preventPodSchedulingIfMissing has no effect, because it is not enabled by default.',
    )
  if (!answer.isFrom(35)) {
    const message = 'nodeAllocatableUpdatePeriodSeconds has no effect before Kubernetes 1.35.'
    if (seconds !== undefined) answer.drop('no-effect', period, message)
    return
  }
  if (seconds !== undefined)
    atLeast(answer, period, 'The driver’s nodeAllocatableUpdatePeriodSeconds', seconds, 10)
  if (has(spec, 'serviceAccountTokenInSecrets') && listAt(spec, 'tokenRequests').length === 0)
    invalid(answer, secrets, 'serviceAccountTokenInSecrets needs tokenRequests.', 'required-field')
}

const shortestToken = 600
const longestToken = 2 ** 32

/** Source: `validateTokenRequests`. */
function validateTokens(requests: readonly Json[], place: Place, answer: Answer): void {
  const audiences = new Set<string>()
  const isCopy = copiesIn(requests)
  for (const [index, request] of requests.entries()) {
    const audience = textAt(request, 'audience')
    const seconds = numberAt(request, 'expirationSeconds') ?? shortestToken
    const here = place.index(index)
    if (audiences.has(audience)) {
      const message = `The driver has two tokenRequests for the audience “${audience}”.`
      const audiencePlace = here.child('audience')
      if (isCopy(index)) duplicate(answer, here.spelled(audiencePlace.field), message, remove)
      else duplicate(answer, audiencePlace, message)
    } else
      between(
        answer,
        here.child('expirationSeconds'),
        'The expirationSeconds of a token',
        seconds,
        shortestToken,
        longestToken,
      )
    audiences.add(audience)
  }
}

const longestNodeId = 256

/** The drivers on a node. Source: `validateCSINodeDriver`. */
export function validateNode(object: JsonObject, answer: Answer): void {
  const names = new Set<string>()
  for (const [index, driver] of listAt(objectAt(object, 'spec'), 'drivers').entries()) {
    const place = root.child('spec', 'drivers').index(index)
    const name = textAt(driver, 'name')
    validateDriverName(name, place.child('name'), 'The name of the driver', answer)
    if (names.has(name)) duplicate(answer, place.child('name'), `The node has the driver ${name} twice.`)
    names.add(name)
    validateNodeId(textAt(driver, 'nodeID'), place.child('nodeID'), answer)
    const count = numberAt(objectAt(driver, 'allocatable'), 'count') ?? 0
    atLeast(
      answer,
      place.child('allocatable', 'count'),
      `The count of volumes of the driver ${name}`,
      count,
      0,
    )
    validateKeys(textsAt(driver, 'topologyKeys'), place, answer)
  }
}

function validateNodeId(id: string, place: Place, answer: Answer): void {
  if (id === '') required(answer, place, 'The nodeID is missing.')
  if (id.length > longestNodeId)
    invalid(answer, place, `The nodeID can have at most ${longestNodeId} characters.`, 'too-long')
}

/** The server says at the driver what is wrong with its keys. */
function validateKeys(keys: readonly string[], driver: Place, answer: Answer): void {
  const again = repeats(keys)
  for (const [index, key] of keys.entries()) {
    const place = driver.child('topologyKeys').index(index).spelled(driver.field)
    if (key === '') required(answer, place, 'A topology key is empty.')
    if (again[index]) duplicate(answer, place, `The driver has the topology key ${key} twice.`, remove)
    named(answer, place, 'The topology key', key, qualifiedNameProblem)
  }
}

/** Source: `ValidateCSIStorageCapacity`. */
export function validateStorageCapacity(object: JsonObject, answer: Answer): void {
  const topology = objectAt(object, 'nodeTopology')
  const place = root.child('nodeTopology')
  validateLabelSelector(topology, place, answer)
  const className = textAt(object, 'storageClassName')
  named(answer, root.child('storageClassName'), 'The storageClassName', className, subdomainProblem)
  const amount = field(object, 'capacity')
  if (amount !== undefined) notNegative(answer, root.child('capacity'), 'The capacity', amount)
  if (answer.causes.length > 0) return
  for (const [index, item] of listAt(topology, 'matchExpressions').entries())
    warnOfNodeLabel(textAt(item, 'key'), place.child('matchExpressions').index(index).child('key'), answer)
  for (const [label] of textsOf(topology, 'matchLabels'))
    warnOfNodeLabel(
      label,
      place.child('matchLabels').keyOf(label).spelled(place.child('matchLabels', label).field),
      answer,
    )
}
