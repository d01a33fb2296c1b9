import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { admitObject } from '../admit'

const answerTo = (kind: string, spec: JsonObject) =>
  admitObject({ apiVersion: 'v1', kind, metadata: { name: 'a' }, spec }, 36)
const causes = (kind: string, spec: JsonObject) => [
  ...new Set(answerTo(kind, spec)?.causes.map(({ reason, place }) => `${reason.slice(10)} ${place.field}`)),
]

const quota = (hard: JsonObject, scopes: readonly string[] = []): JsonObject => ({ hard, scopes })
const selected = (hard: JsonObject, expression: JsonObject): JsonObject => ({
  hard,
  scopeSelector: { matchExpressions: [expression] },
})
const expressions = 'spec.scopeSelector.matchExpressions'

test.each<[JsonObject, readonly string[]]>([
  [quota({ foo: 1 }), ['Invalid spec.hard[foo]']],
  [quota({ storage: 1 }), ['Invalid spec.hard[storage]']],
  [quota({ 'count/jobs.batch': 1, 'requests.nvidia.com/gpu': '1500m', 'hugepages-2Mi': '4Mi' }), []],
  [quota({ pods: '1.5' }), ['Invalid spec.hard[pods]']],
  [quota({ 'nvidia.com/gpu': '1.5' }), ['Invalid spec.hard[nvidia.com/gpu]']],
  [quota({ cpu: '1.5' }), []],
  [quota({ cpu: -1 }), ['Invalid spec.hard[cpu]']],
  [quota({ pods: 1 }, ['Foo']), ['Invalid spec.scopes']],
  [quota({ services: 1 }, ['Terminating']), ['Invalid spec.scopes']],
  [quota({ 'requests.cpu': 1 }, ['BestEffort']), ['Invalid spec.scopes']],
  [quota({ 'requests.cpu': 1, 'example.com/a': 1 }, ['NotBestEffort']), []],
  [quota({ pods: 1 }, ['BestEffort', 'NotBestEffort']), ['Invalid spec.scopes']],
  [quota({ pods: 1 }, ['BestEffort', 'Terminating']), []],
  [selected({ pods: 1 }, { scopeName: 'PriorityClass', operator: 'In', values: ['a'] }), []],
  [
    selected({ pods: 1 }, { scopeName: 'PriorityClass', operator: 'NotIn' }),
    [`Required ${expressions}.values`],
  ],
  [
    selected({ pods: 1 }, { scopeName: 'PriorityClass', operator: 'Exists', values: ['a'] }),
    [`Invalid ${expressions}.values`],
  ],
  [
    selected({ pods: 1 }, { scopeName: 'BestEffort', operator: 'DoesNotExist' }),
    [`Invalid ${expressions}.operator`],
  ],
  [
    selected({ pods: 1 }, { scopeName: 'PriorityClass', operator: 'Is' }),
    [`Invalid ${expressions}.operator`],
  ],
  [selected({ pods: 1 }, { scopeName: 'Foo', operator: 'Exists' }), [`Invalid ${expressions}.scopeName`]],
  [selected({ services: 1 }, { scopeName: 'PriorityClass', operator: 'Exists' }), [`Invalid ${expressions}`]],
])('ResourceQuota %j gives %j', (spec, expected) => expect(causes('ResourceQuota', spec)).toEqual(expected))

test('the resources that a scope does not apply to are named, not all of many', () => {
  const message = (hard: JsonObject) =>
    answerTo('ResourceQuota', quota(hard, ['BestEffort']))?.causes[0]?.message
  expect(message({ pods: 1, cpu: 1, memory: 1 })).toContain('does not apply to cpu, memory.')
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`hugepages-${index}`, 1]))
  expect(message(many)).toContain('hugepages-39, and 10 more.')
})

test.each<[JsonObject, number]>([
  [{ 'requests.cpu': 2, 'limits.cpu': 1 }, 1],
  [{ memory: '2Gi', 'limits.memory': '1Gi' }, 1],
  [{ 'requests.cpu': 1, 'limits.cpu': '1000m', cpu: 3 }, 0],
])('the quota %j has %i warnings', (hard, count) =>
  expect(answerTo('ResourceQuota', { hard })?.warnings).toHaveLength(count),
)

const limits = 'spec.limits[0]'
const item = (type: string, fields: JsonObject): JsonObject => ({ limits: [{ type, ...fields }] })

test.each<[JsonObject, readonly string[]]>([
  [item('container', {}), [`Invalid ${limits}.type`]],
  [item('example.com/x', { max: { cpu: 1 } }), []],
  [{ limits: ['Pod', 'Pod'].map((type) => ({ type })) }, ['Duplicate spec.limits[1].type']],
  [
    item('Container', { max: { storage: 1 } }),
    ['max', 'default', 'defaultRequest'].map((at) => `Invalid ${limits}.${at}[storage]`),
  ],
  [item('Container', { max: { cpu: -1 } }), []],
  [item('Pod', { default: { cpu: 1 } }), [`Forbidden ${limits}.default`]],
  [item('Pod', { max: { cpu: 1 } }), []],
  [item('PersistentVolumeClaim', { max: { cpu: 1 } }), [`Required ${limits}.limits`]],
  [item('PersistentVolumeClaim', { min: { storage: 1 } }), []],
  [
    item('Container', { min: { cpu: 2 }, max: { cpu: 1 } }),
    ['min', 'defaultRequest', 'default'].map((at) => `Invalid ${limits}.${at}[cpu]`),
  ],
  [item('Pod', { min: { cpu: 2 }, max: { cpu: 1 } }), [`Invalid ${limits}.min[cpu]`]],
  [item('Container', { min: { cpu: '50m' }, max: { cpu: 1 } }), []],
  [
    item('Container', { default: { cpu: 1 }, defaultRequest: { cpu: 2 } }),
    [`Invalid ${limits}.defaultRequest[cpu]`],
  ],
  [
    item('Container', { maxLimitRequestRatio: { cpu: '500m' } }),
    [`Invalid ${limits}.maxLimitRequestRatio[cpu]`],
  ],
  [
    item('Container', { maxLimitRequestRatio: { cpu: 3 }, min: { cpu: 1 }, max: { cpu: 2 } }),
    [`Invalid ${limits}.maxLimitRequestRatio[cpu]`],
  ],
  [item('Container', { maxLimitRequestRatio: { cpu: 2 }, min: { cpu: 1 }, max: { cpu: 2 } }), []],
  [
    item('Container', { default: { 'nvidia.com/gpu': 2 }, defaultRequest: { 'nvidia.com/gpu': 1 } }),
    [`Invalid ${limits}.defaultRequest[nvidia.com/gpu]`],
  ],
])('LimitRange %j gives %j', (spec, expected) => expect(causes('LimitRange', spec)).toEqual(expected))

test('a LimitRange needs no name', () =>
  expect(admitObject({ apiVersion: 'v1', kind: 'LimitRange' }, 36)?.causes).toEqual([]))
