import { canonicalJson, type Json, type JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { qualifiedNameProblem } from '../../kubernetes/names'
import type { Place } from '../place'
import { isTrueAt, listAt, textAt, textsAt } from '../read'
import { invalid, named, quoted, remove } from '../say'

const rule = 'invalid-owner-reference'

/** The version of an apiVersion: `v1` of `apps/v1`; empty when there is none. Source: `schema.ParseGroupVersion`. */
const versionOf = (apiVersion: string): string => {
  const parts = apiVersion.split('/')
  return parts.length > 2 ? '' : (parts.at(-1) ?? '')
}

/** The owners of an object. The server spells their fields without an index. Source: `ValidateOwnerReferences`. */
export function validateOwners(metadata: JsonObject, place: Place, answer: Answer): void {
  const owners = listAt(metadata, 'ownerReferences')
  const seen = new Set<string>()
  let controllers = 0
  owners.forEach((owner, index) => {
    const here = place.index(index).spelled(place.field)
    const text = canonicalJson(owner)
    if (seen.has(text)) {
      answer.warn(rule, here, `The owner ${nameOf(owner)} is listed twice.`, remove)
      return
    }
    seen.add(text)
    validateOwner(owner, here, answer)
    if (!isTrueAt(owner, 'controller')) return
    controllers += 1
    const message = `The owner ${nameOf(owner)} is a second controller. Only one owner can be the controller.`
    if (controllers > 1) invalid(answer, here.child('controller').spelled(here.field), message, rule)
  })
}

const nameOf = (owner: Json): string => `${textAt(owner, 'kind')} ${textAt(owner, 'name')}`.trim()

function validateOwner(owner: Json, place: Place, answer: Answer): void {
  const apiVersion = textAt(owner, 'apiVersion')
  const what = `The owner ${nameOf(owner)}`.trimEnd()
  if (versionOf(apiVersion) === '')
    invalid(
      answer,
      place.child('apiVersion'),
      `${what} has the invalid apiVersion ${quoted(apiVersion)}.`,
      rule,
    )
  for (const key of ['kind', 'name', 'uid'])
    if (textAt(owner, key) === '') invalid(answer, place.child(key), `${what} has no ${key}.`, rule)
  if (apiVersion === 'v1' && textAt(owner, 'kind') === 'Event')
    invalid(answer, place, 'An Event cannot own other objects.', rule)
}

const standard = ['kubernetes', 'orphan', 'foregroundDeletion']

/**
 * One finalizer. `place` is where the server reports a bad name, `standardPlace` where it reports one that has no domain
 * and is not a standard one; undefined where those are allowed.
 * Source: `ValidateFinalizerName`, `validateKubeFinalizerName`.
 */
export function validateFinalizer(
  name: string,
  { place, standardPlace }: { readonly place: Place; readonly standardPlace: Place | undefined },
  answer: Answer,
): void {
  named(answer, place, 'The finalizer', name, qualifiedNameProblem, 'invalid-finalizer')
  if (standardPlace && !name.includes('/') && !standard.includes(name)) {
    const message = `The finalizer ${quoted(name)} needs a domain, such as example.com/${name || 'name'}.`
    invalid(answer, standardPlace, message, 'invalid-finalizer')
  }
}

/** The finalizers of an object. Source: `ValidateFinalizers`. */
export function validateFinalizers(
  metadata: JsonObject,
  place: Place,
  needDomain: boolean,
  answer: Answer,
): void {
  const finalizers = textsAt(metadata, 'finalizers')
  finalizers.forEach((name, index) => {
    const here = place.index(index)
    validateFinalizer(
      name,
      { place: here.spelled(place.field), standardPlace: needDomain ? here : undefined },
      answer,
    )
  })
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion'))
    invalid(
      answer,
      place,
      'The finalizers orphan and foregroundDeletion exclude each other.',
      'invalid-finalizer',
    )
}
