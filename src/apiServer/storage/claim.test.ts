import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { dropped, refused, warned } from '../network/testing/said'

const claim = (spec: JsonObject, annotations: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data', annotations },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec },
})

const storage = (amount: string | number | null): JsonObject => ({
  resources: { requests: { storage: amount } },
})

test.each<readonly [string, JsonObject, readonly string[]]>([
  ['has an access mode', { accessModes: [] }, ['required-field at spec.accessModes']],
  ['knows access modes', { accessModes: ['RWO'] }, ['unsupported-value at spec.accessModes']],
  [
    'has one exclusive mode',
    { accessModes: ['ReadWriteOncePod', 'ReadWriteOnce'] },
    ['conflicting-fields at spec.accessModes'],
  ],
  ['has two shared modes', { accessModes: ['ReadWriteOnce', 'ReadOnlyMany'] }, []],
  ['requests storage', { resources: {} }, ['required-field at spec.resources[storage]']],
  ['requests some of it', storage('0'), ['invalid-quantity at spec.resources[storage]']],
  ['requests more than nothing', storage(null), ['invalid-quantity at spec.resources[storage]']],
  ['requests a quantity', storage('1GB'), ['invalid-quantity at spec.resources[storage]']],
  ['may write it as a number', storage(1024), []],
  ['names a class', { storageClassName: 'My_C' }, ['invalid-name at spec.storageClassName']],
  ['may want no class', { storageClassName: '' }, []],
  ['knows volume modes', { volumeMode: 'file' }, ['unsupported-value at spec.volumeMode']],
  [
    'selects by labels',
    { selector: { matchLabels: { a: 'b c' } } },
    ['invalid-selector at spec.selector.matchLabels'],
  ],
  [
    'has one source',
    {
      dataSource: { kind: 'PersistentVolumeClaim', name: 'a' },
      dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'b' },
    },
    ['conflicting-fields at spec'],
  ],
  [
    'has sources with a group, in both fields',
    { dataSourceRef: { kind: 'Pod', name: 'a' } },
    ['unsupported-value at spec.dataSource', 'unsupported-value at spec.dataSourceRef'],
  ],
  [
    'has a source with name and kind',
    { dataSourceRef: { apiGroup: 'a.b' } },
    [
      'required-field at spec.dataSource.kind',
      'required-field at spec.dataSource.name',
      'required-field at spec.dataSourceRef.kind',
      'required-field at spec.dataSourceRef.name',
    ],
  ],
  ['has any source with a group', { dataSourceRef: { apiGroup: 'a.b', kind: 'K', name: 'a' } }, []],
])('A claim %s', (_, spec, expected) => expect(refused(claim(spec))).toEqual(expected))

test('what is dropped', () => {
  expect(dropped(claim({ dataSource: { kind: 'Pod', name: 'a' } }))).toEqual(['spec.dataSource'])
  expect(dropped(claim({ dataSource: { kind: 'PersistentVolumeClaim', name: 'a' } }))).toEqual([])
  expect(
    dropped(claim({ dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'a', namespace: 'b' } })),
  ).toEqual(['spec.dataSourceRef'])
  expect(dropped(claim({ volumeAttributesClassName: 'gold' }), 33)).toEqual([
    'spec.volumeAttributesClassName',
  ])
  expect(dropped(claim({ volumeAttributesClassName: 'gold' }), 34)).toEqual([])
})

test('what is warned of', () => {
  const at = 'fractional-bytes at spec.resources.requests[storage]'
  expect(warned(claim(storage('1500m')))).toEqual([at])
  expect(warned(claim(storage('2000m')))).toEqual([])
  expect(warned(claim(storage('1Ei')))).toEqual([at])
  expect(warned(claim(storage('1E')))).toEqual([])
  const name = 'volume.beta.kubernetes.io/storage-class'
  expect(warned(claim({}, { [name]: 'a' }))).toEqual([`deprecated at metadata.annotations[${name}]`])
})
