import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { admitObject } from '../admit'
import { object, refusedFields, template, warnedFields, workload } from './examples'

type Row = readonly [spec: JsonObject, fields: readonly string[]]

const deployment: readonly Row[] = [
  [{}, []],
  [{ replicas: null }, []],
  [{ replicas: 0 }, []],
  [{ replicas: -1 }, ['spec.replicas']],
  [{ minReadySeconds: -1 }, ['spec.minReadySeconds']],
  [{ revisionHistoryLimit: -1 }, ['spec.revisionHistoryLimit']],
  [{ minReadySeconds: 599 }, []],
  [{ minReadySeconds: 600 }, ['spec.progressDeadlineSeconds']],
  [{ selector: null }, ['spec.selector', 'spec.template.metadata.labels']],
  [{ selector: {} }, ['spec.selector']],
  [{ selector: { matchLabels: { app: 'a b' } } }, ['spec.selector.matchLabels', 'spec.selector']],
  [{ selector: { matchLabels: { app: 'api' } } }, ['spec.template.metadata.labels']],
  [{ selector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } }, []],
  [
    { selector: { matchExpressions: [{ key: 'app', operator: 'In' }] } },
    ['spec.selector.matchExpressions[0].values', 'spec.selector'],
  ],
  [
    { selector: { matchExpressions: [{ key: 'app', operator: 'exists', values: ['a b'] }] } },
    [
      'spec.selector.matchExpressions[0].operator',
      'spec.selector.matchExpressions[0].values[0]',
      'spec.selector',
    ],
  ],
  [{ template: template({ activeDeadlineSeconds: 5 }) }, ['spec.template.spec.activeDeadlineSeconds']],
  [{ template: template({}, { app: 'web', 'a b': 'x' }) }, ['spec.template.labels']],
  [{ strategy: { type: 'Recreate' } }, []],
  [{ strategy: { type: 'Recreate', rollingUpdate: {} } }, ['spec.strategy.rollingUpdate']],
  [{ strategy: { type: 'recreate' } }, ['spec.strategy']],
  [{ strategy: { rollingUpdate: { maxUnavailable: 0 } } }, []],
  [
    { strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: '0%' } } },
    ['spec.strategy.rollingUpdate.maxUnavailable'],
  ],
  [{ strategy: { rollingUpdate: { maxUnavailable: '100%', maxSurge: '200%' } } }, []],
  [
    { strategy: { rollingUpdate: { maxUnavailable: '101%' } } },
    ['spec.strategy.rollingUpdate.maxUnavailable'],
  ],
  [{ strategy: { rollingUpdate: { maxSurge: '1' } } }, ['spec.strategy.rollingUpdate.maxSurge']],
  [{ strategy: { rollingUpdate: { maxSurge: -1 } } }, ['spec.strategy.rollingUpdate.maxSurge']],
]
test.each(deployment)('the server refuses a Deployment with %j at %j', (spec, fields) =>
  expect(refusedFields(workload('Deployment', spec))).toEqual(fields),
)

const update = 'spec.updateStrategy'
const daemonSet: readonly Row[] = [
  [{}, []],
  [{ selector: null }, ['spec.template.metadata.labels']],
  [{ selector: {} }, ['spec.selector']],
  [{ selector: { matchLabels: { app: 'a b' } } }, ['spec.selector.matchLabels']],
  [{ minReadySeconds: -1 }, ['spec.minReadySeconds']],
  [{ revisionHistoryLimit: -1 }, ['spec.revisionHistoryLimit']],
  [{ updateStrategy: { type: 'OnDelete', rollingUpdate: { maxSurge: 1 } } }, []],
  [{ updateStrategy: { type: 'onDelete' } }, [update]],
  [{ updateStrategy: { rollingUpdate: { maxSurge: 1 } } }, [`${update}.rollingUpdate.maxSurge`]],
  [{ updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } }, []],
  [{ updateStrategy: { rollingUpdate: { maxUnavailable: 0 } } }, [`${update}.rollingUpdate.maxUnavailable`]],
]
test.each(daemonSet)('the server refuses a DaemonSet with %j at %j', (spec, fields) =>
  expect(refusedFields(workload('DaemonSet', spec))).toEqual(fields),
)

const claim = (spec: JsonObject, name = 'data'): JsonObject => ({
  volumeClaimTemplates: [
    {
      metadata: { name },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec },
    },
  ],
})
const ofClaim = 'spec.volumeClaimTemplates[0].spec'
const statefulSet: readonly Row[] = [
  [{}, []],
  [{ podManagementPolicy: 'parallel' }, ['spec.podManagementPolicy']],
  [{ updateStrategy: { type: 'onDelete' } }, [update]],
  [{ updateStrategy: { type: 'OnDelete', rollingUpdate: {} } }, [`${update}.rollingUpdate`]],
  [{ updateStrategy: { rollingUpdate: { partition: -1 } } }, [`${update}.rollingUpdate.partition`]],
  [{ updateStrategy: { rollingUpdate: { maxUnavailable: 0 } } }, []],
  [
    { persistentVolumeClaimRetentionPolicy: { whenScaled: 'Keep' } },
    ['spec.persistentVolumeClaimRetentionPolicy.whenScaled'],
  ],
  [{ replicas: -1 }, ['spec.replicas']],
  [{ ordinals: { start: -1 } }, ['spec.ordinals.start']],
  [{ serviceName: 'a.b' }, ['spec.serviceName']],
  [{ serviceName: '' }, []],
  [claim({}), []],
  [claim({ accessModes: [] }), [`${ofClaim}.accessModes`]],
  [claim({ accessModes: ['RWO'] }), [`${ofClaim}.accessModes`]],
  [claim({ accessModes: ['ReadWriteOncePod', 'ReadOnlyMany'] }), [`${ofClaim}.accessModes`]],
  [claim({ resources: {} }), [`${ofClaim}.resources[storage]`]],
  [claim({ resources: { requests: { storage: '0' } } }), [`${ofClaim}.resources[storage]`]],
  [claim({ storageClassName: 'A' }), [`${ofClaim}.storageClassName`]],
  [claim({ storageClassName: '' }), []],
  [claim({ volumeMode: 'block' }), [`${ofClaim}.volumeMode`]],
  [claim({ dataSource: { kind: 'PersistentVolumeClaim', name: 'a' } }), []],
  [claim({ dataSource: { kind: 'VolumeSnapshot', name: 'a' } }), [`${ofClaim}.dataSource`]],
]
test.each(statefulSet)('the server refuses a StatefulSet with %j at %j', (spec, fields) =>
  expect(refusedFields(workload('StatefulSet', spec))).toEqual(fields),
)

test('before 1.34, claim templates and the specs of templates of StatefulSets are not looked at', () => {
  expect(refusedFields(workload('StatefulSet', claim({ accessModes: [] })), 33)).toEqual([])
  const unfit = template({ restartPolicy: 'Never' }, { app: 'web', 'a b': '' })
  const fields = ['spec.template.labels', 'spec.template.spec.restartPolicy']
  expect(refusedFields(workload('StatefulSet', { template: unfit }), 33)).toEqual(fields)
})

test('fields of a StatefulSet that are dropped are told', () => {
  const updateStrategy = { rollingUpdate: { maxUnavailable: 1 } }
  const answer = admitObject(workload('StatefulSet', { updateStrategy }), 36)
  expect(answer?.dropped.map(({ place }) => place.field)).toEqual([`${update}.rollingUpdate.maxUnavailable`])
})

test('the server warns of StatefulSets that keep everything or ask for fractions of bytes', () => {
  expect(warnedFields(workload('StatefulSet', { revisionHistoryLimit: -1 }))).toEqual([
    'spec.revisionHistoryLimit',
  ])
  const fraction = claim({ resources: { requests: { storage: '1500m' } } })
  expect(warnedFields(workload('StatefulSet', fraction))).toEqual([
    'spec.volumeClaimTemplates[0].resources.requests[storage]',
  ])
})

const controller: readonly Row[] = [
  [{ template: template() }, []],
  [{ template: template(), replicas: -1 }, ['spec.replicas']],
  [{ template: template(), minReadySeconds: -1 }, ['spec.minReadySeconds']],
  [{ template: template(), selector: { app: 'api' } }, ['spec.template.metadata.labels']],
  [{ template: template({}, {}) }, ['spec.selector']],
  [{ selector: { app: 'web' } }, ['spec.template']],
  [{ template: template({}, { app: 'a b' }) }, ['metadata.labels', 'spec.template.labels']],
]
test.each(controller)('the server refuses a ReplicationController with %j at %j', (spec, fields) => {
  // The labels of the object itself are those of the template; whether they are looked at belongs to metadata.
  const found = refusedFields(object('v1', 'ReplicationController', spec))
  expect(found.filter((one) => one !== 'metadata.labels')).toEqual(
    fields.filter((one) => one !== 'metadata.labels'),
  )
})

test.each([
  [{ 'a b': '' }, ['spec.template.annotations']],
  [{ 'UPPER.example.com/x': '' }, []],
  [
    { 'controller.kubernetes.io/pod-deletion-cost': '+1' },
    ['spec.template.annotations[controller.kubernetes.io/pod-deletion-cost]'],
  ],
  [{ 'controller.kubernetes.io/pod-deletion-cost': '-1' }, []],
  [
    { 'container.apparmor.security.beta.kubernetes.io/api': 'unconfined' },
    ['spec.template.annotations[container.apparmor.security.beta.kubernetes.io/api]'],
  ],
])('the server refuses a template with the annotations %j at %j', (annotations, fields) => {
  const { spec } = template()
  const annotated = { metadata: { labels: { app: 'web' }, annotations }, spec: spec ?? null }
  expect(refusedFields(workload('ReplicaSet', { template: annotated }))).toEqual(fields)
})

test('the server warns of annotations that have become fields', () => {
  const annotations = { 'seccomp.security.alpha.kubernetes.io/pod': 'runtime/default' }
  const annotated = { ...template(), metadata: { labels: { app: 'web' }, annotations } }
  expect(warnedFields(workload('DaemonSet', { template: annotated }))).toEqual([
    'spec.template.metadata.annotations[seccomp.security.alpha.kubernetes.io/pod]',
  ])
})
