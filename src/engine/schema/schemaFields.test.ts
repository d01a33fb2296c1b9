import { expect, test } from 'vitest'
import { fieldsOf, fieldSchema, isRequired, itemSchema, resolveRef, schemaAt, valuesOf } from './schemaFields'
import type { Schema } from './schema'
import { limitText, typeText } from './describeType'

const text: Schema = { type: ['string'] }
const whole: Schema = { type: ['integer'] }
const flag: Schema = { type: ['boolean'] }
const props = (fields: Readonly<Record<string, Schema>>) => new Map(Object.entries(fields))
const pattern = {
  expected: 'text that matches ^x-',
  accepts: (data: unknown) => String(data).startsWith('x-'),
}

const circle: Schema = { properties: props({ name: text }), allOf: [{ ref: () => circle }] }
const endless: Schema = { ref: () => endless }

const branches: Schema = {
  properties: props({ own: text }),
  required: ['own'],
  allOf: [{ properties: props({ all: whole }), required: ['all'] }],
  anyOf: [{ properties: props({ any: flag }), required: ['any'] }],
  oneOf: [{ properties: props({ own: whole, one: flag }) }],
  then: { properties: props({ then: text }) },
  else: { properties: props({ else: text }) },
  not: { properties: props({ not: text }) },
  if: { properties: props({ if: text }) },
}

test('the fields of all alternatives are listed, those of the schema itself first', () => {
  const fields = fieldsOf(branches)
  expect([...fields.keys()]).toEqual(['own', 'all', 'any', 'one', 'then', 'else'])
  expect(fields.get('own')).toBe(text)
  expect([...fieldsOf(circle).keys()]).toEqual(['name'])
})

test('a field is required when every valid value has it', () => {
  expect(['own', 'all', 'any', 'one'].filter((key) => isRequired(branches, key))).toEqual(['own', 'all'])
  expect(isRequired(circle, 'name')).toBe(false)
})

test('circular and broken references', () => {
  expect(resolveRef(endless).ref).toBeDefined()
  expect(resolveRef({ ref: () => undefined, description: 'a' }).description).toBe('a')
  expect(resolveRef({ ref: () => ({ ...text, description: 'far' }), description: 'near' })).toEqual({
    ...text,
    description: 'near',
  })
})

test('the schema of a field is listed, or from a pattern, or that of all other fields', () => {
  const schema: Schema = {
    properties: props({ name: text }),
    patternProperties: [{ pattern, schema: flag }],
    additionalProperties: whole,
  }
  expect(['name', 'x-a', 'more'].map((key) => fieldSchema(schema, key))).toEqual([text, flag, whole])
  expect(fieldSchema({ additionalProperties: 'closed' }, 'name')).toBeUndefined()
  expect(fieldSchema({}, '__proto__')).toBeUndefined()
})

test('a path without its indexes', () => {
  const schema: Schema = { properties: props({ list: { items: { properties: props({ name: text }) } } }) }
  expect(schemaAt(schema, ['list', 0, 'name'])).toBe(text)
  expect(schemaAt(schema, ['list', 'name'])).toBe(text)
  expect(schemaAt(schema, ['list', 0, 'other'])).toBeUndefined()
  expect(itemSchema({ anyOf: [{ prefixItems: [flag, text] }] })).toBe(flag)
})

test.each<[string, Schema, readonly unknown[]]>([
  ['an enum', { type: ['string'], enum: ['a', 'b'] }, ['a', 'b']],
  ['enums of alternatives', { anyOf: [{ enum: ['a'] }, { enum: ['a', 1, null] }] }, ['a', 1, null]],
  ['a boolean', flag, [true, false]],
  ['one boolean', { type: ['boolean'], enum: [true] }, [true]],
  ['an enum of mappings', { enum: [{ a: 1 }, 'b'] }, ['b']],
  ['text', text, []],
])('the values of %s', (_, schema, values) => {
  expect(valuesOf(schema)).toEqual(values)
})

const quantity: Schema = { type: ['string', 'number'], expected: 'a quantity like 250m, 2 or 64Mi' }

test.each<[string, Schema]>([
  ['text', text],
  ['whole number', whole],
  ['true or false', flag],
  ['quantity', quantity],
  ['whole number or text', { type: ['integer', 'string'] }],
  ['whole number or text', { anyOf: [whole, text] }],
  ['text in base64', { type: ['string'], expected: 'text in base64' }],
  ['time', { type: ['string'], format: { expected: 'a time like 2024-05-01', accepts: () => true } }],
  ['object', { properties: props({ a: text }) }],
  ['object', { type: ['object'] }],
  ['list', { type: ['array'] }],
  ['list of objects', { type: ['array'], items: { ref: () => circle } }],
  ['list of text', { type: ['array'], items: text }],
  ['list of whole numbers', { items: whole }],
  ['map of text', { type: ['object'], additionalProperties: text }],
  ['map of quantities', { type: ['object'], additionalProperties: quantity }],
  ['map of lists of text', { type: ['object'], additionalProperties: { type: ['array'], items: text } }],
  ['map of text', { type: ['object'], patternProperties: [{ pattern, schema: text }] }],
  ['list of anything', { type: ['array'], items: {} }],
  ['any value', {}],
  ['text', { enum: ['a', 'b'] }],
])('%s', (words, schema) => {
  expect(typeText(schema)).toBe(words)
})

test.each<[string | undefined, Schema]>([
  ['at least 1, at most 65535', { type: ['integer'], minimum: 1, maximum: 65_535 }],
  ['more than 0, less than 1', { exclusiveMinimum: 0, exclusiveMaximum: 1 }],
  ['a quantity like 250m, 2 or 64Mi', quantity],
  ['text that matches ^x-', { type: ['string'], pattern }],
  [undefined, { type: ['integer'], format: { expected: 'a whole number of 32 bits', accepts: () => true } }],
  [undefined, text],
])('a value must be %s', (words, schema) => {
  expect(limitText(schema)).toBe(words)
})
