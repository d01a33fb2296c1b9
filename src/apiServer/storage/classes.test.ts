import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { dropped, refused, warned } from '../network/testing/said'

const object = (kind: string, more: JsonObject): JsonObject => ({
  apiVersion: 'storage.k8s.io/v1',
  kind,
  metadata: { name: 'a' },
  ...more,
})

const storageClass = (more: JsonObject): JsonObject =>
  object('StorageClass', { provisioner: 'a.b/c', ...more })
const driver = (spec: JsonObject): JsonObject => object('CSIDriver', { spec })
const node = (...drivers: readonly JsonObject[]): JsonObject => object('CSINode', { spec: { drivers } })
const topology = (...expressions: readonly JsonObject[]): JsonObject =>
  storageClass({ allowedTopologies: [{ matchLabelExpressions: expressions }] })
const at = 'allowedTopologies[0].matchLabelExpressions'

test.each<readonly [string, JsonObject, readonly string[]]>([
  ['a class without provisioner', storageClass({ provisioner: '' }), ['required-field at provisioner']],
  ['a provisioner with a space', storageClass({ provisioner: 'a b' }), ['invalid-name at provisioner']],
  ['a provisioner in capitals', storageClass({ provisioner: 'A.B/C' }), []],
  ['a parameter without name', storageClass({ parameters: { '': 'a' } }), ['invalid-name at parameters']],
  ['an unknown policy', storageClass({ reclaimPolicy: 'delete' }), ['unsupported-value at reclaimPolicy']],
  ['an unknown mode', storageClass({ volumeBindingMode: 'x' }), ['unsupported-value at volumeBindingMode']],
  ['a topology without values', topology({ key: 'a' }), [`required-field at ${at}[0].values`]],
  ['a topology of two zones', topology({ key: 'a', values: ['b', 'c'] }), []],
  [
    'a topology that is written twice',
    topology({ key: 'a', values: ['b', 'b'] }, { key: 'a', values: ['c'] }),
    [`duplicate-item at ${at}[0].values[1]`, `duplicate-item at ${at}[1].key`],
  ],
  ['an empty topology', topology(), [`duplicate-item at ${at}`]],
  [
    'attributes without parameters',
    object('VolumeAttributesClass', { driverName: 'a.b' }),
    ['required-field at parameters'],
  ],
  ['a driver', driver({}), []],
  ['an unknown group policy', driver({ fsGroupPolicy: 'none' }), ['unsupported-value at spec.fsGroupPolicy']],
  [
    'an unknown mode of volumes',
    driver({ volumeLifecycleModes: ['x'] }),
    ['unsupported-value at spec.volumeLifecycleModes'],
  ],
  [
    'a short token',
    driver({ tokenRequests: [{ audience: 'a', expirationSeconds: 599 }] }),
    ['number-out-of-range at spec.tokenRequests[0].expirationSeconds'],
  ],
  [
    'two tokens for one audience',
    driver({ tokenRequests: [{ audience: 'a' }, { audience: 'a' }] }),
    ['duplicate-item at spec.tokenRequests[1].audience'],
  ],
  [
    'tokens in Secrets without tokens',
    driver({ serviceAccountTokenInSecrets: false }),
    ['required-field at spec.serviceAccountTokenInSecrets'],
  ],
  ['a driver without node', node({ name: 'a.b' }), ['required-field at spec.drivers[0].nodeID']],
  [
    'a driver on a node twice',
    node({ name: 'a.b', nodeID: 'x' }, { name: 'a.b', nodeID: 'x' }),
    ['duplicate-item at spec.drivers[1].name'],
  ],
  [
    'a topology key with a space',
    node({ name: 'a.b', nodeID: 'x', topologyKeys: ['a b'] }),
    ['invalid-name at spec.drivers[0]'],
  ],
  [
    'a negative capacity',
    object('CSIStorageCapacity', { storageClassName: 's', capacity: '-1' }),
    ['invalid-quantity at capacity'],
  ],
  ['a capacity of no class', object('CSIStorageCapacity', {}), ['invalid-name at storageClassName']],
])('%s', (_, value, expected) => expect(refused(value)).toEqual(expected))

test('warnings and older versions', () => {
  expect(warned(topology({ key: 'failure-domain.beta.kubernetes.io/zone', values: ['x'] }))).toEqual([
    `deprecated at ${at}[0].key`,
  ])
  const often = driver({ nodeAllocatableUpdatePeriodSeconds: 5 })
  expect(refused(often)).toEqual(['number-out-of-range at spec.nodeAllocatableUpdatePeriodSeconds'])
  expect(dropped(often, 34)).toEqual(['spec.nodeAllocatableUpdatePeriodSeconds'])
})
