import { expect, test } from 'vitest'
import { settings } from '../engine/model/settings'
import { severities } from '../engine/model/finding'
import { validatorCode } from '../build/ajvValidator'
import schema from './linkHead.schema.json'
import { defaultView } from './session'

test('the schema has every setting and every part of the view, and no others', () => {
  const { settings: inLinks, view } = schema.properties
  expect(Object.keys(inLinks.properties)).toEqual(settings.map(({ key }) => key))
  expect(Object.keys(view.properties)).toEqual(Object.keys(defaultView))
  expect(view.properties.severities.items.enum).toEqual([...severities])
})

test('every setting has the type of its default', () => {
  const properties: Readonly<Record<string, { readonly type?: string; readonly $ref?: string }>> =
    schema.properties.settings.properties
  const { definitions } = schema
  for (const { key, default: value } of settings) {
    const { type, $ref } = properties[key] ?? {}
    const expected = Array.isArray(value) ? 'array' : typeof value === 'number' ? 'integer' : typeof value
    const found = type ?? ($ref === '#/definitions/names' ? definitions.names.type : definitions.count.type)
    expect(found, key).toBe(expected)
  }
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
  visit(schema, '')
  expect(unlimited).toEqual([])
})

test('the validator is code without eval and without imports', () => {
  const code = validatorCode(schema)
  expect(code).not.toMatch(/\beval\b|new Function|\brequire\b|\bimport\b/)
  expect(() => validatorCode({ type: 'array', uniqueItems: true })).toThrow('needs code of ajv')
})
