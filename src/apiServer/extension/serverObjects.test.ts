import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { causes } from './testing/causes'

const apiService = (spec: JsonObject, name = 'v1.a.b'): JsonObject => ({
  apiVersion: 'apiregistration.k8s.io/v1',
  kind: 'APIService',
  metadata: { name },
  spec: {
    ...{ group: 'a.b', version: 'v1', groupPriorityMinimum: 100, versionPriority: 100 },
    ...{ service: { name: 's', namespace: 'n' }, ...spec },
  },
})

const pem = '-----BEGIN CERTIFICATE REQUEST-----\nYQ==\n-----END CERTIFICATE REQUEST-----\n'
const certificate = (spec: JsonObject): JsonObject => ({
  apiVersion: 'certificates.k8s.io/v1',
  kind: 'CertificateSigningRequest',
  metadata: { name: 'c' },
  spec: { request: btoa(pem), signerName: 'example.com/x', usages: ['client auth'], ...spec },
})

const flow = 'flowcontrol.apiserver.k8s.io/v1'
const flowRule = {
  subjects: [{ kind: 'User', user: { name: 'j' } }],
  nonResourceRules: [{ verbs: ['get'], nonResourceURLs: ['/x'] }],
}
const flowSchema = (spec: JsonObject): JsonObject => ({
  apiVersion: flow,
  kind: 'FlowSchema',
  metadata: { name: 'f' },
  spec: { priorityLevelConfiguration: { name: 'a' }, rules: [flowRule], ...spec },
})
const flowRules = (rest: JsonObject): JsonObject => flowSchema({ rules: [{ ...flowRule, ...rest }] })
const level = (limitResponse: JsonObject, spec: JsonObject = {}): JsonObject => ({
  apiVersion: flow,
  kind: 'PriorityLevelConfiguration',
  metadata: { name: 'f' },
  spec: { type: 'Limited', limited: { limitResponse }, ...spec },
})
const queue = (queuing: JsonObject): JsonObject => level({ type: 'Queue', queuing })

const claim = (devices: JsonObject): JsonObject => ({
  apiVersion: 'resource.k8s.io/v1',
  kind: 'ResourceClaim',
  metadata: { name: 'r' },
  spec: { devices },
})
const claimTemplate = (metadata: JsonObject): JsonObject => ({
  apiVersion: 'resource.k8s.io/v1',
  kind: 'ResourceClaimTemplate',
  metadata: { name: 'r' },
  spec: { metadata, spec: { devices: {} } },
})
const request = (exactly: JsonObject, rest: JsonObject = {}): JsonObject => ({
  name: 'a',
  exactly: { deviceClassName: 'gpu.example.com', ...exactly },
  ...rest,
})

test.each<[what: string, broken: JsonObject, expected: string[], sound: JsonObject]>([
  ['the name of an APIService', apiService({}, 'x'), ['Invalid metadata.name'], apiService({})],
  [
    'a priority',
    apiService({ groupPriorityMinimum: 20_001 }),
    ['Invalid spec.groupPriorityMinimum'],
    apiService({ groupPriorityMinimum: 20_000 }),
  ],
  [
    'a local APIService that trusts anyone',
    apiService({ service: null, insecureSkipTLSVerify: true }),
    ['Invalid spec.insecureSkipTLSVerify'],
    apiService({ insecureSkipTLSVerify: true }),
  ],
  ['a request that is none', certificate({ request: 'YWJj' }), ['Invalid spec.request'], certificate({})],
  ['no signer', certificate({ signerName: '' }), ['Required spec.signerName'], certificate({})],
  [
    'an unknown usage',
    certificate({ usages: ['any', 'foo'] }),
    ['NotSupported spec.usages[1]'],
    certificate({ usages: ['any', 's/mime'] }),
  ],
  [
    'a short certificate',
    certificate({ expirationSeconds: 599 }),
    ['Invalid spec.expirationSeconds'],
    certificate({ expirationSeconds: 600 }),
  ],
  [
    'a precedence',
    flowSchema({ matchingPrecedence: 10_001 }),
    ['Invalid spec.matchingPrecedence'],
    flowSchema({ matchingPrecedence: 10_000 }),
  ],
  [
    'a subject',
    flowRules({ subjects: [{ kind: 'User', group: { name: 'j' } }] }),
    ['Forbidden spec.rules[0].subjects[0].group', 'Required spec.rules[0].subjects[0].user'],
    flowRules({ subjects: [{ kind: 'Group', group: { name: 'j' } }] }),
  ],
  ['a rule for nothing', flowRules({ nonResourceRules: [] }), ['Required spec.rules[0]'], flowRules({})],
  [
    'an address',
    flowRules({ nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['/a/*/b'] }] }),
    ['Invalid spec.rules[0].nonResourceRules[0].nonResourceURLs[0]'],
    flowRules({ nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['/a/*'] }] }),
  ],
  [
    'queues',
    level({ type: 'Queue' }),
    ['Required spec.limited.limitResponse.queuing'],
    queue({ queues: 64 }),
  ],
  [
    'a hand of queues',
    queue({ queues: 4 }),
    ['Invalid spec.limited.limitResponse.queuing.handSize'],
    queue({ queues: 8 }),
  ],
  [
    'a type of level',
    level({ type: 'Reject' }, { type: 'Foo' }),
    ['NotSupported spec.type'],
    level({ type: 'Reject' }),
  ],
  [
    'all devices, but two',
    claim({ requests: [request({ allocationMode: 'All', count: 2 })] }),
    ['Invalid spec.devices.requests[0].exactly.count'],
    claim({ requests: [request({ allocationMode: 'All' })] }),
  ],
  [
    'no request',
    claim({ requests: [{ name: 'a' }] }),
    ['Required spec.devices.requests[0]'],
    claim({ requests: [request({ count: 0 })] }),
  ],
  [
    'a constraint on a request that is not there',
    claim({ requests: [request({})], constraints: [{ requests: ['b'], matchAttribute: 'a.b/c' }] }),
    ['Invalid spec.devices.constraints[0].requests[0]'],
    claim({ requests: [request({})], constraints: [{ requests: ['a'], matchAttribute: 'a.b/c' }] }),
  ],
  [
    'requests of one name',
    claim({ requests: [request({}), request({})] }),
    ['Duplicate spec.devices.requests[1]'],
    claim({ requests: [request({}), request({}, { name: 'b' })] }),
  ],
  [
    'the metadata of claims',
    claimTemplate({ name: 'a', labels: { a: '/' } }),
    ['Invalid spec.metadata.labels', 'Forbidden spec.metadata.name'],
    claimTemplate({ labels: { a: 'b' }, creationTimestamp: null, name: '', generation: 0 }),
  ],
])('%s', (_what, broken, expected, sound) => {
  expect(causes(broken)).toEqual(expected)
  expect(causes(sound)).toEqual([])
})
