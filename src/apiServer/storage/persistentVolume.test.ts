import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { dropped, refused, warned } from '../network/testing/said'

const bare = (spec: JsonObject, annotations: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'disk', annotations },
  spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, ...spec },
})

const nfs = { nfs: { server: 'a', path: '/x' } }
const hostPath = (path: string): JsonObject => ({ hostPath: { path } })

const affinity = (item: JsonObject): JsonObject => ({
  nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [item] }] } },
})

const onNode = affinity({ key: 'kubernetes.io/hostname', operator: 'In', values: ['n'] })
const expression = 'spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0]'

test.each<readonly [string, JsonObject, readonly string[]]>([
  ['has a source', {}, ['required-field at spec']],
  ['has one source', { ...hostPath('/d'), ...nfs }, ['only-one-allowed at spec.nfs']],
  [
    'has a capacity',
    { ...nfs, capacity: {} },
    ['required-field at spec.capacity', 'unsupported-value at spec.capacity'],
  ],
  [
    'has a capacity of storage',
    { ...nfs, capacity: { storage: '1', cpu: '1' } },
    ['unsupported-value at spec.capacity'],
  ],
  [
    'has some capacity',
    { ...nfs, capacity: { storage: '0' } },
    ['invalid-quantity at spec.capacity[storage]'],
  ],
  [
    'knows policies',
    { ...nfs, persistentVolumeReclaimPolicy: 'Keep' },
    ['unsupported-value at spec.persistentVolumeReclaimPolicy'],
  ],
  [
    'does not recycle nodes',
    { ...hostPath('/a/..'), persistentVolumeReclaimPolicy: 'Recycle' },
    [
      'conflicting-fields at spec.persistentVolumeReclaimPolicy',
      'invalid-volume-source at spec.hostPath.path',
    ],
  ],
  ['is on a node if local', { local: { path: '/d' } }, ['required-field at spec.nodeAffinity']],
  ['is local', { local: { path: '/d' }, ...onNode }, []],
  [
    'is on nodes of some values',
    { ...nfs, ...affinity({ key: 'a', operator: 'In' }) },
    [`invalid-selector at ${expression}.values`],
  ],
  [
    'is on nodes by an operator',
    { ...nfs, ...affinity({ key: 'a', operator: 'is' }) },
    [`invalid-selector at ${expression}.operator`],
  ],
  [
    'has a path from the root',
    { nfs: { server: 'a', path: 'x' } },
    ['invalid-volume-source at spec.nfs.path'],
  ],
  ['has a handle', { csi: { driver: 'a.b' } }, ['required-field at spec.csi.volumeHandle']],
  [
    'has Secrets with namespace',
    { csi: { driver: 'A.b', volumeHandle: 'x', nodePublishSecretRef: { name: 's' } } },
    ['required-field at spec.csi.nodePublishSecretRef.namespace'],
  ],
  [
    'has a partition',
    { gcePersistentDisk: { pdName: 'd', partition: 256 } },
    ['number-out-of-range at spec.persistentDisk.partition'],
  ],
  [
    'is an iSCSI name',
    { iscsi: { targetPortal: 'a', iqn: 'x', lun: 0 } },
    ['invalid-volume-source at spec.iscsi.iqn'],
  ],
  ['is an iSCSI volume', { iscsi: { targetPortal: 'a', iqn: 'iqn.2001-04.com.example:x', lun: 0 } }, []],
  [
    'is a blob by default',
    { azureDisk: { diskName: 'd', diskURI: '/subscriptions/x' } },
    ['invalid-volume-source at spec.azureDisk.diskURI'],
  ],
  ['is a managed disk', { azureDisk: { diskName: 'd', diskURI: '/subscriptions/x', kind: 'Managed' } }, []],
  [
    'has options of its own',
    { flexVolume: { driver: 'a/b', options: { 'kubernetes.io/x': 'y' } } },
    ['reserved-name at spec.flexVolume.options[kubernetes.io/x]'],
  ],
  ['has a class of a CSI driver', { ...nfs, volumeAttributesClassName: 'a' }, ['required-field at spec.csi']],
])('A volume %s', (_, spec, expected) => expect(refused(bare(spec))).toEqual(expected))

test('annotations, warnings and older versions', () => {
  const options = { 'volume.beta.kubernetes.io/mount-options': 'a' }
  expect(refused(bare(hostPath('/d'), options))).toEqual([
    'field-not-allowed at metadata.annotations.volume.beta.kubernetes.io/mount-options',
  ])
  expect(refused(bare(nfs, options))).toEqual([])
  expect(warned(bare({ ...nfs, persistentVolumeReclaimPolicy: 'Recycle' }))).toEqual([
    'deprecated at spec.persistentVolumeReclaimPolicy',
  ])
  expect(warned(bare({ rbd: { monitors: ['a'], image: 'i' } }))).toEqual(['deprecated at spec.rbd'])
  expect(warned(bare({ ...nfs, ...affinity({ key: 'beta.kubernetes.io/os', operator: 'Exists' }) }))).toEqual(
    [`deprecated at ${expression}.key`],
  )
  expect(dropped(bare({ ...nfs, volumeAttributesClassName: 'a' }), 33)).toEqual([
    'spec.volumeAttributesClassName',
  ])
})

const attachment = (source: JsonObject): JsonObject => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'VolumeAttachment',
  metadata: { name: 'a' },
  spec: { attacher: 'a.b', nodeName: 'n', source },
})

const csi = { csi: { driver: 'a.b', volumeHandle: 'x' } }

test.each<readonly [string, JsonObject, readonly string[]]>([
  ['names a volume', {}, ['required-field at spec.source']],
  ['has the name of one', { persistentVolumeName: 'p' }, []],
  [
    'has a volume without class',
    { inlineVolumeSpec: { accessModes: ['ReadWriteOnce'], storageClassName: 'a', ...csi } },
    ['field-not-allowed at spec.source.inlineVolumeSpec.storageClassName'],
  ],
  ['has a volume', { inlineVolumeSpec: { accessModes: ['ReadWriteOnce'], ...csi } }, []],
])('An attachment %s', (_, source, expected) => expect(refused(attachment(source))).toEqual(expected))
