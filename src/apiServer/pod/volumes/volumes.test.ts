import { expect, test } from 'vitest'
import type { JsonObject } from '../../../engine/model/json'
import { admitObject } from '../../admit'

/** The places below `spec.volumes[0]` that the server names, of a Pod with the volume. */
const refused = (volume: JsonObject): readonly string[] => {
  const spec = { containers: [{ name: 'web', image: 'nginx' }], volumes: [{ name: 'v', ...volume }] }
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec }
  const fields = admitObject(pod, 36)?.causes.map(({ place }) => place.field.replace('spec.volumes[0].', ''))
  return [...new Set(fields)]
}

const iqn = 'iqn.2001-04.com.example:x'
const item = (file: JsonObject): JsonObject => ({ downwardAPI: { items: [{ path: 'a', ...file }] } })
const fieldRef = (fieldPath: string): JsonObject => item({ fieldRef: { fieldPath } })
const resourceRef = (ref: JsonObject): JsonObject => item({ resourceFieldRef: ref })
const projected = (source: JsonObject): JsonObject => ({ projected: { sources: [source] } })
const template = (metadata: JsonObject): JsonObject => ({
  ephemeral: {
    volumeClaimTemplate: {
      metadata,
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    },
  },
})

test.each<readonly [fields: string, breaking: JsonObject, fine: JsonObject]>([
  ['hostPath.path', { hostPath: {} }, { hostPath: { path: '/a', type: '' } }],
  ['nfs.server', { nfs: { path: '/a' } }, { nfs: { server: 's', path: '/a' } }],
  ['nfs.path', { nfs: { server: 's', path: 'a' } }, { nfs: { server: 's', path: '/' } }],
  ['nfs.path', { nfs: { server: 's' } }, { nfs: { server: 's', path: '/a' } }],
  ['gitRepo.repository', { gitRepo: {} }, { gitRepo: { repository: 'r' } }],
  [
    'gitRepo.directory',
    { gitRepo: { repository: 'r', directory: '/a' } },
    { gitRepo: { repository: 'r', directory: 'a' } },
  ],
  [
    'awsElasticBlockStore.partition',
    { awsElasticBlockStore: { volumeID: 'a', partition: 256 } },
    { awsElasticBlockStore: { volumeID: 'a', partition: 255 } },
  ],
  ['quobyte.registry', { quobyte: { volume: 'v' } }, { quobyte: { volume: 'v', registry: 'a:1,b:2' } }],
  [
    'quobyte.registry',
    { quobyte: { volume: 'v', registry: 'a' } },
    { quobyte: { volume: 'v', registry: '[::1]:1' } },
  ],
  [
    'quobyte.tenant',
    { quobyte: { volume: 'v', registry: 'a:1', tenant: 'a'.repeat(65) } },
    { quobyte: { volume: 'v', registry: 'a:1', tenant: 'a'.repeat(64) } },
  ],
  ['quobyte.volume', { quobyte: { registry: 'a:1' } }, { quobyte: { volume: 'v', registry: 'a:1' } }],
  ['flocker', { flocker: {} }, { flocker: { datasetName: 'a' } }],
  ['flocker', { flocker: { datasetName: 'a', datasetUUID: 'b' } }, { flocker: { datasetUUID: 'b' } }],
  ['flocker.datasetName', { flocker: { datasetName: 'a/b' } }, { flocker: { datasetName: 'a.b' } }],
  ['fc.targetWWNs', { fc: {} }, { fc: { wwids: ['a'] } }],
  [
    'fc.targetWWNs',
    { fc: { targetWWNs: ['a'], wwids: ['b'], lun: 0 } },
    { fc: { targetWWNs: ['a'], lun: 0 } },
  ],
  ['fc.lun', { fc: { targetWWNs: ['a'] } }, { fc: { wwids: ['a'] } }],
  ['fc.lun', { fc: { targetWWNs: ['a'], lun: 256 } }, { fc: { targetWWNs: ['a'], lun: 255 } }],
  ['flexVolume.driver', { flexVolume: {} }, { flexVolume: { driver: 'a/b' } }],
  [
    'flexVolume.options[k8s.io/a]',
    { flexVolume: { driver: 'a/b', options: { 'k8s.io/a': '' } } },
    { flexVolume: { driver: 'a/b', options: { 'myk8s.io/a': '' } } },
  ],
  [
    'azureDisk.cachingMode',
    { azureDisk: { diskName: 'a', diskURI: 'https://a', cachingMode: 'none' } },
    { azureDisk: { diskName: 'a', diskURI: 'https://a', cachingMode: 'None' } },
  ],
  [
    'azureDisk.diskURI',
    { azureDisk: { diskName: 'a', diskURI: 'https://a', kind: 'Managed' } },
    { azureDisk: { diskName: 'a', diskURI: '/subscriptions/a', kind: 'Managed' } },
  ],
  [
    'azureFile.secretName',
    { azureFile: { shareName: 'a' } },
    { azureFile: { shareName: 'a', secretName: 'b' } },
  ],
  ['storageos.volumeName', { storageos: { volumeName: 'A' } }, { storageos: { volumeName: 'a' } }],
  [
    'storageos.volumeNamespace',
    { storageos: { volumeName: 'a', volumeNamespace: 'b.c' } },
    { storageos: { volumeName: 'a', volumeNamespace: 'b' } },
  ],
  [
    'storageos.secretRef.name',
    { storageos: { volumeName: 'a', secretRef: {} } },
    { storageos: { volumeName: 'a', secretRef: { name: 'b' } } },
  ],
  [
    'cinder.secretRef.name',
    { cinder: { volumeID: 'a', secretRef: {} } },
    { cinder: { volumeID: 'a', secretRef: { name: 'b' } } },
  ],
  ['iscsi.targetPortal', { iscsi: { iqn } }, { iscsi: { iqn, targetPortal: 'p' } }],
  ['iscsi.iqn', { iscsi: { targetPortal: 'p' } }, { iscsi: { iqn, targetPortal: 'p' } }],
  [
    'iscsi.initiatorname',
    { iscsi: { iqn, targetPortal: 'p', initiatorName: 'eui.1' } },
    { iscsi: { iqn, targetPortal: 'p', initiatorName: 'eui.0123456789abcdef' } },
  ],
  [
    'iscsi.lun',
    { iscsi: { iqn, targetPortal: 'p', lun: -1 } },
    { iscsi: { iqn, targetPortal: 'p', lun: 0 } },
  ],
  [
    'iscsi.secretRef',
    { iscsi: { iqn, targetPortal: 'p', chapAuthSession: true } },
    { iscsi: { iqn, targetPortal: 'p', chapAuthSession: true, secretRef: { name: 'a' } } },
  ],
  [
    'name',
    { iscsi: { iqn, targetPortal: 'p'.repeat(63), initiatorName: iqn } },
    { iscsi: { iqn, targetPortal: 'p'.repeat(62), initiatorName: iqn } },
  ],
  ['rbd.monitors', { rbd: { image: 'a' } }, { rbd: { image: 'a', monitors: ['b'] } }],
  ['rbd.image', { rbd: { monitors: ['b'] } }, { rbd: { image: 'a', monitors: ['b'] } }],
  ['secret.secretName', { secret: {} }, { secret: { secretName: 'A b' } }],
  [
    'configMap.items[0].key',
    { configMap: { name: 'a', items: [{ path: 'p' }] } },
    { configMap: { name: 'a', items: [{ key: 'k', path: 'p' }] } },
  ],
  [
    'secret.items[0].path',
    { secret: { secretName: 'a', items: [{ key: 'k' }] } },
    { secret: { secretName: 'a', items: [{ key: 'k', path: 'p' }] } },
  ],
  ['csi.driver', { csi: {} }, { csi: { driver: 'A.b' } }],
  ['csi.driver', { csi: { driver: 'a'.repeat(64) } }, { csi: { driver: 'a'.repeat(63) } }],
  [
    'csi.nodePublishSecretRef.name',
    { csi: { driver: 'a', nodePublishSecretRef: {} } },
    { csi: { driver: 'a', nodePublishSecretRef: { name: 'b' } } },
  ],
  [
    'csi.name',
    { csi: { driver: 'a', nodePublishSecretRef: { name: 'A' } } },
    { csi: { driver: 'a', nodePublishSecretRef: { name: 'a.b' } } },
  ],
  ['image.reference', { image: {} }, { image: { reference: 'a' } }],
  [
    'image.pullPolicy',
    { image: { reference: 'a', pullPolicy: 'never' } },
    { image: { reference: 'a', pullPolicy: 'Never' } },
  ],
  [
    'downwardAPI.path',
    { downwardAPI: { items: [{ fieldRef: { fieldPath: 'metadata.name' } }] } },
    fieldRef('metadata.name'),
  ],
  ['downwardAPI', item({}), fieldRef('metadata.uid')],
  [
    'downwardAPI',
    item({
      fieldRef: { fieldPath: 'metadata.name' },
      resourceFieldRef: { containerName: 'web', resource: 'limits.cpu' },
    }),
    resourceRef({ containerName: 'web', resource: 'limits.cpu' }),
  ],
  ['downwardAPI.fieldRef.fieldPath', fieldRef(''), fieldRef('metadata.labels')],
  ['downwardAPI.fieldRef.fieldPath', fieldRef('metadata.podName'), fieldRef('metadata.annotations')],
  ['downwardAPI.fieldRef.fieldPath', fieldRef("metadata.name['a']"), fieldRef("metadata.labels['a']")],
  ['downwardAPI.fieldRef', fieldRef("metadata.labels['a b']"), fieldRef("metadata.annotations['A.com/b']")],
  [
    'downwardAPI.fieldRef.fieldPath',
    item({ fieldRef: { fieldPath: 'metadata.name', apiVersion: 'v2' } }),
    item({ fieldRef: { fieldPath: 'metadata.name', apiVersion: 'v1' } }),
  ],
  [
    'downwardAPI.resourceFieldRef.containerName',
    resourceRef({ resource: 'limits.cpu' }),
    resourceRef({ containerName: 'web', resource: 'requests.memory' }),
  ],
  [
    'downwardAPI.resourceFieldRef.resource',
    resourceRef({ containerName: 'web', resource: 'cpu' }),
    resourceRef({ containerName: 'web', resource: 'limits.hugepages-2Mi' }),
  ],
  ['projected.sources[0].secret.name', projected({ secret: {} }), projected({ secret: { name: 'a' } })],
  [
    'projected.sources[0]',
    projected({ secret: { name: 'a' }, configMap: { name: 'b' } }),
    projected({ configMap: { name: 'b' } }),
  ],
  [
    'projected.sources[0].serviceAccountToken.expirationSeconds',
    projected({ serviceAccountToken: { path: 'a', expirationSeconds: 599 } }),
    projected({ serviceAccountToken: { path: 'a', expirationSeconds: 600 } }),
  ],
  [
    'projected.path',
    projected({ serviceAccountToken: {} }),
    projected({ serviceAccountToken: { path: 'a' } }),
  ],
  ['ephemeral.volumeClaimTemplate', { ephemeral: {} }, template({})],
  [
    'ephemeral.volumeClaimTemplate.metadata.name',
    template({ name: 'a' }),
    template({ labels: { a: 'b' }, annotations: { a: 'b c' } }),
  ],
  [
    'ephemeral.volumeClaimTemplate.metadata.annotations',
    template({ annotations: { 'a b': '' } }),
    template({ annotations: { 'A.b/c': '' } }),
  ],
])('%s', (field, breaking, fine) => {
  expect(refused(breaking)).toEqual([field])
  expect(refused(fine)).toEqual([])
})
