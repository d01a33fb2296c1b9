import { canonicalJson, isObject, type Json, type JsonObject } from '../../../engine/model/json'
import { patternTest } from '../../../schemas/reading/pattern'
import type { Hint, Answer } from '../../answer'
import type { Place } from '../../place'
import { has, isTrueAt, listAt, objectAt, textAt } from '../../read'
import { forbidden, invalid, quoted, required } from '../../say'
import { isEmbedded, isFilled, partsOf, propertiesOf, propertyOf, schemaIn, type Part } from './schemaParts'

/*
 * Schemas must be structural: everything about the structure is said outside of allOf, anyOf, oneOf and not.
 * Source: apiextensions-apiserver/pkg/apiserver/schema, validation.go and complete.go.
 */

type Level = 'root' | 'item' | 'field'

const rule = 'non-structural-schema'
const junctors = ['allOf', 'anyOf', 'oneOf', 'not']
const intOrString = '[{"type":"integer"},{"type":"string"}]'

const asObject: Hint = { kind: 'set', value: 'object' }

/** The type that a schema without one has by what else it says. */
function typeHint(schema: JsonObject, level: Level): Hint | undefined {
  if (level === 'root' || isFilled(schema, 'properties')) return asObject
  return has(schema, 'items') ? { kind: 'set', value: 'array' } : undefined
}

/** Source: `ValidateStructuralWithOptions`. */
export function validateStructural(schema: JsonObject, place: Place, answer: Answer): void {
  validateInvariants(schema, 'root', place, answer)
  for (const part of junctorsOf(schema, place)) validateCompleteness(part.schema, schema, place, answer)
}

const junctorsOf = (schema: JsonObject, place: Place): readonly Part[] =>
  partsOf(schema, place).filter(({ via }) => junctors.includes(via))

/** Source: `validateStructuralInvariants`. */
function validateInvariants(schema: JsonObject, level: Level, place: Place, answer: Answer): void {
  const type = textAt(schema, 'type')
  const items = schemaIn(schema, 'items')
  if (type === 'array' && !has(schema, 'items'))
    required(answer, place.child('items'), 'A schema of type array needs items.', rule)
  if (items) validateInvariants(items, 'item', place.child('items'), answer)
  for (const [key, property] of propertiesOf(schema))
    validateInvariants(property, 'field', place.child('properties').key(key), answer)
  if (has(schema, 'additionalProperties')) {
    const at = place.child('additionalProperties')
    if (level === 'root')
      forbidden(answer, at, 'The root of a schema must not have additionalProperties.', rule)
    const values = schemaIn(schema, 'additionalProperties')
    if (values) validateInvariants(values, 'field', at, answer)
  }
  validateExtensions(schema, place, answer)
  validateJunctors(schema, place, answer)
  validateType(schema, level, place, answer)
  validateMetadata(schema, level, place, answer)
}

/** Source: `validateExtensions`. */
function validateExtensions(schema: JsonObject, place: Place, answer: Answer): void {
  if (!isTrueAt(schema, 'x-kubernetes-int-or-string')) return
  for (const other of ['x-kubernetes-preserve-unknown-fields', 'x-kubernetes-embedded-resource'])
    if (isTrueAt(schema, other))
      invalid(
        answer,
        place.child(other),
        `A schema with x-kubernetes-int-or-string must not have ${other}.`,
        rule,
      )
}

function validateType(schema: JsonObject, level: Level, place: Place, answer: Answer): void {
  const type = textAt(schema, 'type')
  const at = place.child('type')
  const isOpen =
    isTrueAt(schema, 'x-kubernetes-int-or-string') || isTrueAt(schema, 'x-kubernetes-preserve-unknown-fields')
  if (isEmbedded(schema) && type !== 'object') {
    const message = 'An embedded resource must have type: object.'
    if (type === '') required(answer, at, message, rule, asObject)
    else invalid(answer, at, message, rule, asObject)
  } else if (type === '' && !isOpen)
    required(
      answer,
      at,
      level === 'root' ? 'The root of the schema has no type.' : 'The schema has no type.',
      rule,
      typeHint(schema, level),
    )
  if (level === 'root' && type !== '' && type !== 'object')
    invalid(
      answer,
      at,
      `The type of the root of the schema is ${quoted(type)}. It must be “object”.`,
      rule,
      asObject,
    )
  if (!isEmbedded(schema)) return
  if (has(schema, 'additionalProperties'))
    forbidden(
      answer,
      place.child('additionalProperties'),
      'An embedded resource must not have additionalProperties.',
      rule,
    )
  if (!isTrueAt(schema, 'x-kubernetes-preserve-unknown-fields') && !isFilled(schema, 'properties'))
    required(
      answer,
      place.child('properties'),
      'An embedded resource needs properties, or x-kubernetes-preserve-unknown-fields.',
      rule,
    )
}

/** Source: the end of `validateStructuralInvariants`, `validateStructuralMetadataInvariants`. */
function validateMetadata(schema: JsonObject, level: Level, place: Place, answer: Answer): void {
  if (level !== 'root' && !isEmbedded(schema)) return
  const expected = { kind: 'string', apiVersion: 'string', metadata: 'object' }
  for (const [key, type] of Object.entries(expected)) {
    const property = propertyOf(schema, key)
    if (property && textAt(property, 'type') !== type)
      invalid(
        answer,
        place.child('properties').key(key).child('type'),
        `The property ${key} of a resource must have type: ${type}.`,
        rule,
        { kind: 'set', value: type },
      )
  }
  const metadata = propertyOf(schema, 'metadata')
  if (level === 'root' && metadata && Object.entries(metadata).some(isBeyondNames))
    forbidden(
      answer,
      place.child('properties').key('metadata'),
      'The schema of metadata must restrict only name and generateName.',
      rule,
    )
}

const isNothing = (value: Json): boolean => ['null', 'false', '""', '[]', '{}'].includes(canonicalJson(value))

const isBeyondNames = ([key, value]: readonly [string, Json]): boolean => {
  if (['type', 'default', 'example', 'externalDocs'].includes(key) || isNothing(value)) return false
  const names = key === 'properties' ? Object.keys(objectAt({ value }, 'value')) : ['']
  return !names.every((name) => name === 'name' || name === 'generateName')
}

/** Whether anyOf says “an integer or a text”, and nothing else that counts. Source: `isIntOrStringAnyOfPattern`. */
const isIntOrString = (schema: Json | undefined): boolean =>
  canonicalJson(listAt(schema, 'anyOf').map(sayingParts)) === intOrString

const sayingParts = (schema: Json): Json =>
  isObject(schema)
    ? Object.fromEntries(
        Object.entries(schema).filter(
          ([key, value]) => [...outsideOnly, ...insideToo].includes(key) && !isNothing(value),
        ),
      )
    : schema

/** Source: `validateValueValidation`. */
function validateJunctors(schema: JsonObject, place: Place, answer: Answer): void {
  const isPair = isIntOrString(schema)
  const [first] = listAt(schema, 'allOf')
  const isFirstPair = isIntOrString(first)
  for (const part of junctorsOf(schema, place)) {
    if (part.via === 'anyOf' && isPair) continue
    const skipsAnyOf = part.via === 'allOf' && part.key === '0' && isFirstPair
    validateNested(skipsAnyOf ? { ...part.schema, anyOf: [] } : part.schema, part.place, answer)
  }
  const pattern = textAt(schema, 'pattern')
  if (pattern !== '' && pattern.length < 10_000 && !patternTest(pattern))
    invalid(
      answer,
      place.child('pattern'),
      `The pattern ${quoted(pattern)} is not a valid regular expression in Go.`,
      'invalid-pattern',
    )
}

const outsideOnly = [
  ...['type', 'default', 'title', 'description', 'nullable', 'additionalProperties'],
  ...['x-kubernetes-preserve-unknown-fields', 'x-kubernetes-embedded-resource', 'x-kubernetes-int-or-string'],
  ...[
    'x-kubernetes-list-map-keys',
    'x-kubernetes-list-type',
    'x-kubernetes-map-type',
    'x-kubernetes-validations',
  ],
]

/** Source: `ValueValidation`, `NestedValueValidation`. */
const insideToo = [
  ...['format', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum', 'multipleOf'],
  ...['maxLength', 'minLength', 'pattern', 'maxItems', 'minItems', 'uniqueItems', 'enum'],
  ...['maxProperties', 'minProperties', 'required', 'items', 'properties', ...junctors],
]

/** Source: `validateNestedValueValidation`. */
function validateNested(schema: JsonObject, place: Place, answer: Answer): void {
  validateJunctors(schema, place, answer)
  const items = schemaIn(schema, 'items')
  if (items) validateNested(items, place.child('items'), answer)
  for (const [key, property] of propertiesOf(schema))
    validateNested(property, place.child('properties').key(key), answer)
  for (const key of outsideOnly)
    if (
      key === 'additionalProperties'
        ? isObject(schema[key]) || schema[key] === true
        : !isNothing(schema[key] ?? null)
    )
      forbidden(
        answer,
        place.child(key),
        `A schema in allOf, anyOf, oneOf or not must not have ${key}.`,
        rule,
      )
  if (propertyOf(schema, 'metadata'))
    forbidden(
      answer,
      place.child('properties').key('metadata'),
      'A schema in allOf, anyOf, oneOf or not must not restrict metadata.',
      rule,
    )
}

/** Source: `validateNestedValueValidationCompleteness`. */
function validateCompleteness(
  nested: JsonObject,
  schema: JsonObject | undefined,
  place: Place,
  answer: Answer,
): void {
  if (!schema)
    return required(
      answer,
      place,
      'A field in allOf, anyOf, oneOf or not must also be declared outside of them.',
      rule,
    )
  for (const part of junctorsOf(nested, place)) validateCompleteness(part.schema, schema, place, answer)
  const items = schemaIn(nested, 'items')
  if (items) validateCompleteness(items, schemaIn(schema, 'items'), place.child('items'), answer)
  for (const [key, property] of propertiesOf(nested))
    validateCompleteness(property, propertyOf(schema, key), place.child('properties').key(key), answer)
}
