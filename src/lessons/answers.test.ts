import { expect, test } from 'vitest'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { createEngine } from '../engine/report/engine'
import { removalOf } from '../kubernetes/removals'
import { sources } from '../rules/sources'
import { catalog } from '../schemas'
import { readers } from '../schemas/reading'
import { lessons } from '.'
import { refuserOf } from './goals'
import type { Step } from './lesson'

const engine = createEngine({ sources, schemas: catalog, readers })

const stepOf = (id: string): Step | undefined =>
  lessons.flatMap(({ steps }) => steps).find((step) => step.id === id)

/** The rules that refuse something in a text, in the order of the text. */
const refusing = (text: string, set: Partial<Settings> = {}): readonly string[] =>
  engine
    .evaluate(text, { ...defaultSettings, ...set })
    .findings.filter(({ severity }) => severity === 'refused')
    .map(({ rule }) => rule)

const configMap = (value: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  GREETING: ${value}\n`

const pod = (command: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: web:1\n      command: ${command}\n`

const deployment = (selector: string) =>
  `{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {${selector}template: {metadata: {labels: {app: web, tier: front}}, spec: {containers: [{name: web, image: 'web:1'}]}}}}\n`

test('each stage refuses one of the manifests to sort, or more', () => {
  const question = stepOf('who-refuses-it')?.question
  const manifests = question && 'refused' in question ? question.refused : []
  expect(manifests.map(({ yaml }) => refuserOf(engine.evaluate(yaml, defaultSettings)))).toEqual([
    'YAML reader',
    'schema',
    'schema',
    'API server',
    'nobody',
  ])
})

test.each([
  ['no', ['field-type']],
  ['"no"', []],
])('GREETING: %s: %j', (value, rules) => {
  expect(refusing(configMap(value))).toEqual(rules)
})

test.each([
  ['[sleep, 3600]', ['field-type']],
  ['sleep 3600', ['field-type']],
  ['[sleep, "3600"]', []],
])('command: %s: %j', (command, rules) => {
  expect(refusing(pod(command))).toEqual(rules)
})

test.each([
  ['app=web', 'nobody', 'selector: {matchLabels: {app: web}}, '],
  ['a label more than the template has', 'API server', 'selector: {matchLabels: {app: web, version: "2"}}, '],
  ['none', 'schema', ''],
])('a selector with %s: refused by %s', (_, refuser, selector) => {
  expect(refuserOf(engine.evaluate(deployment(selector), defaultSettings))).toBe(refuser)
})

test('an Ingress of which only the apiVersion was changed', () => {
  const { start = '' } = stepOf('change-the-fields') ?? {}
  const changed = start.replace('networking.k8s.io/v1beta1', 'networking.k8s.io/v1')
  expect(refusing(changed, { strict: false })).toEqual(['missing-field'])
  expect(refusing(changed).toSorted()).toEqual(['missing-field', 'unknown-field', 'unknown-field'])
})

test('the autoscaler is valid in 1.25 alone', () => {
  const { start = '' } = stepOf('another-version') ?? {}
  const valid = catalog.versions.filter(
    (kubernetesVersion) => refusing(start, { kubernetesVersion }).length === 0,
  )
  expect(valid).toEqual(['1.25'])
  expect([catalog.versions[0], catalog.versions.at(-1)]).toEqual(['1.25', '1.37'])
})

test.each([
  ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', '1.26', 'autoscaling/v2'],
  ['networking.k8s.io/v1beta1', 'Ingress', '1.22', 'networking.k8s.io/v1'],
  ['flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema', '1.29', 'flowcontrol.apiserver.k8s.io/v1'],
  ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', '1.32', 'flowcontrol.apiserver.k8s.io/v1'],
  ['policy/v1beta1', 'PodSecurityPolicy', '1.25', undefined],
])('%s %s was removed in %s', (apiVersion, kind, removed, successor) => {
  expect(removalOf(apiVersion, kind)).toMatchObject({ removed })
  expect(removalOf(apiVersion, kind)?.successor).toBe(successor)
})

test('the schema of the Backup limits a value', () => {
  const { solution = '' } = stepOf('fix-the-resource') ?? {}
  expect(refusing(solution)).toEqual([])
  expect(refusing(solution.replace('keep: 7', 'keep: 0'))).toEqual(['field-value'])
})

test('the definition that the text of the step shows is the one of its solution', () => {
  const step = stepOf('add-the-definition')
  const [, block = ''] = /```\n([^]*?)```/.exec(step?.text ?? '') ?? []
  expect(block).toContain('CustomResourceDefinition')
  expect(step?.solution).toContain(block)
})
