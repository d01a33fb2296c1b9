import { isList, isObject, type Json, type JsonObject } from '../../../engine/model/json'
import type { Answer } from '../../answer'
import type { Place } from '../../place'
import { has, isTrueAt } from '../../read'
import { invalid, required } from '../../say'
import { propertiesOf, propertyOf, schemaIn } from './schemaParts'
import { validateValue } from './schemaValue'

/**
 * Whether the defaults of a schema fit it. Those about metadata are not checked.
 * Source: apiextensions-apiserver/pkg/apiserver/schema/defaulting, `ValidateDefaults`.
 */
export function validateDefaults(schema: JsonObject, isRoot: boolean, place: Place, answer: Answer): void {
  const value = schema.default
  const at = place.child('default')
  const lacks = isRoot && isObject(value) ? ['apiVersion', 'kind'].filter((key) => !has(value, key)) : []
  for (const key of lacks)
    required(answer, at.child(key), `The default of the whole resource has no ${key}.`, 'invalid-default')
  if (value !== undefined && value !== null && lacks.length === 0) {
    const whole = isRoot ? { ...schema, 'x-kubernetes-embedded-resource': true } : schema
    if (!isPruned(value, whole))
      invalid(answer, at, 'The default has a field that its schema does not have.', 'invalid-default')
    validateValue(value, schema, at, answer)
  }
  const items = schemaIn(schema, 'items')
  if (items) validateDefaults(items, false, place.child('items'), answer)
  const isResource = isRoot || isTrueAt(schema, 'x-kubernetes-embedded-resource')
  for (const [key, property] of propertiesOf(schema))
    if (!isResource || !ofResources.includes(key))
      validateDefaults(property, false, place.child('properties').key(key), answer)
}

const ofResources = ['apiVersion', 'kind', 'metadata']

/** Whether a value has no fields but those of its schema. Source: apiserver/schema/pruning, `Prune`. */
function isPruned(value: Json, schema: JsonObject | undefined): boolean {
  if (isTrueAt(schema, 'x-kubernetes-preserve-unknown-fields')) return true
  if (isList(value)) return value.every((item) => isPruned(item, schema && schemaIn(schema, 'items')))
  if (!isObject(value)) return true
  return Object.entries(value).every(([key, child]) => {
    if (!schema) return false
    if (isTrueAt(schema, 'x-kubernetes-embedded-resource') && ofResources.includes(key)) return true
    const property = propertyOf(schema, key)
    if (property) return isPruned(child, property)
    return has(schema, 'additionalProperties') && isPruned(child, schemaIn(schema, 'additionalProperties'))
  })
}
