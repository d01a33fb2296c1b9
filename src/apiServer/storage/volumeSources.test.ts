import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { refused } from '../network/testing/said'

const volume = (spec: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'disk' },
  spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, ...spec },
})
const csi = (more: JsonObject): JsonObject => ({ csi: { driver: 'a.b', volumeHandle: 'x', ...more } })
const iscsi = (more: JsonObject): JsonObject => ({
  iscsi: { targetPortal: 'p', iqn: 'iqn.2001-04.com.example:x', lun: 0, ...more },
})
const initiatorName = 'iqn.2001-04.com.example:y'
const attachment = (spec: JsonObject): JsonObject => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'VolumeAttachment',
  metadata: { name: 'a' },
  spec: { attacher: 'a.b', nodeName: 'n', source: { persistentVolumeName: 'p' }, ...spec },
})
const inline = (more: JsonObject): JsonObject =>
  attachment({ source: { inlineVolumeSpec: { accessModes: ['ReadWriteOnce'], ...csi({}), ...more } } })
const inlinePlace = 'spec.source.inlineVolumeSpec'
const node = (driver: JsonObject): JsonObject => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'CSINode',
  metadata: { name: 'n' },
  spec: { drivers: [{ name: 'a.b', nodeID: 'x', ...driver }] },
})

test.each<readonly [string, JsonObject, JsonObject]>([
  ['required-field at spec.csi.driver', volume(csi({ driver: '' })), volume(csi({ driver: 'A.B' }))],
  [
    'too-long at spec.csi.driver',
    volume(csi({ driver: 'a'.repeat(64) })),
    volume(csi({ driver: 'a'.repeat(63) })),
  ],
  ['invalid-name at spec.csi.driver', volume(csi({ driver: 'a_b' })), volume(csi({ driver: 'a-b' }))],
  [
    'invalid-name at spec.csi.nodePublishSecretRef.name',
    volume(csi({ nodePublishSecretRef: { name: 'A', namespace: 'b' } })),
    volume(csi({ nodePublishSecretRef: { name: 'a.b', namespace: 'b' } })),
  ],
  [
    'invalid-name at spec.csi.controllerExpandSecretRef.namespace',
    volume(csi({ controllerExpandSecretRef: { name: 'a', namespace: 'b.c' } })),
    volume(csi({ controllerExpandSecretRef: { name: 'a', namespace: 'b' } })),
  ],
  [
    'required-field at spec.iscsi.secretRef.name',
    volume(iscsi({ secretRef: {} })),
    volume(iscsi({ secretRef: { name: 's' } })),
  ],
  [
    'too-long at spec.iscsi.targetportal',
    volume(iscsi({ initiatorName, targetPortal: 'p'.repeat(60) })),
    volume(iscsi({ initiatorName, targetPortal: 'p'.repeat(59) })),
  ],
  [
    'required-field at spec.cinder.secretRef.namespace',
    volume({ cinder: { volumeID: 'a', secretRef: { name: 's' } } }),
    volume({ cinder: { volumeID: 'a', secretRef: { name: 's', namespace: 'n' } } }),
  ],
  [
    'invalid-name at spec.glusterfs.endpointsNamespace',
    volume({ glusterfs: { endpoints: 'e', path: 'p', endpointsNamespace: '' } }),
    volume({ glusterfs: { endpoints: 'e', path: 'p', endpointsNamespace: 'n' } }),
  ],
  [
    'required-field at spec.azureFile.secretNamespace',
    volume({ azureFile: { secretName: 's', shareName: 'h', secretNamespace: '' } }),
    volume({ azureFile: { secretName: 's', shareName: 'h' } }),
  ],
  [
    'required-field at spec.nodeAffinity.required',
    volume({ ...csi({}), nodeAffinity: {} }),
    volume({
      ...csi({}),
      nodeAffinity: {
        required: {
          nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n'] }] }],
        },
      },
    }),
  ],
  [
    'invalid-selector at spec.nodeAffinity.required.nodeSelectorTerms[0].matchFields[0].key',
    volume({
      ...csi({}),
      nodeAffinity: {
        required: {
          nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.uid', operator: 'In', values: ['n'] }] }],
        },
      },
    }),
    volume(csi({})),
  ],
  [
    'invalid-name at spec.storageClassName',
    volume({ ...csi({}), storageClassName: 'A' }),
    volume({ ...csi({}), storageClassName: '' }),
  ],
  [
    'unsupported-value at spec.volumeMode',
    volume({ ...csi({}), volumeMode: 'block' }),
    volume({ ...csi({}), volumeMode: 'Block' }),
  ],
  [
    'required-field at spec.volumeAttributesClassName',
    volume({ ...csi({}), volumeAttributesClassName: '' }),
    volume({ ...csi({}), volumeAttributesClassName: 'a' }),
  ],
  ['required-field at spec.attacher', attachment({ attacher: '' }), attachment({})],
  ['invalid-name at spec.nodeName', attachment({ nodeName: 'A' }), attachment({ nodeName: 'a.b' })],
  [
    'only-one-allowed at spec.source',
    attachment({ source: { persistentVolumeName: 'p', inlineVolumeSpec: {} } }),
    attachment({ source: { persistentVolumeName: 'p' } }),
  ],
  [
    'invalid-name at spec.source.persistentVolumeName',
    attachment({ source: { persistentVolumeName: 'P' } }),
    attachment({ source: { persistentVolumeName: 'p.q' } }),
  ],
  [
    `required-field at ${inlinePlace}.csi`,
    inline({ csi: null, nfs: { server: 'a', path: '/b' } }),
    inline({}),
  ],
  [
    `field-not-allowed at ${inlinePlace}.persistentVolumeReclaimPolicy`,
    inline({ persistentVolumeReclaimPolicy: 'Delete' }),
    inline({ persistentVolumeReclaimPolicy: 'Retain' }),
  ],
  [
    `field-not-allowed at ${inlinePlace}.volumeMode`,
    inline({ volumeMode: 'Block' }),
    inline({ volumeMode: 'Filesystem' }),
  ],
  [
    'number-out-of-range at spec.drivers[0].allocatable.count',
    node({ allocatable: { count: -1 } }),
    node({ allocatable: { count: 0 } }),
  ],
  [
    'too-long at spec.drivers[0].nodeID',
    node({ nodeID: 'a'.repeat(257) }),
    node({ nodeID: 'a'.repeat(256) }),
  ],
  [
    'duplicate-item at spec.drivers[0]',
    node({ topologyKeys: ['a', 'a'] }),
    node({ topologyKeys: ['a', 'b'] }),
  ],
])('%s', (expected, breaking, fine) => {
  expect(refused(breaking)).toEqual([expected])
  expect(refused(fine)).toEqual([])
})
