import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { pathSegmentProblem } from '../../kubernetes/names'
import type { Place } from '../place'
import { textAt } from '../read'
import { invalid, named, quoted, required } from '../say'

const rule = 'invalid-scale-target'

/** The group of an API version; undefined for a text that is none. Source: apimachinery, `ParseGroupVersion`. */
function groupOf(apiVersion: string): string | undefined {
  if (apiVersion === '' || apiVersion === '/') return ''
  const parts = apiVersion.split('/')
  if (parts.length > 2) return undefined
  return parts.length === 2 ? parts[0] : ''
}

/** A reference to what is scaled or measured. Source: `ValidateCrossVersionObjectReference`. */
export function validateReference(
  reference: JsonObject,
  place: Place,
  needsGroup: boolean,
  what: string,
  answer: Answer,
): void {
  for (const key of ['kind', 'name']) {
    const text = textAt(reference, key)
    if (text === '') required(answer, place.child(key), `${what} has no ${key}.`)
    else named(answer, place.child(key), `${what}: the ${key}`, text, pathSegmentProblem, rule)
  }
  const apiVersion = textAt(reference, 'apiVersion')
  const group = groupOf(apiVersion)
  const at = place.child('apiVersion')
  if (group === undefined)
    invalid(answer, at, `${what} has the invalid apiVersion ${quoted(apiVersion)}.`, rule)
  else if (needsGroup && group === '') {
    const found = apiVersion === '' ? 'has no apiVersion' : `has the apiVersion ${quoted(apiVersion)}`
    const message = `${what} ${found}. It needs one with a group, such as apps/v1.`
    const isOfApps = ['Deployment', 'StatefulSet', 'ReplicaSet'].includes(textAt(reference, 'kind'))
    invalid(answer, at, message, rule, isOfApps ? { kind: 'set', value: 'apps/v1' } : undefined)
  }
}
