import { expect, test } from 'vitest'
import { createEngine } from '../engine/report/engine'
import { defaultSettings } from '../engine/model/settings'
import { sources } from '../rules/sources'
import { examples } from './index'

test.each([
  ['Bare web app', 2, 'E'],
  ['Hardened web app', 4, 'A+'],
  ['One broken document', 2, 'F'],
  ['A List in JSON', 3, 'E'],
  ['Unrendered Helm template', 0, undefined],
] as const)('%s has %i objects and the letter %s', async (title, objects, letter) => {
  const text = (await examples.find((one) => one.title === title)?.load()) ?? ''
  const report = createEngine({ sources }).evaluate(text, defaultSettings)
  expect(report.objects).toHaveLength(objects)
  expect(report.score?.letter).toBe(letter)
})

test('every example is in the menu under a title of its own', () => {
  expect(new Set(examples.map(({ title }) => title)).size).toBe(5)
})
