import type { JsonObject } from '../../../engine/model/json'
import type { Hint, Answer } from '../../answer'
import type { Place } from '../../place'
import { has, isTrueAt, listAt, textAt } from '../../read'
import { forbidden, invalid, notAllowed, oneOf, remove } from '../../say'
import { validateListTypes } from './listTypes'
import { isFilled, partsOf, schemaIn, type Part } from './schemaParts'
import { validateCelRules } from './celRules'

/** Where in a resource a schema is. */
type Setting = {
  readonly isRoot: boolean
  /** It is about apiVersion, kind or metadata. */
  readonly isMeta: boolean
  /** Why a default is not allowed; undefined where it is. */
  readonly noDefault?: string
}

const types = ['array', 'boolean', 'integer', 'number', 'object', 'string']
const rule = 'invalid-schema'

/** Source: apiextensions-apiserver validation.go, `ValidateCustomResourceDefinitionOpenAPISchema`. */
export function validateOpenApi(schema: JsonObject, place: Place, answer: Answer): void {
  validateSchema(schema, { isRoot: true, isMeta: false }, place, answer)
}

function validateSchema(schema: JsonObject, setting: Setting, place: Place, answer: Answer): void {
  validateKeywords(schema, setting, place, answer)
  if (isTrueAt(schema, 'uniqueItems'))
    notAllowed(
      answer,
      place.child('uniqueItems'),
      'A schema must not have uniqueItems, which takes too long to check.',
      rule,
    )
  if (
    isFilled(schema, 'properties') &&
    (schema.additionalProperties === false || schemaIn(schema, 'additionalProperties'))
  )
    forbidden(
      answer,
      place.child('additionalProperties'),
      'A schema must have either properties or additionalProperties, not both.',
      rule,
    )
  for (const part of partsOf(schema, place))
    validateSchema(part.schema, settingOf(part, schema, setting), part.place, answer)
  if (schema['x-kubernetes-preserve-unknown-fields'] === false)
    invalid(
      answer,
      place.child('x-kubernetes-preserve-unknown-fields'),
      'x-kubernetes-preserve-unknown-fields must be true or absent.',
      rule,
      remove,
    )
  validateListTypes(schema, place, answer)
  validateCelRules(listAt(schema, 'x-kubernetes-validations'), schema, place, answer)
}

function settingOf(part: Part, parent: JsonObject, setting: Setting): Setting {
  const inner: Setting = { ...setting, isRoot: false }
  if (part.via === 'additionalProperties' && setting.isMeta)
    return { ...inner, noDefault: 'in the additionalProperties of metadata' }
  const isOfResource = setting.isRoot || isTrueAt(parent, 'x-kubernetes-embedded-resource')
  if (part.via !== 'properties' || !isOfResource || !['metadata', 'kind', 'apiVersion'].includes(part.key))
    return inner
  return setting.isRoot
    ? { ...inner, isMeta: true, noDefault: `in ${part.key} of the resource` }
    : { ...inner, isMeta: true }
}

/** Source: `specStandardValidatorV3.validate`. */
function validateKeywords(schema: JsonObject, setting: Setting, place: Place, answer: Answer): void {
  const refuse = (key: string, message: string, hint?: Hint): void =>
    forbidden(answer, place.child(key), message, rule, hint)
  const type = textAt(schema, 'type')
  if (type !== '') oneOf(answer, place.child('type'), 'The type of the schema', type, types)
  if (type === 'null') refuse('type', 'A schema must not have the type null. Use nullable: true.')
  if (setting.noDefault !== undefined && has(schema, 'default'))
    refuse('default', `A schema must not have a default ${setting.noDefault}.`, remove)
  if (textAt(schema, 'id') !== '') refuse('id', 'A schema must not have an id.', remove)
  for (const key of ['additionalItems', 'dependencies', '$ref'])
    if (has(schema, key)) refuse(key, `A schema must not use ${key}.`)
  for (const key of ['patternProperties', 'definitions'])
    if (isFilled(schema, key)) refuse(key, `A schema must not use ${key}.`)
  if (listAt(schema, 'items').length > 0)
    refuse('items', 'The items of a schema must be one schema, not a list of schemas.')
  if (setting.isMeta && isTrueAt(schema, 'x-kubernetes-embedded-resource'))
    refuse('x-kubernetes-embedded-resource', 'Metadata must not have an embedded resource.')
}

const allowedAtRoot = new Set([
  ...['type', 'description', 'format', 'title', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum'],
  ...['maxLength', 'minLength', 'pattern', 'maxItems', 'minItems', 'uniqueItems', 'multipleOf', 'required'],
  ...['items', 'properties', 'externalDocs', 'example', 'x-kubernetes-preserve-unknown-fields'],
  'x-kubernetes-validations',
])

/**
 * What the root of a schema may have when the resource has the subresource status.
 * Source: `validateCustomResourceDefinitionValidation`, `allowedFieldsAtRootSchema`.
 */
export function validateRoot(schema: JsonObject, hasStatus: boolean, place: Place, answer: Answer): void {
  const type = textAt(schema, 'type')
  if (hasStatus && type !== '' && type !== 'object')
    invalid(
      answer,
      place.child('type'),
      'The root of a schema with the subresource status must have type: object.',
      rule,
    )
  const other = Object.keys(schema).find(
    (key) => !allowedAtRoot.has(key) && has(schema, key) && schema[key] !== false,
  )
  if (hasStatus && other !== undefined)
    invalid(
      answer,
      place.child(other).spelled(place.field),
      `The root of a schema with the subresource status must not have ${other}.`,
      rule,
    )
  if (isTrueAt(schema, 'nullable'))
    notAllowed(answer, place.child('nullable'), 'The root of a schema must not be nullable.', rule)
}
