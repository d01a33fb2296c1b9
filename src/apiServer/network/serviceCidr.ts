import type { JsonObject } from '../../engine/model/json'
import { checkCanonicalCidr } from '../addressRules'
import { parseCidr } from '../addresses'
import type { Answer } from '../answer'
import { pathSegmentProblem, subdomainProblem } from '../../kubernetes/names'
import { root } from '../place'
import { has, objectAt, textAt, textsAt } from '../read'
import { invalid, namedIfSet, neededName, required } from '../say'

/** Source: `ValidateServiceCIDR`. */
export function validateServiceCidr(object: JsonObject, answer: Answer): void {
  const cidrs = textsAt(objectAt(object, 'spec'), 'cidrs')
  const place = root.child('spec', 'cidrs')
  if (cidrs.length === 0) required(answer, place, 'The ServiceCIDR has no cidrs.')
  if (cidrs.length > 2)
    return invalid(answer, place, 'The cidrs of the ServiceCIDR can have at most 2 items.', 'too-many-items')
  for (const [index, cidr] of cidrs.entries())
    checkCanonicalCidr(answer, place.index(index), 'The range of the ServiceCIDR', cidr)
  const [first, second] = cidrs.map((cidr) => parseCidr(cidr)?.ip.bytes.length)
  if (first !== undefined && first === second)
    invalid(
      answer,
      place,
      'The two ranges of a ServiceCIDR must be one of IPv4 and one of IPv6.',
      'conflicting-fields',
    )
}

/** Source: `ValidateIPAddress`. */
export function validateIpAddress(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const place = root.child('spec', 'parentRef')
  const parent = objectAt(spec, 'parentRef')
  if (!has(spec, 'parentRef'))
    return required(answer, place, 'The IPAddress has no parentRef, the object that uses it.')
  const what = 'of the parentRef'
  namedIfSet(answer, place.child('group'), `The group ${what}`, textAt(parent, 'group'), subdomainProblem)
  for (const key of ['resource', 'name'])
    neededName(answer, place.child(key), `The ${key} ${what}`, textAt(parent, key), pathSegmentProblem)
  const namespace = textAt(parent, 'namespace')
  namedIfSet(answer, place.child('namespace'), `The namespace ${what}`, namespace, pathSegmentProblem)
}
