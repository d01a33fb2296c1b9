import { expect, test } from 'vitest'
import { settings, type Setting } from '../engine/model/settingList'
import { defaultSettings } from '../engine/model/settings'
import { severities } from '../engine/model/finding'
import { validatorCode } from '../build/ajvValidator'
import schema from './linkHead.schema.json'
import settingsSchema from './settings.schema.json'
import { defaultView } from './session'

test('the schema has every setting and every part of the view, and no others', () => {
  const { view } = schema.properties
  expect(schema.properties.settings).toEqual({ $ref: 'settings.schema.json' })
  expect(Object.keys(settingsSchema.properties)).toEqual(settings.map(({ key }) => key))
  expect(Object.keys(view.properties)).toEqual(Object.keys(defaultView))
  expect(view.properties.severities.items.enum).toEqual([...severities])
})

test('every setting has the type of its default', () => {
  const properties: Readonly<Record<string, { readonly type?: string; readonly $ref?: string }>> =
    settingsSchema.properties
  const { definitions } = settingsSchema
  for (const [key, value] of Object.entries(defaultSettings)) {
    const { type, $ref } = properties[key] ?? {}
    const expected = Array.isArray(value) ? 'array' : typeof value === 'number' ? 'integer' : typeof value
    const found = type ?? ($ref === '#/definitions/names' ? definitions.names.type : definitions.count.type)
    expect(found, key).toBe(expected)
  }
})

test('a number has the same limits in the schema and on the page', () => {
  const { minimum: min, maximum: max } = settingsSchema.definitions.count
  const numbers = settings.map(({ control }: Setting) => control).filter(({ type }) => type === 'number')
  expect(numbers.length).toBeGreaterThan(1)
  for (const control of numbers) expect(control).toEqual({ type: 'number', min, max })
})

test('every text, list and number in the schema has a limit', () => {
  const unlimited: string[] = []
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return
    const { type } = node as { type?: unknown }
    const limit = { string: ['maxLength', 'pattern', 'enum'], array: ['maxItems'], integer: ['maximum'] }
    if (typeof type === 'string' && type in limit) {
      const words = limit[type as keyof typeof limit]
      if (!words.some((word) => word in node)) unlimited.push(path)
    }
    for (const [key, child] of Object.entries(node)) visit(child, `${path}/${key}`)
  }
  visit(schema, 'linkHead')
  visit(settingsSchema, 'settings')
  expect(unlimited).toEqual([])
})

test('the validator is code without eval and without imports', () => {
  const code = validatorCode(schema, { 'settings.schema.json': settingsSchema })
  expect(code).not.toMatch(/\beval\b|new Function|\brequire\b|\bimport\b/)
  expect(() => validatorCode({ type: 'array', uniqueItems: true })).toThrow('needs code of ajv')
})
