import { expect, test } from 'vitest'
import type { JsonObject } from '../engine/model/json'
import { needsOf } from './needs'

const texts = (object: JsonObject): readonly string[] =>
  needsOf(object).map(({ kind, name }) => `${kind} ${name}`)

test.each<[what: string, object: JsonObject, needs: readonly string[]]>([
  ['nothing', { kind: 'Pod', metadata: { name: 'a', namespace: 'default' }, spec: {} }, []],
  ['a namespace', { kind: 'ConfigMap', metadata: { namespace: 'shop' } }, ['Namespace shop']],
  [
    'classes and the account of a Pod',
    {
      kind: 'Pod',
      spec: { priorityClassName: 'high', runtimeClassName: 'gvisor', serviceAccountName: 'web' },
    },
    ['PriorityClass high', 'RuntimeClass gvisor', 'ServiceAccount web'],
  ],
  [
    'what every cluster has',
    { kind: 'Pod', spec: { priorityClassName: 'system-node-critical', serviceAccountName: 'default' } },
    [],
  ],
  [
    'a template',
    {
      kind: 'CronJob',
      spec: { jobTemplate: { spec: { template: { spec: { priorityClassName: 'low' } } } } },
    },
    ['PriorityClass low'],
  ],
  [
    'the classes of claims',
    { kind: 'StatefulSet', spec: { volumeClaimTemplates: [{ spec: { storageClassName: 'fast' } }] } },
    ['StorageClass fast'],
  ],
  ['no class at all', { kind: 'PersistentVolumeClaim', spec: { storageClassName: '' } }, []],
  ['a kind with the name of a property of all objects', { kind: 'constructor' }, []],
  ['an Ingress class', { kind: 'Ingress', spec: { ingressClassName: 'nginx' } }, ['IngressClass nginx']],
])('%s', (_, object, needs) => {
  expect(texts(object)).toEqual(needs)
})
