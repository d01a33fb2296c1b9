import { abouts } from './abouts'
import { expect, test } from 'vitest'
import { createEngine } from '../engine/report/engine'
import { defaultSettings } from '../engine/model/settings'
import { sources } from '../rules/sources'
import { examples } from './index'

test.each([
  ['Bare web app', 2, 'E'],
  ['Hardened web app', 4, 'A+'],
  ['The tutorial’s last step', 3, 'B'],
  ['One broken document', 2, 'F'],
  ['A List in JSON', 3, 'E'],
  ['Unrendered Helm template', 0, undefined],
] as const)('%s has %i objects and the letter %s', async (title, objects, letter) => {
  const text = (await examples.find((one) => one.title === title)?.load()) ?? ''
  const report = createEngine({ sources }).evaluate(text, defaultSettings)
  expect(report.objects).toHaveLength(objects)
  expect(report.score?.letter).toBe(letter)
})

test('after the five topics of the tutorial, newer checks find what it does not set', async () => {
  const text = (await examples.find(({ id }) => id === 'tutorial-final')?.load()) ?? ''
  expect(text).toContain('image: $DOCKER_USERNAME/')
  expect(text).toContain('imagePullSecrets:')
  const { score, findings } = createEngine({ sources }).evaluate(text, defaultSettings)
  expect(score?.value).toBe(83)
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(
    new Set(['container-ephemeral-storage-request-and-limit', 'deployment-replicas']),
  )
})

test('every example is in the menu under a title of its own', () => {
  expect(new Set(examples.map(({ title }) => title)).size).toBe(6)
})

test('every example says what it shows', () => {
  expect(Object.keys(abouts)).toEqual(examples.map(({ id }) => id))
})
