import type { JsonObject } from '../../../engine/model/json'
import type { Answer } from '../../answer'
import type { Place } from '../../place'
import { has, isTrueAt, objectAt, textAt, textsAt } from '../../read'
import { forbidden, invalid, oneOf, remove, required, repeats } from '../../say'
import { propertyOf, schemaIn } from './schemaParts'

const rule = 'invalid-list-type'
const keysField = 'x-kubernetes-list-map-keys'
const listField = 'x-kubernetes-list-type'
const mapField = 'x-kubernetes-map-type'

const asMap = { kind: 'set', value: 'map' } as const

/** Lists and maps that are merged. Source: a part of `ValidateCustomResourceDefinitionOpenAPISchema`. */
export function validateListTypes(schema: JsonObject, place: Place, answer: Answer): void {
  const listType = textAt(schema, listField)
  needType(schema, mapField, 'object', place, answer)
  if (has(schema, mapField))
    oneOf(answer, place.child(mapField), `The ${mapField} of the schema`, textAt(schema, mapField), [
      'atomic',
      'granular',
    ])
  needType(schema, listField, 'array', place, answer)
  if (has(schema, listField))
    oneOf(answer, place.child(listField), `The ${listField} of the schema`, listType, [
      'atomic',
      'set',
      'map',
    ])
  if (listType === 'set' && textAt(schema, 'type') === 'array') validateSet(schema, place, answer)
  const hasKeys = textsAt(schema, keysField).length > 0
  const message = `A list with ${keysField} must have ${listField}: map.`
  if (hasKeys && !has(schema, listField)) required(answer, place.child(listField), message, rule, asMap)
  else if (hasKeys && listType !== 'map') invalid(answer, place.child(listField), message, rule, asMap)
  if (listType === 'map') validateMap(schema, place, answer)
  if ((listType === 'set' || listType === 'map') && isTrueAt(schemaIn(schema, 'items'), 'nullable'))
    forbidden(
      answer,
      place.child('items', 'nullable'),
      `The items of a list of type ${listType} must not be nullable.`,
      rule,
    )
}

function needType(schema: JsonObject, key: string, type: string, place: Place, answer: Answer): void {
  const found = textAt(schema, 'type')
  if (!has(schema, key) || found === type) return
  const message = `A schema with ${key} must have type: ${type}.`
  const at = place.child('type')
  if (found === '') required(answer, at, message, rule, { kind: 'set', value: type })
  else invalid(answer, at, message, rule)
}

/** The items of a set are compared as wholes. */
function validateSet(schema: JsonObject, place: Place, answer: Answer): void {
  const items = schemaIn(schema, 'items')
  if (!items) return
  const type = textAt(items, 'type')
  const key = type === 'object' ? mapField : listField
  const found = textAt(items, key)
  const isWhole = type === 'object' ? found === 'atomic' : found === 'atomic' || !has(items, key)
  if ((type === 'object' || type === 'array') && !isWhole)
    invalid(
      answer,
      place.child('items', key),
      `The items of a list of type set must have ${key}: atomic.`,
      rule,
    )
}

/** The items of a map are told apart by keys. Source: also `validateMapListKeysMapSet`. */
function validateMap(schema: JsonObject, place: Place, answer: Answer): void {
  const keys = textsAt(schema, keysField)
  const items = schemaIn(schema, 'items')
  const at = place.child(keysField)
  if (keys.length === 0) required(answer, at, `A list of type map needs ${keysField}.`, rule)
  if (!has(schema, 'items')) required(answer, place.child('items'), 'A list of type map needs items.', rule)
  else if (!items)
    invalid(answer, place.child('items'), 'A list of type map needs one schema for its items.', rule)
  if (!items) return
  const isOfObjects = textAt(items, 'type') === 'object'
  if (!isOfObjects)
    invalid(answer, place.child('items', 'type'), 'The items of a list of type map must be objects.', rule)
  const again = repeats(keys)
  const needed = new Set(textsAt(items, 'required'))
  const allowed = Object.keys(objectAt(items, 'properties'))
  keys.forEach((key, index) => {
    const property = propertyOf(items, key)
    if (isOfObjects && !property)
      invalid(
        answer,
        at.index(index).spelled(at.field),
        `The items have no property ${key}, which ${keysField} names.`,
        rule,
        { kind: 'word', allowed },
      )
    if (isOfObjects && again[index])
      invalid(answer, at.index(index).spelled(at.field), `The key ${key} is listed twice.`, rule, remove)
    if (!property) return
    const here = place.child('items', 'properties').key(key)
    if (isOfObjects && ['array', 'object'].includes(textAt(property, 'type')))
      invalid(
        answer,
        here.child('type'),
        `The key ${key} of the items must not be a list or an object.`,
        rule,
      )
    if (!needed.has(key) && !has(property, 'default'))
      required(
        answer,
        here.child('default'),
        `The key ${key} of the items must be required or have a default.`,
        rule,
      )
    if (isTrueAt(property, 'nullable'))
      forbidden(answer, here.child('nullable'), `The key ${key} of the items must not be nullable.`, rule)
  })
}
