import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { causes, warned } from './testing/causes'

const rule = { apiGroups: [''], apiVersions: ['v1'], resources: ['pods'], operations: ['CREATE'] }
const hook = (rest: JsonObject = {}): JsonObject => ({
  name: 'a.example.com',
  admissionReviewVersions: ['v1'],
  sideEffects: 'None',
  clientConfig: { service: { name: 's', namespace: 'default' } },
  rules: [rule],
  ...rest,
})
const webhooks = (...hooks: JsonObject[]): JsonObject => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingWebhookConfiguration',
  metadata: { name: 'w' },
  webhooks: hooks,
})
const url = (address: string): JsonObject => ({ clientConfig: { url: address } })
const service = (rest: JsonObject): JsonObject => ({
  clientConfig: { service: { name: 's', namespace: 'default', ...rest } },
})
const rules = (rest: JsonObject): JsonObject => ({ rules: [{ ...rule, ...rest }] })

test.each<[field: string, broken: JsonObject, expected: string[], sound: JsonObject]>([
  ['name', { name: 'a.b' }, ['Invalid .name'], { name: 'a.b.c' }],
  ['sideEffects', { sideEffects: 'Some' }, ['NotSupported .sideEffects'], { sideEffects: 'NoneOnDryRun' }],
  ['failurePolicy', { failurePolicy: 'fail' }, ['NotSupported .failurePolicy'], { failurePolicy: null }],
  ['timeoutSeconds', { timeoutSeconds: 31 }, ['Invalid .timeoutSeconds'], { timeoutSeconds: 30 }],
  ['clientConfig', { clientConfig: {} }, ['Required .clientConfig'], url('https://a/b')],
  ['the scheme', url('http://a/b'), ['Invalid .clientConfig.url'], url('HTTPS://a')],
  ['the query', url('https://a/b?c'), ['Invalid .clientConfig.url'], url('https://a/b?')],
  ['the user', url('https://u@a/b'), ['Invalid .clientConfig.url'], url('https://a/u@b')],
  ['the namespace', service({ namespace: '' }), ['Required .clientConfig.service.name'], service({})],
  ['the port', service({ port: 0 }), ['Invalid .clientConfig.service.port'], service({ port: 65_535 })],
  [
    'the path',
    service({ path: '/a//b' }),
    ['Invalid .clientConfig.service.path'],
    service({ path: '/a/b/' }),
  ],
  [
    'review versions',
    { admissionReviewVersions: ['v2'] },
    ['Invalid .admissionReviewVersions'],
    { admissionReviewVersions: ['v2', 'v1beta1'] },
  ],
  [
    'operations',
    rules({ operations: ['create'] }),
    ['NotSupported .rules[0].operations[0]'],
    rules({ operations: ['*'] }),
  ],
  [
    'a wildcard among operations',
    rules({ operations: ['*', 'CREATE'] }),
    ['Invalid .rules[0].operations'],
    rules({ operations: ['CREATE', 'UPDATE'] }),
  ],
  ['apiGroups', rules({ apiGroups: [] }), ['Required .rules[0].apiGroups'], rules({ apiGroups: ['*'] })],
  [
    'a resource that is there already',
    rules({ resources: ['pods/*', 'pods/status'] }),
    ['Invalid .rules[0].resources[1]'],
    rules({ resources: ['pods/status', 'pods/*'] }),
  ],
  [
    'a wildcard among resources',
    rules({ resources: ['*', 'pods'] }),
    ['Invalid .rules[0].resources'],
    rules({ resources: ['*', 'pods/status'] }),
  ],
  ['scope', rules({ scope: 'namespaced' }), ['NotSupported .rules[0].scope'], rules({ scope: 'Cluster' })],
  [
    'selectors',
    { objectSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] } },
    ['Required .objectSelector.matchExpressions[0].values'],
    { objectSelector: { matchExpressions: [{ key: 'a', operator: 'Exists' }] } },
  ],
  [
    'match conditions',
    { matchConditions: [{ name: 'a', expression: ' ' }] },
    ['Required .matchConditions[0].expression'],
    { matchConditions: [{ name: 'a', expression: 'true' }] },
  ],
])('webhooks: %s', (_field, broken, expected, sound) => {
  const full = expected.map((cause) => cause.replace(' ', ' webhooks[0]'))
  expect(causes(webhooks(hook(broken)))).toEqual(full)
  expect(causes(webhooks(hook(sound)))).toEqual([])
})

test('two webhooks of one name', () => {
  expect(causes(webhooks(hook(), hook()))).toEqual(['Duplicate webhooks[1].name'])
  expect(causes(webhooks(hook(), hook({ name: 'b.example.com' })))).toEqual([])
})

test('names that are kept for files, since 1.36', () => {
  const object = { ...webhooks(hook()), metadata: { name: 'x.static.k8s.io' } }
  expect(warned(object)).toEqual(['metadata.name'])
  expect(warned(object, 35)).toEqual([])
})
