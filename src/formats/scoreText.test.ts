import { expect, test } from 'vitest'
import { defaultSettings } from '../engine/model/settings'
import { createEngine } from '../engine/report/engine'
import { score, type ScoreInput } from '../engine/report/score'
import { sources } from '../rules/sources'
import { catalog } from '../schemas'
import { gradeOf, sentenceWithoutScore } from './scoreText'

const found = (...severities: readonly ('refused' | 'critical' | 'advice')[]): readonly ScoreInput[] =>
  severities.map((severity, index) => ({ rule: `r${index}`, unit: 'a', severity }))

test.each([
  [found(), 'Nothing left to fix', 'passed'],
  [found('advice'), 'Almost nothing left to fix', 'passed'],
  [found('critical'), 'Good, with a few gaps', 'passed'],
  [found('critical', 'critical', 'critical'), 'Close to ready for production', 'warning'],
  [
    found(...Array.from({ length: 5 }, () => 'critical' as const)),
    'Needs work before production',
    'critical',
  ],
  [
    found(...Array.from({ length: 12 }, () => 'critical' as const)),
    'Far from ready for production',
    'critical',
  ],
  [found('refused'), 'A cluster would refuse this', 'refused'],
  [
    [{ rule: 'a', unit: 'a', severity: 'refused', unreadable: true }],
    'Part of this cannot be read',
    'refused',
  ],
] as const)('%#: %s', (inputs, sentence, tone) => {
  expect(gradeOf(score(inputs, []))).toEqual({ sentence, tone })
})

const engine = createEngine({ sources, schemas: catalog })

test.each([
  [
    'kind: Role\nrules: [{apiGroups: [""], resources: [pods], verbs: [get]}]',
    'Valid; no check looks at this kind',
  ],
  ['kind: Role\nrule: []', 'A cluster would refuse this'],
  ['kind: Widget', 'No check looks at this kind'],
])('%j without a score: %s', (text, sentence) => {
  const group = text.includes('Role') ? 'rbac.authorization.k8s.io/v1' : 'example.com/v1'
  const report = engine.evaluate(`apiVersion: ${group}\nmetadata: {name: a}\n${text}\n`, defaultSettings)
  expect(report.score).toBeUndefined()
  expect(sentenceWithoutScore(report)).toBe(sentence)
})

test('what cannot be read has no score', () => {
  expect(sentenceWithoutScore(engine.evaluate('a: "', defaultSettings))).toBe('This cannot be read')
  const nothing = 'There are no Kubernetes objects to check'
  expect(sentenceWithoutScore(engine.evaluate('# a', defaultSettings))).toBe(nothing)
})
