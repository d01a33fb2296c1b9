import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { admitObject } from '../admit'
import { object, refusedFields } from '../workloads/examples'

type Row = readonly [spec: JsonObject, fields: readonly string[]]

const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }
const autoscaler = (spec: JsonObject, version = 'v2'): JsonObject =>
  object(`autoscaling/${version}`, 'HorizontalPodAutoscaler', {
    scaleTargetRef: target,
    maxReplicas: 5,
    ...spec,
  })

const metric = (type: string, key: string, source: JsonObject): JsonObject => ({
  metrics: [{ type, [key]: source }],
})
const cpu = (aim: JsonObject): JsonObject => metric('Resource', 'resource', { name: 'cpu', target: aim })
const rules = (scaleUp: JsonObject): JsonObject => ({ behavior: { scaleUp } })
const aim = 'spec.metrics[0].resource.target'
const up = 'spec.behavior.scaleUp'

const rows: readonly Row[] = [
  [{}, []],
  [{ minReplicas: 5 }, []],
  [{ minReplicas: 6 }, ['spec.maxReplicas']],
  [{ maxReplicas: 0 }, ['spec.maxReplicas']],
  [{ minReplicas: 0 }, ['spec.minReplicas', 'spec.metrics']],
  [{ scaleTargetRef: { ...target, apiVersion: 'v1' } }, ['spec.scaleTargetRef.apiVersion']],
  [{ scaleTargetRef: { ...target, apiVersion: 'apps/v1/x' } }, ['spec.scaleTargetRef.apiVersion']],
  [{ scaleTargetRef: { apiVersion: 'v1', kind: 'ReplicationController', name: 'web' } }, []],
  [
    { scaleTargetRef: { ...target, name: 'a/b', kind: '' } },
    ['spec.scaleTargetRef.kind', 'spec.scaleTargetRef.name'],
  ],
  [{ metrics: [] }, []],
  [cpu({ type: 'Utilization', averageUtilization: 80 }), []],
  [cpu({ type: 'Utilization', averageUtilization: 0 }), [`${aim}.averageUtilization`]],
  [cpu({ type: 'AverageValue', averageValue: '0' }), [`${aim}.averageValue`]],
  [cpu({ type: 'AverageValue', averageValue: 1, averageUtilization: 1 }), [`${aim}.averageValue`]],
  [cpu({ type: 'Value', value: '1' }), [`${aim}.averageUtilization`]],
  [cpu({ type: 'percent', averageUtilization: 1 }), [`${aim}.type`]],
  [{ metrics: [{ type: 'resource' }] }, ['spec.metrics[0].type']],
  [{ metrics: [{ type: 'Pods' }] }, ['spec.metrics[0].pods']],
  [
    metric('Pods', 'pods', { metric: { name: 'a/b' }, target: { type: 'AverageValue' } }),
    ['spec.metrics[0].pods.metric.name', 'spec.metrics[0].pods.target.averageValue'],
  ],
  [
    metric('Object', 'object', {
      describedObject: { kind: 'Service', name: 'web' },
      metric: { name: 'hits' },
      target: { type: 'Value', value: '1' },
    }),
    [],
  ],
  [
    metric('External', 'external', {
      metric: { name: 'hits' },
      target: { type: 'Value', value: '1', averageValue: '1' },
    }),
    ['spec.metrics[0].external.target.value'],
  ],
  [
    metric('ContainerResource', 'containerResource', {
      name: 'disk',
      container: 'Web',
      target: { type: 'Utilization', averageUtilization: 1 },
    }),
    ['spec.metrics[0].containerResource.name', 'spec.metrics[0].containerResource.container'],
  ],
  [
    {
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 1 } },
          pods: {},
        },
      ],
    },
    // Only the first source in the server’s order is looked into.
    [
      'spec.metrics[0].pods.metric.name',
      'spec.metrics[0].pods.target.type',
      'spec.metrics[0].pods.target.averageValue',
      'spec.metrics[0].pods',
    ],
  ],
  [{ maxReplicas: -1 }, ['spec.maxReplicas']],
  [{ metrics: [{}] }, ['spec.metrics[0].type']],
  [
    metric('Object', 'object', {
      describedObject: { kind: 'Service', name: 'web' },
      metric: { name: 'hits' },
      target: { type: 'Value' },
    }),
    ['spec.metrics[0].object.target.averageValue'],
  ],
  [
    metric('ContainerResource', 'containerResource', {
      target: { type: 'Utilization', averageUtilization: 1 },
    }),
    ['spec.metrics[0].containerResource.name', 'spec.metrics[0].containerResource.container'],
  ],
  [rules({}), []],
  [rules({ policies: [] }), [`${up}.policies`]],
  [rules({ policies: [{ type: 'Pods', value: 1, periodSeconds: 1800 }] }), []],
  [
    rules({ policies: [{ type: 'pods', value: 0, periodSeconds: 1801 }] }),
    [`${up}.policies[0].type`, `${up}.policies[0].value`, `${up}.policies[0].periodSeconds`],
  ],
  [rules({ stabilizationWindowSeconds: 3600 }), []],
  [rules({ stabilizationWindowSeconds: 3601 }), [`${up}.stabilizationWindowSeconds`]],
  [rules({ selectPolicy: 'max' }), [`${up}.selectPolicy`]],
  [rules({ tolerance: '-1' }), [`${up}.tolerance`]],
]
test.each(rows)('the server refuses an autoscaler with %j at %j', (spec, fields) =>
  expect(refusedFields(autoscaler(spec))).toEqual(fields),
)

test('in v1, the share of CPU is reported as the metric that it becomes', () => {
  const fields = refusedFields(autoscaler({ targetCPUUtilizationPercentage: 0 }, 'v1'))
  expect(fields).toEqual(['spec.metrics[0].resource.target.averageUtilization'])
  expect(refusedFields(autoscaler({ targetCPUUtilizationPercentage: 1 }, 'v1'))).toEqual([])
})

test('before 1.35, the tolerance of an autoscaler is dropped', () => {
  const answer = admitObject(autoscaler(rules({ tolerance: '-1' })), 34)
  expect(answer?.causes).toEqual([])
  expect(answer?.dropped.map(({ place }) => place.field)).toEqual([`${up}.tolerance`])
})

test.each<Row>([
  [{}, []],
  [{ minAvailable: 1, maxUnavailable: null }, []],
  [{ minAvailable: 1, maxUnavailable: 1 }, ['spec']],
  [{ minAvailable: '100%' }, []],
  [{ minAvailable: '101%' }, ['spec.minAvailable']],
  [{ maxUnavailable: '1' }, ['spec.maxUnavailable']],
  [{ maxUnavailable: -1 }, ['spec.maxUnavailable']],
  [{ selector: {} }, []],
  [{ selector: { matchLabels: { app: 'a b' } } }, ['spec.selector.matchLabels']],
  [{ unhealthyPodEvictionPolicy: 'Always' }, ['spec.unhealthyPodEvictionPolicy']],
  [{ unhealthyPodEvictionPolicy: 'AlwaysAllow' }, []],
])('the server refuses a disruption budget with %j at %j', (spec, fields) =>
  expect(refusedFields(object('policy/v1', 'PodDisruptionBudget', spec))).toEqual(fields),
)

test('the metadata of a disruption budget is looked at last', () => {
  const budget = (spec: JsonObject) => refusedFields(object('policy/v1', 'PodDisruptionBudget', spec, 'a/b'))
  expect(budget({ minAvailable: -1 })).toEqual(['spec.minAvailable'])
  expect(budget({ minAvailable: 1 })).toEqual(['metadata.name'])
})
