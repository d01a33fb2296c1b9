import {
  canonicalJson,
  isList,
  isObject,
  isText,
  type Json,
  type JsonObject,
} from '../../../engine/model/json'
import { shorten } from '../../../engine/model/shorten'
import { patternTest } from '../../../schemas/reading/pattern'
import { Answer, type Reason } from '../../answer'
import type { Place } from '../../place'
import { isTrueAt, listAt, numberAt, textAt, textsAt } from '../../read'
import { propertyOf, schemaIn, schemasIn } from './schemaParts'

const rule = 'invalid-default'

type Refuse = (reason: Reason, at: Place, message: string) => void

/**
 * Whether a value fits a structural schema. Of the formats, only a few are looked at.
 * Source: kube-openapi/pkg/validation/validate, apiextensions `ValidateCustomResource`.
 */
export function validateValue(value: Json, schema: JsonObject, place: Place, answer: Answer): void {
  const refuse: Refuse = (reason, at, message) => answer.refuse(rule, reason, at, message)
  if (value === null && isTrueAt(schema, 'nullable')) return
  const type = textAt(schema, 'type')
  const message = `The default must be of type ${type}.`
  if (type === 'integer' && typeof value === 'number' && !Number.isInteger(value))
    refuse('FieldValueInvalid', place, message)
  if (type !== '' && !isOfType(value, type)) return refuse('FieldValueTypeInvalid', place, message)
  const choices = choicesOf(schema)
  if (choices.size > 0 && !choices.has(canonicalJson(value)))
    refuse('FieldValueNotSupported', place, 'The default is not one of the values that its schema allows.')
  if (typeof value === 'number') validateNumber(value, schema, place, refuse)
  if (isText(value)) validateText(value, schema, place, refuse)
  if (isList(value)) validateList(value, schema, place, answer, refuse)
  if (isObject(value)) validateObject(value, schema, place, answer, refuse)
  validateJunctors(value, schema, place, answer, refuse)
}

const knownChoices = new WeakMap<JsonObject, ReadonlySet<string>>()

/** The values that the enum of a schema allows. Every item of a list is compared with those of one schema. */
function choicesOf(schema: JsonObject): ReadonlySet<string> {
  const known = knownChoices.get(schema)
  if (known) return known
  const choices = new Set(listAt(schema, 'enum').map(canonicalJson))
  knownChoices.set(schema, choices)
  return choices
}

const isOfType = (value: Json, type: string): boolean => {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'array') return isList(value)
  return type === 'object' ? isObject(value) : typeof value === type
}

function validateNumber(value: number, schema: JsonObject, place: Place, refuse: Refuse): void {
  const least = numberAt(schema, 'minimum') ?? -Infinity
  const most = numberAt(schema, 'maximum') ?? Infinity
  const step = numberAt(schema, 'multipleOf')
  if (value < least || (value === least && isTrueAt(schema, 'exclusiveMinimum')))
    refuse('FieldValueInvalid', place, `The default ${value} is below the minimum ${least}.`)
  if (value > most || (value === most && isTrueAt(schema, 'exclusiveMaximum')))
    refuse('FieldValueInvalid', place, `The default ${value} is above the maximum ${most}.`)
  if (step !== undefined && !Number.isInteger(value / step))
    refuse('FieldValueInvalid', place, `The default ${value} is not a multiple of ${step}.`)
}

/** The formats that are easy to tell. */
const formats: Readonly<Record<string, RegExp>> = {
  ipv4: /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/,
  uuid: /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i,
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
}

function validateText(value: string, schema: JsonObject, place: Place, refuse: Refuse): void {
  const { length } = [...value]
  if (length > (numberAt(schema, 'maxLength') ?? Infinity))
    refuse('FieldValueTooLong', place, `The default “${shorten(value)}” is longer than its schema allows.`)
  if (length < (numberAt(schema, 'minLength') ?? 0))
    refuse('FieldValueInvalid', place, `The default “${shorten(value)}” is shorter than its schema allows.`)
  const format = textAt(schema, 'format')
  if (formats[format]?.test(value) === false)
    refuse(
      'FieldValueTypeInvalid',
      place,
      `The default “${shorten(value)}” does not have the format ${format}.`,
    )
  const pattern = textAt(schema, 'pattern')
  if (pattern !== '' && patternTest(pattern)?.accepts(value) === false)
    refuse('FieldValueInvalid', place, `The default “${shorten(value)}” does not match ${shorten(pattern)}.`)
}

function validateList(
  value: readonly Json[],
  schema: JsonObject,
  place: Place,
  answer: Answer,
  refuse: Refuse,
): void {
  if (value.length > (numberAt(schema, 'maxItems') ?? Infinity))
    refuse('FieldValueTooMany', place, 'The default has more items than its schema allows.')
  if (value.length < (numberAt(schema, 'minItems') ?? 0))
    refuse('FieldValueInvalid', place, 'The default has fewer items than its schema allows.')
  const items = schemaIn(schema, 'items')
  if (items) value.forEach((item, index) => validateValue(item, items, place.index(index), answer))
}

function validateObject(
  value: JsonObject,
  schema: JsonObject,
  place: Place,
  answer: Answer,
  refuse: Refuse,
): void {
  const count = Object.keys(value).length
  if (count > (numberAt(schema, 'maxProperties') ?? Infinity))
    refuse('FieldValueTooMany', place, 'The default has more fields than its schema allows.')
  if (count < (numberAt(schema, 'minProperties') ?? 0))
    refuse('FieldValueInvalid', place, 'The default has fewer fields than its schema allows.')
  for (const key of textsAt(schema, 'required'))
    if (!Object.hasOwn(value, key))
      refuse('FieldValueRequired', place.child(key), `The default has no ${key}, which its schema requires.`)
  const others = schemaIn(schema, 'additionalProperties')
  for (const [key, child] of Object.entries(value)) {
    const property = propertyOf(schema, key) ?? others
    if (property) validateValue(child, property, place.child(key), answer)
  }
}

/** What allOf, anyOf, oneOf and not say. */
function validateJunctors(
  value: Json,
  schema: JsonObject,
  place: Place,
  answer: Answer,
  refuse: Refuse,
): void {
  const isFit = (part: JsonObject): boolean => fits(value, part, place)
  const anyOf = schemasIn(schema, 'anyOf')
  const oneOf = schemasIn(schema, 'oneOf')
  const not = schemaIn(schema, 'not')
  for (const part of schemasIn(schema, 'allOf')) validateValue(value, part, place, answer)
  if (
    (anyOf.length > 0 && !anyOf.some(isFit)) ||
    (oneOf.length > 0 && oneOf.filter(isFit).length !== 1) ||
    (not && isFit(not))
  )
    refuse('FieldValueInvalid', place, 'The default does not fit anyOf, oneOf or not of its schema.')
}

function fits(value: Json, schema: JsonObject, place: Place): boolean {
  const answer = new Answer(0)
  validateValue(value, schema, place, answer)
  return answer.causes.length === 0
}
