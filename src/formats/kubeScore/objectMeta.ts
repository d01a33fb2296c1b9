import {
  field as fieldOf,
  isList,
  isObject,
  isText,
  type Json,
  type JsonObject,
} from '../../engine/model/json'
import { valueOf, type LocatedObject } from '../../engine/objects/locatedObjects'
import { toJson } from '../../engine/yaml/toJson'
import { valueAt } from '../../engine/yaml/value'
import { isTime } from '../../kubernetes/time'

/** What a field of the metadata has to be, and how it is written; undefined for what is left out. */
type Reading = (value: Json) => Json | undefined

const text: Reading = (value) => (isText(value) && value !== '' ? value : undefined)

const number: Reading = (value) => (typeof value === 'number' ? value : undefined)

/** In UTC and whole seconds. */
const time: Reading = (value) => {
  if (!isText(value) || !isTime(value)) return undefined
  const milliseconds = Date.parse(value.replace(/[.,]\d+/, ''))
  return Number.isNaN(milliseconds) ? value : new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** Sorted by key, as Go prints a map. */
const texts: Reading = (value) => {
  const entries = isObject(value) ? Object.entries(value).filter(([, entry]) => isText(entry)) : []
  const sorted = entries.toSorted(([one], [other]) => (one < other ? -1 : 1))
  return sorted.length > 0 ? Object.fromEntries(sorted) : undefined
}

const list: Reading = (value) => (isList(value) && value.length > 0 ? value : undefined)

/** In the order in which Go prints them. Source: ObjectMeta of the API. */
const fields: readonly (readonly [name: string, read: Reading])[] = [
  ['name', text],
  ['generateName', text],
  ['namespace', text],
  ['selfLink', text],
  ['uid', text],
  ['resourceVersion', text],
  ['generation', (value) => number(value) || undefined],
  ['creationTimestamp', time],
  ['deletionTimestamp', time],
  ['deletionGracePeriodSeconds', number],
  ['labels', texts],
  ['annotations', texts],
  ['ownerReferences', list],
  ['finalizers', list],
  ['managedFields', list],
]

/**
 * The metadata of an object as kube-score prints it: fields of the API that are set, without those of a wrong type. Lists
 * are as they are written. Only the name and the namespace where the rest has no plain data.
 */
export function objectMeta(located: LocatedObject): JsonObject {
  const value = valueAt(valueOf(located), ['metadata'])
  // Readers of objects have limited how much aliases can repeat.
  const limits = { budget: { left: Infinity }, largeNumbers: 'rounded' } as const
  const { name, namespace } = located.object
  const metadata = (value && toJson(value, limits)) ?? { name, namespace }
  return Object.fromEntries(
    fields.flatMap(([field, read]) => {
      const given = fieldOf(metadata, field)
      const shown = given === undefined ? undefined : read(given)
      return shown === undefined ? [] : [[field, shown] as const]
    }),
  )
}
