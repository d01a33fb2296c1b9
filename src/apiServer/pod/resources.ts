import { field, isObject, type JsonObject } from '../../engine/model/json'
import { warnOfFraction } from '../quantities'
import { has, listAt, objectAt, textAt } from '../read'
import {
  areHugePagesAlone,
  checkContainerAmount,
  checkResourceName,
  containerResourceProblem,
  containerResources,
  isHugePages,
  mayOvercommit,
  resourceNameProblem,
} from '../resourceNames'
import { remove, repeats } from '../say'
import { type Amounts, amountsOf, largest, sum } from './amounts'
import { type At, about, forbid, refuse, within } from './checks'
import { isForWindows } from './security'

/** Whether a Pod itself can request a resource, not only its containers. */
export const isOfPods = (name: string): boolean => name === 'cpu' || name === 'memory' || isHugePages(name)

/** Source: `AggregateContainerRequests`, `AggregateContainerLimits`. */
export function aggregate(spec: JsonObject, key: 'requests' | 'limits'): Amounts {
  const amounts = (container: unknown): Amounts =>
    isObject(container) ? amountsOf(objectAt(objectAt(container, 'resources'), key)) : new Map()
  const sidecars = new Map<string, bigint>()
  const most = new Map<string, bigint>()
  // Each init container runs beside the sidecars before it.
  for (const container of listAt(spec, 'initContainers')) {
    const isSidecar = textAt(container, 'restartPolicy') === 'Always'
    for (const [name, amount] of amounts(container)) {
      const together = (sidecars.get(name) ?? 0n) + amount
      const before = most.get(name) ?? 0n
      if (isSidecar) sidecars.set(name, together)
      most.set(name, together > before ? together : before)
    }
  }
  return largest(sum([sidecars, ...listAt(spec, 'containers').map(amounts)]), most)
}

/** Resources of the whole Pod. Source: `validatePodResources`. `at`: the place of the spec. */
export function validatePodResources(spec: JsonObject, at: At): void {
  if (!has(spec, 'resources')) return
  const resources = objectAt(spec, 'resources')
  const here = within(at, 'resources')
  if (!at.answer.isFrom(34))
    return at.answer.drop(
      'no-effect',
      here.place,
      `${at.subject}: resources of the whole Pod have no effect before Kubernetes 1.34.`,
    )
  if (isForWindows(spec))
    return forbid('resources', 'Pods for Windows cannot have', here, 'other-operating-system', remove)
  if (has(resources, 'claims'))
    forbid('claims', 'only containers can have', within(here, 'claims'), 'conflicting-fields', remove)
  validateClaimNames(spec, within(here, 'claims'))
  for (const key of ['limits', 'requests'])
    for (const name of Object.keys(objectAt(resources, key)))
      validatePodResource(name, objectAt(resources, key), within(here, key))
  const limits = amountsOf(objectAt(resources, 'limits'))
  const requests = amountsOf(objectAt(resources, 'requests'))
  compareWithLimits(resources, limits, requests, here)
  compareWithContainers(spec, limits, requests, here)
}

/** Source: `validateResourceClaimNames`. `at`: the place of the claims. */
function validateClaimNames(spec: JsonObject, at: At): void {
  const known = new Set(listAt(spec, 'resourceClaims').map((claim) => textAt(claim, 'name')))
  const names = listAt(objectAt(spec, 'resources'), 'claims').map((claim) => textAt(claim, 'name'))
  const again = repeats(names)
  for (const [index, name] of names.entries()) {
    const here = { ...at, place: at.place.index(index).child('name').spelled(at.place.index(index).field) }
    if (name === '')
      refuse('required-field', 'FieldValueRequired', here, `${at.subject} has a claim without a name.`)
    else if (!known.has(name))
      refuse('unsupported-value', 'FieldValueNotFound', here, `${at.subject} has no resource claim ${name}.`)
    if (name !== '' && again[index])
      refuse('duplicate-name', 'FieldValueDuplicate', here, `${at.subject} uses the claim ${name} twice.`)
  }
}

function validatePodResource(name: string, map: JsonObject, at: At): void {
  const key = at.place.keyOf(name)
  if (resourceNameProblem(name) !== undefined)
    checkResourceName(at.answer, key, name, resourceNameProblem, ['cpu', 'memory'])
  else if (!isOfPods(name))
    refuse(
      'unsupported-value',
      'FieldValueNotSupported',
      { ...at, place: key },
      `${at.subject}’s own resources cannot have ${name}, only cpu, memory and huge pages.`,
      remove,
    )
  checkContainerAmount(at.answer, at.place.key(name), `${at.subject}’s ${name}`, name, field(map, name))
}

/** Source: `validateResourceRequirements`. `at`: the place of the resources. */
function compareWithLimits(resources: JsonObject, limits: Amounts, requests: Amounts, at: At): void {
  for (const [name, request] of requests) {
    const limit = limits.get(name)
    const fixed = !mayOvercommit(name)
    const place = at.place.child('requests').key(name).spelled(`${at.place.field}.requests`)
    const here = about(at, place, at.subject)
    if (limit === undefined) {
      if (fixed)
        refuse(
          'required-field',
          'FieldValueRequired',
          { ...at, place: at.place.child('limits').key(name).spelled(at.place.child('limits').field) },
          `${at.subject} requests ${name}, so it needs a limit too.`,
        )
    } else if (fixed && request !== limit)
      refuse(
        'request-above-limit',
        'FieldValueInvalid',
        here,
        `${at.subject}: the request for ${name} must equal its limit.`,
        { kind: 'set', value: field(objectAt(resources, 'limits'), name) ?? null },
      )
    else if (request > limit)
      refuse(
        'request-above-limit',
        'FieldValueInvalid',
        here,
        `${at.subject} requests more ${name} than its limit.`,
      )
  }
  const names = [...limits.keys(), ...requests.keys()]
  if (areHugePagesAlone(names))
    refuse(
      'huge-pages-alone',
      'FieldValueForbidden',
      at,
      `${at.subject}: huge pages need cpu or memory as well.`,
    )
}

/** Source: `validatePodResourceConsistency`. `at`: the place of the resources of the Pod. */
function compareWithContainers(spec: JsonObject, limits: Amounts, requests: Amounts, at: At): void {
  for (const [name, amount] of aggregate(spec, 'requests')) {
    const own = requests.get(name)
    if (own !== undefined && amount > own)
      refuse(
        'pod-resources',
        'FieldValueInvalid',
        { ...at, place: at.place.child('requests').key(name) },
        `${at.subject} requests less ${name} than its containers together.`,
      )
  }
  for (const [name, amount] of aggregate(spec, 'limits')) {
    const own = limits.get(name)
    if (isHugePages(name) && own !== undefined && amount > own)
      refuse(
        'pod-resources',
        'FieldValueInvalid',
        { ...at, place: at.place.child('limits').key(name) },
        `${at.subject} has a lower limit of ${name} than its containers together.`,
      )
  }
  for (const [index, container] of listAt(spec, 'containers').entries()) {
    const map = objectAt(objectAt(container, 'resources'), 'limits')
    for (const [name, limit] of amountsOf(map)) {
      const own = limits.get(name)
      if (own === undefined || limit <= own) continue
      const spelling = `${at.place.field}.containers[${index}][${name}].limits`
      const place = at.place.child('limits').key(name).spelled(spelling)
      refuse(
        'pod-resources',
        'FieldValueInvalid',
        { ...at, place },
        `Container ${textAt(container, 'name')} has a higher limit of ${name} than the whole Pod.`,
      )
    }
  }
}

/** What a Pod costs beside its containers. Source: `validateOverhead`. `at`: the place of the spec. */
export function validateOverhead(spec: JsonObject, at: At): void {
  const overhead = objectAt(spec, 'overhead')
  const limits = at.place.child('overhead')
  for (const name of Object.keys(overhead)) {
    const spelling = `${limits.field}.limits[${name}]`
    const key = limits.keyOf(name).spelled(spelling)
    const value = limits.key(name).spelled(spelling)
    checkResourceName(at.answer, key, name, containerResourceProblem, containerResources)
    checkContainerAmount(at.answer, value, `${at.subject}’s overhead of ${name}`, name, field(overhead, name))
  }
  const names = Object.keys(overhead)
  if (areHugePagesAlone(names))
    refuse(
      'huge-pages-alone',
      'FieldValueForbidden',
      within(at, 'overhead'),
      `${at.subject}: huge pages need cpu or memory as well.`,
    )
}

/** Source: `warningsForPodSpecAndMeta`. `at`: the place of the spec. */
export function warnOfOverhead(spec: JsonObject, at: At): void {
  for (const name of ['memory', 'ephemeral-storage'])
    warnOfFraction(
      at.answer,
      at.place.child('overhead').key(name),
      `${at.subject}: the overhead of ${name}`,
      field(objectAt(spec, 'overhead'), name),
    )
}
