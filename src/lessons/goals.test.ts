import { describe, expect, test } from 'vitest'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { createEngine } from '../engine/report/engine'
import { sources } from '../rules/sources'
import { catalog } from '../schemas'
import { readers } from '../schemas/reading'
import { goalsThatHold, passesIn, refuserOf, topicPasses } from './goals'
import type { Goal } from './lesson'

const engine = createEngine({ sources, schemas: catalog, readers })

const holds = (goal: Goal, text: string, start = text, set: Partial<Settings> = {}, others: Goal[] = []) => {
  const settings = { ...defaultSettings, ...set }
  const [first] = goalsThatHold([goal, ...others], {
    settings,
    report: engine.evaluate(text, settings),
    start: engine.preview(start, settings).report,
    reportWith: (other) => engine.preview(text, other).report,
  })
  return first
}

const pod = (container: string, metadata = 'name: web') =>
  `{apiVersion: v1, kind: Pod, metadata: {${metadata}}, spec: {containers: [{name: web, image: web:1${container}}]}}\n`

const service =
  '{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {selector: {app: web}, ports: [{port: 80}]}}\n'
const deployment = (selector: string) =>
  `{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {selector: ${selector}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: 'a:1'}]}}}}\n`

const policy = ', imagePullPolicy: Always'
const ignoring = `name: web, annotations: {kube-score/ignore: container-image-pull-policy}`

describe('passes', () => {
  const goal: Goal = { says: 'it is pulled', passes: ['container-image-pull-policy'] }

  test.each([
    ['a finding', false, pod('')],
    ['no finding', true, pod(policy)],
    ['a finding that an annotation ignores', false, pod('', ignoring)],
    ['no finding, but an annotation that ignores the check', false, pod(policy, ignoring)],
    [
      'one object that passes and one whose finding is ignored',
      false,
      `${pod(policy)}---\n${pod('', ignoring)}`,
    ],
    ['nothing that the check looks at', false, service],
    ['an empty text', false, ''],
  ])('%s: %s', (_, expected, text) => {
    expect(holds(goal, text)).toBe(expected)
  })

  test.each<[string, Partial<Settings>]>([
    ['ignored', { ignoredChecks: ['container-image-pull-policy'] }],
    ['disabled', { disabledChecks: ['container-image-pull-policy'] }],
  ])('does not hold while the check is %s in the settings', (_, set) => {
    expect(holds(goal, pod(policy), '', set)).toBe(false)
  })

  test('an optional check has to be enabled', () => {
    const optional: Goal = { says: 'a profile', passes: ['container-seccomp-profile'] }
    const text = pod(', securityContext: {seccompProfile: {type: RuntimeDefault}}')
    expect(holds(optional, text)).toBe(false)
    expect(holds(optional, text, '', { enabledChecks: ['container-seccomp-profile'] })).toBe(true)
  })
})

describe('deployable', () => {
  const goal: Goal = { says: 'the pipeline passes', deployable: true }
  const configMap = '{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n'
  const ignored = service.replace(
    '{name: web}',
    '{name: web, annotations: {kube-score/ignore: service-targets-pod}}',
  )

  test.each([
    ['no finding', true, configMap],
    ['a critical finding', false, service],
    ['a critical finding that an annotation ignores', true, ignored],
    ['something that is refused', false, configMap.replace('metadata', 'data: {a: 1}, metadata')],
    ['a document that cannot be read', false, `${configMap}---\na: [\n`],
    ['an empty text', false, ''],
  ])('%s: %s', (_, expected, text) => {
    expect(holds(goal, text)).toBe(expected)
  })
})

describe('nothingWorse', () => {
  const goal: Goal = { says: 'nothing is worse', nothingWorse: true }
  const start = `${pod(policy)}---\n${service}`

  test.each([
    ['the same', true, start],
    ['in another order', true, `${service}---\n${pod(policy)}`],
    [
      'one more object without critical findings',
      true,
      `${start}---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n`,
    ],
    ['an object is gone', false, pod(policy)],
    ['an object has another name', false, start.replace('name: web}, spec: {sel', 'name: shop}, spec: {sel')],
    [
      'an object is in another namespace',
      false,
      start.replace('name: web}, spec: {sel', 'name: web, namespace: b}, spec: {sel'),
    ],
    ['a new critical finding', false, start.replace(policy, '')],
    ['a new critical finding that is ignored', false, `${pod('', ignoring)}---\n${service}`],
    ['a new warning only', true, start.replace('{selector', '{type: NodePort, selector')],
    ['an unknown field', false, start.replace(policy, `${policy}, tty: maybe`)],
    ['a document that cannot be read', false, `${start}---\na: {\n`],
    ['nothing at all', false, ''],
  ])('%s: %s', (_, expected, text) => {
    expect(holds(goal, text, start)).toBe(expected)
  })

  test('what was bad may stay', () => {
    expect(holds(goal, start.replace('web:1', 'web:2'), start)).toBe(true)
    const worse = start.replace(policy, '')
    expect(holds(goal, worse, worse)).toBe(true)
  })

  test('what the step is about is the business of its own goal', () => {
    const own: Goal = { says: 'it is pulled', passes: ['container-image-pull-policy'] }
    expect(holds(goal, start.replace(policy, ''), start, {}, [own])).toBe(true)
  })

  test('an object in another version of its API is still there', () => {
    const budget = (version: string) =>
      `{apiVersion: policy/${version}, kind: PodDisruptionBudget, metadata: {name: a}, spec: {minAvailable: 1, selector: {matchLabels: {app: a}}}}\n`
    const [before, after] = [`${pod('')}---\n${budget('v1beta1')}`, `${pod('')}---\n${budget('v1')}`]
    expect(holds(goal, after, before)).toBe(true)
    expect(holds(goal, before, after)).toBe(false)
  })
})

describe('valid', () => {
  const goal: Goal = { says: 'accepted', valid: true }
  const cronJob = (version: string) =>
    `{apiVersion: batch/${version}, kind: CronJob, metadata: {name: a}, spec: {schedule: '* * * * *', jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: 'a:1'}]}}}}}}\n`

  test.each([
    ['an object with critical findings', true, pod('')],
    ['an unknown field', false, pod(', imagePullpolicy: Always')],
    ['a selector that selects other Pods', false, deployment('{matchLabels: {a: c}}')],
    ['a selector that selects its own Pods', true, deployment('{matchLabels: {a: b}}')],
    ['one broken document', false, `${pod('')}---\na: {\n`],
    ['an empty text', false, ''],
    ['only comments', false, '# nothing\n'],
  ])('%s: %s', (_, expected, text) => {
    expect(holds(goal, text)).toBe(expected)
  })

  test('in each of some versions, whichever is chosen', () => {
    const both: Goal = { ...goal, versions: ['1.25', '1.36'] }
    expect(holds(both, cronJob('v1'))).toBe(true)
    expect(holds(both, cronJob('v1beta1'))).toBe(false)
    expect(holds({ ...goal, versions: ['1.25'] }, pod('').replace('v1', 'v1beta1'))).toBe(false)
    const flow =
      '{apiVersion: flowcontrol.apiserver.k8s.io/v1beta3, kind: FlowSchema, metadata: {name: a}, spec: {priorityLevelConfiguration: {name: a}}}'
    expect(holds({ ...goal, versions: ['1.28'] }, flow)).toBe(true)
    expect(holds({ ...goal, versions: ['1.28', '1.36'] }, flow)).toBe(false)
    expect(holds(goal, flow)).toBe(false)
    expect(holds(goal, flow, flow, { kubernetesVersion: '1.28' })).toBe(true)
  })
})

test.each([
  [true, ['Pod/web']],
  [true, ['v1/Pod/web']],
  [true, ['Pod/web', 'Service/web']],
  [false, ['Pod/web', 'Service/shop']],
  [false, ['pod/web']],
  [false, ['apps/v1/Pod/web']],
  [false, ['Backup/web']],
  [true, ['example.com/v1/Shop/web']],
])('objects: %s for %j', (expected, objects) => {
  const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: shops.example.com}
spec:
  group: example.com
  names: {kind: Shop, plural: shops}
  scope: Namespaced
  versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}]
`
  const text = [
    pod(''),
    service,
    '{apiVersion: example.org/v1, kind: Backup, metadata: {name: web}}\n',
    '{apiVersion: example.com/v1, kind: Shop, metadata: {name: web}}\n',
    definition,
  ].join('---\n')
  expect(holds({ says: 'there', objects }, text)).toBe(expected)
})

test.each([
  [true, ['container-image-pull-policy', 'container-resources'], pod('')],
  [false, ['container-image-pull-policy', 'container-resources'], pod(policy)],
  [true, ['duplicate-key'], 'a: 1\na: 2\n'],
  [false, ['duplicate-key'], ''],
])('finds: %s for %j', (expected, finds, text) => {
  expect(holds({ says: 'found', finds }, text)).toBe(expected)
})

test.each<[boolean, Partial<Settings>]>([
  [true, { kubernetesVersion: '1.30', skipKinds: ['Pod'] }],
  [true, { kubernetesVersion: '1.30' }],
  [false, { kubernetesVersion: '1.30', strict: false }],
  [false, { skipKinds: [] }],
])('settings: %s for %j', (expected, settings) => {
  const set = { kubernetesVersion: '1.30', skipKinds: ['Pod'] }
  expect(holds({ says: 'set', settings }, pod(''), '', set)).toBe(expected)
})

test('a topic passes when all its checks do', () => {
  const report = engine.evaluate(pod(policy), defaultSettings)
  expect(passesIn(report, 'container-image-tag')).toBe(true)
  expect(
    topicPasses(report, { title: 'Image', checks: ['container-image-tag', 'container-image-pull-policy'] }),
  ).toBe(true)
  expect(topicPasses(report, { title: 'All', checks: ['container-image-tag', 'container-resources'] })).toBe(
    false,
  )
})

test.each([
  ['nobody', 'a good Pod with critical findings', pod('')],
  ['nobody', 'an empty text', ''],
  ['nobody', 'a kind without a schema', '{apiVersion: example.org/v1, kind: Backup, metadata: {name: a}}'],
  ['YAML reader', 'a bracket that is never closed', 'a: [1'],
  ['YAML reader', 'a tab', 'kind: Pod\n\tapiVersion: v1\n'],
  ['YAML reader', 'a list', '- a\n'],
  ['YAML reader', 'an object without a kind', 'apiVersion: v1\nmetadata: {name: a}\n'],
  ['YAML reader', 'a duplicate key', pod(', image: web:2')],
  ['YAML reader', 'a duplicate key and an unknown field', pod(', image: web:2, colour: red')],
  ['schema', 'an unknown field', pod(', imagePullpolicy: Always')],
  ['schema', 'a wrong type', pod(', tty: maybe')],
  ['schema', 'a version that is not served', pod('').replace('v1', 'v1beta1')],
  ['API server', 'a selector that does not select the Pods', deployment('{matchLabels: {a: c}}')],
  [
    'API server',
    'a selector whose operator needs no values',
    deployment('{matchExpressions: [{key: a, operator: Exists, values: [b]}]}'),
  ],
  ['API server', 'a label value with a blank', pod('', 'name: web, labels: {a: b c}')],
])('%s refuses %s', (expected, _, text) => {
  expect(refuserOf(engine.evaluate(text, defaultSettings))).toBe(expected)
})
