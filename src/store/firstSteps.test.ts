import { expect, test } from 'vitest'
import { defaultSettings } from '../engine/model/settings'
import { createEngine } from '../engine/report/engine'
import { rowsOf } from '../engine/report/rows'
import { firstExample } from '../examples'
import { sources } from '../rules/sources'
import { catalog } from '../schemas'
import { firstStepsOf } from './firstSteps'

const engine = createEngine({ sources, schemas: catalog })

const stepsOf = (text: string) => {
  const { score, findings, rules } = engine.evaluate(text, defaultSettings)
  if (!score) throw new Error('no score')
  return { score, steps: firstStepsOf(score, rowsOf(findings, rules, 'text')) }
}

test('the three rules that cost most come first, each with what the score gains without it', () => {
  const { score, steps } = stepsOf(firstExample.text)
  expect(steps).toHaveLength(3)
  const gains = steps.map(({ gain }) => gain)
  expect(gains).toEqual(gains.toSorted((left, right) => right - left))
  for (const { rule, gain } of steps) {
    const { score: without } = engine.evaluate(firstExample.text, {
      ...defaultSettings,
      ignoredChecks: [rule],
    })
    expect(without?.value).toBe(score.value + gain)
  }
})

test('what a cluster would refuse comes first: it costs most, and limits the score', () => {
  const { steps } = stepsOf(firstExample.text.replace('  replicas: 1', '  replica: 1'))
  expect(steps[0]).toMatchObject({ rule: 'unknown-field', severity: 'refused' })
})
