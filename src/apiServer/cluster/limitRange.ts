import { field, isObject, type Json, type JsonObject } from '../../engine/model/json'
import type { Hint, Answer } from '../answer'
import type { Kind } from '../kind'
import { subdomainName } from '../metadata/nameRules'
import { qualifiedNameProblem } from '../../kubernetes/names'
import { type Place, root } from '../place'
import { exactAmount, isQuantity, quantityText } from '../quantities'
import { has, listAt, objectAt, textAt, withField, withItems } from '../read'
import {
  checkResourceName,
  containerResourceProblem,
  containerResources,
  mayOvercommit,
  resourceNameProblem,
} from '../resourceNames'
import { duplicate, invalid, notAllowed, quoted, required } from '../say'

/** Limits of containers default to each other. Source: `SetDefaults_LimitRangeItem`. */
function completeItem(item: JsonObject): JsonObject {
  if (textAt(item, 'type') !== 'Container') return item
  const limits = { ...objectAt(item, 'max'), ...objectAt(item, 'default') }
  const requests = { ...objectAt(item, 'min'), ...limits, ...objectAt(item, 'defaultRequest') }
  return { ...item, default: limits, defaultRequest: requests }
}

/** A LimitRange without a name gets a random one. Source: `limitrangeStrategy.PrepareForCreate`. */
const withName = (object: JsonObject): JsonObject => {
  const metadata = objectAt(object, 'metadata')
  return textAt(metadata, 'name') === '' && !has(metadata, 'generateName')
    ? { ...object, metadata: { ...metadata, name: 'random' } }
    : object
}

const types = ['Pod', 'Container', 'PersistentVolumeClaim']

/** Source: `validateLimitRangeTypeName`. */
const typeProblem = (type: string): string | undefined =>
  qualifiedNameProblem(type) ??
  (type.includes('/') || types.includes(type)
    ? undefined
    : 'must be Pod, Container or PersistentVolumeClaim, or have a domain before a “/”')

const maps = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const
type MapName = (typeof maps)[number]
type Limits = Readonly<Record<MapName, JsonObject>>

function validateItem(item: Json, place: Place, answer: Answer): void {
  const type = textAt(item, 'type')
  const isPod = type === 'Pod'
  const ofContainers = isPod || type === 'Container'
  const limits: Limits = {
    max: objectAt(item, 'max'),
    min: objectAt(item, 'min'),
    default: isPod ? {} : objectAt(item, 'default'),
    defaultRequest: isPod ? {} : objectAt(item, 'defaultRequest'),
    maxLimitRequestRatio: objectAt(item, 'maxLimitRequestRatio'),
  }
  for (const key of maps) {
    const here = place.child(key)
    const isEmpty = Object.keys(objectAt(item, key)).length === 0
    if (isPod && !isEmpty && (key === 'default' || key === 'defaultRequest'))
      notAllowed(
        answer,
        here,
        `The limit of Pods must not have ${key}: only containers have defaults.`,
        'invalid-limit',
      )
    for (const name of Object.keys(limits[key]))
      checkResourceName(
        answer,
        place
          .child(originOf(key, name, limits))
          .keyOf(name)
          .spelled(here.key(name).field),
        name,
        ofContainers ? containerResourceProblem : resourceNameProblem,
        ofContainers ? containerResources : ['storage'],
      )
  }
  if (
    type === 'PersistentVolumeClaim' &&
    !Object.hasOwn(limits.min, 'storage') &&
    !Object.hasOwn(limits.max, 'storage')
  )
    required(
      answer,
      place.child('max').spelled(place.child('limits').field),
      'The limit of claims needs a min or max of storage.',
      'invalid-limit',
    )
  for (const name of new Set(maps.flatMap((key) => Object.keys(limits[key]))))
    validateResource(name, limits, place, answer)
}

/** The map in which an amount was written: the defaults may have been filled in from others. */
function originOf(key: MapName, name: string, limits: Limits): MapName {
  const isSame = (other: MapName): boolean =>
    Object.hasOwn(limits[other], name) && limits[other][name] === limits[key][name]
  if (key === 'default') return isSame('max') ? 'max' : key
  if (key !== 'defaultRequest') return key
  if (isSame('default')) return originOf('default', name, limits)
  return isSame('min') ? 'min' : key
}

/** What must be no more than what: the first is refused when it is above the second, at the third. */
const orders = [
  ['min', 'max', 'min'],
  ['min', 'defaultRequest', 'defaultRequest'],
  ['defaultRequest', 'max', 'defaultRequest'],
  ['defaultRequest', 'default', 'defaultRequest'],
  ['min', 'default', 'default'],
  ['default', 'max', 'default'],
] as const

/** One resource in all the maps of a limit. */
function validateResource(name: string, limits: Limits, place: Place, answer: Answer): void {
  const amount = (key: MapName): Json | undefined => field(limits[key], name)
  const refuse = (key: MapName, spelled: MapName, message: string): void =>
    invalid(
      answer,
      place.child(key).key(name).spelled(place.child(spelled).key(name).field),
      message,
      'invalid-limit',
    )
  for (const [low, high, at] of orders)
    if (isAbove(amount(low), amount(high))) {
      const [from, to] = [originOf(low, name, limits), originOf(high, name, limits)]
      const values = [quantityText(amount(low)), quantityText(amount(high))]
      refuse(from, at, `The ${from} of ${name} is ${values[0]}, which is above its ${to}, ${values[1]}.`)
    }
  const ratio = amount('maxLimitRequestRatio')
  const what = `The maxLimitRequestRatio of ${name} is ${quantityText(ratio)}`
  const refuseRatio = (message: string): void =>
    refuse('maxLimitRequestRatio', 'maxLimitRequestRatio', message)
  if (isAbove('1', ratio)) refuseRatio(`${what}. It must be 1 or more.`)
  if (isRatioTooLarge(ratio, amount('min'), amount('max')))
    refuseRatio(`${what}, which is above max divided by min.`)
  const [request, limit] = [amount('defaultRequest'), amount('default')]
  if (
    !mayOvercommit(name) &&
    request !== undefined &&
    limit !== undefined &&
    exactAmount(request) !== exactAmount(limit)
  )
    refuse(
      originOf('defaultRequest', name, limits),
      'defaultRequest',
      `The default and defaultRequest of ${name} must be equal.`,
    )
}

/** Whether one quantity is above another. False unless both are there. */
const isAbove = (left: Json | undefined, right: Json | undefined): boolean =>
  [left, right].every((value) => value !== undefined && isQuantity(value)) &&
  exactAmount(left) > exactAmount(right)

function isRatioTooLarge(ratio: Json | undefined, min: Json | undefined, max: Json | undefined): boolean {
  if (![ratio, min, max].every((value) => value !== undefined && isQuantity(value))) return false
  const low = exactAmount(min)
  return low > 0n && exactAmount(ratio) * low > exactAmount(max) * 10n ** 9n
}

/** Source: `ValidateLimitRange`. */
function validate(object: JsonObject, answer: Answer): void {
  const place = root.child('spec', 'limits')
  const seen = new Set<string>()
  listAt(objectAt(object, 'spec'), 'limits').forEach((item, index) => {
    const here = place.index(index)
    const type = textAt(item, 'type')
    const typePlace = here.child('type')
    const problem = typeProblem(type)
    const hint: Hint | undefined = type.includes('/') ? undefined : { kind: 'word', allowed: types }
    if (type === '') invalid(answer, typePlace, 'The limit has no type.', 'required-field')
    else if (problem !== undefined)
      invalid(
        answer,
        typePlace,
        `The type ${quoted(type)} of the limit ${problem}.`,
        'unsupported-value',
        hint,
      )
    if (seen.has(type)) duplicate(answer, typePlace, `Two limits have the type ${quoted(type)}.`)
    seen.add(type)
    validateItem(isObject(item) ? item : {}, here, answer)
  })
}

export const limitRange: Kind = {
  of: ['v1 LimitRange'],
  name: subdomainName,
  complete: (object) =>
    withName(withField(object, 'spec', (spec) => withItems(spec, 'limits', completeItem))),
  validate,
}
