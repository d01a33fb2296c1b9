import { expect, test } from 'vitest'
import { defaultSettings } from '../../engine/model/settings'
import { newEngine } from '../targets/newEngine'
import { families } from './families'
import { operations } from './operations'

test('families have names of their own', () => {
  expect(new Set(families.map(({ name }) => name)).size).toBe(families.length)
})

test.each(families)('$name: the text grows in proportion, and has a report', ({ text }) => {
  const added = text(40).length - text(20).length
  expect(added).toBeGreaterThan(10)
  expect(text(80).length - text(40).length).toBeLessThan(3 * added)
  expect(newEngine().evaluate(text(6), defaultSettings).documents).toBeDefined()
})

test.each(operations)('$name does something with a small text', async ({ prepare }) => {
  const run = await prepare(families.find(({ name }) => name === 'containers')?.text(3) ?? '')
  expect(run()).toBeTruthy()
})
