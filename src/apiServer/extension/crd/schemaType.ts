import { isText, type JsonObject } from '../../../engine/model/json'
import type { Declared } from '../../cel/declared'
import { escapedName } from '../../cel/fieldNames'
import * as types from '../../cel/types'
import type { CelType } from '../../cel/types'
import { has, isTrueAt, listAt, numberAt, objectAt, textAt, textsAt } from '../../read'
import { byteLength } from '../../say'
import { isEmbedded, propertiesOf, schemaIn } from './schemaParts'

/*
 * The types that expressions see for the values of a schema of custom resources.
 * Source: k8s.io/apiserver/pkg/cel/common/schemas.go, `SchemaDeclType`.
 */

/** The largest request that the server reads, in bytes. */
export const largestRequest = 3 * 1024 * 1024

const simple = (type: CelType, least: number, most = 0): Declared => ({ type, least, most })

/** A limit of a schema, such as `maxItems`; undefined when there is none. */
const limit = (schema: JsonObject, key: string): number | undefined => {
  const value = numberAt(schema, key)
  return value === undefined ? undefined : Math.max(0, value)
}

/**
 * The type of the values of a schema; undefined where expressions cannot see them. `isResource`: whether it has the fields
 * of every resource. `name`: what the messages in it are called: `object self.spec`, which cannot be written.
 */
export function declaredBy(schema: JsonObject, isResource: boolean, name: string): Declared | undefined {
  if (isTrueAt(schema, 'x-kubernetes-int-or-string')) {
    const most = limit(schema, 'maxLength')
    return simple(types.dyn, 1, most === undefined ? largestRequest - 2 : most * 4)
  }
  const whole = isResource ? withResourceFields(schema) : schema
  switch (textAt(whole, 'type')) {
    case 'array':
      return listBy(whole, name)
    case 'object':
      return schemaIn(whole, 'additionalProperties') ? mapBy(whole, name) : objectBy(whole, name)
    case 'string':
      return textBy(whole)
    case 'boolean':
      return simple(types.bool, 4)
    case 'number':
      return simple(types.double, 1)
    case 'integer':
      return simple(types.int, 1)
    default:
      return undefined
  }
}

function listBy(schema: JsonObject, name: string): Declared | undefined {
  const items = schemaIn(schema, 'items')
  const item = items && declaredBy(items, isEmbedded(items), `${name}.@idx`)
  if (!item) return undefined
  const most = limit(schema, 'maxItems') ?? Math.floor((largestRequest - 2) / (item.least + 1))
  return { type: types.listOf(item.type), least: 2, most, item }
}

function mapBy(schema: JsonObject, name: string): Declared | undefined {
  const values = schemaIn(schema, 'additionalProperties')
  const item = values && declaredBy(values, isEmbedded(values), `${name}.@elem`)
  if (!item) return undefined
  const most = limit(schema, 'maxProperties') ?? Math.floor((largestRequest - 2) / (item.least + 6))
  const key = simple(types.string, 2)
  return { type: types.mapOf(types.string, item.type), least: 2, most, key, item }
}

function objectBy(schema: JsonObject, name: string): Declared {
  const required = new Set(textsAt(schema, 'required'))
  const fields = new Map<string, Declared>()
  let least = 2
  for (const [key, property] of propertiesOf(schema)) {
    const escaped = escapedName(key)
    const field = declaredBy(property, isEmbedded(property), `${name}.${escaped ?? key}`)
    if (!field) continue
    if (escaped !== undefined) fields.set(escaped, field)
    if (required.has(key) && !has(property, 'default')) least += byteLength(key) + field.least + 4
  }
  return { type: types.messageType(name), least, most: 0, fields }
}

function textBy(schema: JsonObject): Declared {
  const most = limit(schema, 'maxLength')
  switch (textAt(schema, 'format')) {
    case 'byte':
      return simple(types.bytes, 2, most ?? largestRequest - 2)
    case 'duration':
      return simple(types.duration, 3, 32)
    case 'date':
      return simple(types.timestamp, 12, 12)
    case 'date-time':
      return simple(types.timestamp, 21, 32)
  }
  if (most !== undefined) return simple(types.string, 2, most * 4)
  const choices = listAt(schema, 'enum')
  if (choices.length === 0) return simple(types.string, 2, largestRequest - 2)
  const lengths = choices.filter(isText).map(byteLength)
  const longest = lengths.reduce((one, other) => Math.max(one, other), 0)
  return simple(types.string, 2, longest)
}

const isOfType = (schema: JsonObject, key: string, type: string): boolean =>
  textAt(objectAt(objectAt(schema, 'properties'), key), 'type') === type

/** The schema with the fields that every resource has. Source: `WithTypeAndObjectMeta`. */
function withResourceFields(schema: JsonObject): JsonObject {
  const properties = objectAt(schema, 'properties')
  const metadata = objectAt(properties, 'metadata')
  const isWhole =
    isOfType(schema, 'kind', 'string') &&
    isOfType(schema, 'apiVersion', 'string') &&
    isOfType(schema, 'metadata', 'object') &&
    isOfType(metadata, 'name', 'string') &&
    isOfType(metadata, 'generateName', 'string')
  if (isWhole) return schema
  const text = { type: 'string' }
  const names = { type: 'object', properties: { name: text, generateName: text } }
  return { ...schema, properties: { ...properties, kind: text, apiVersion: text, metadata: names } }
}
