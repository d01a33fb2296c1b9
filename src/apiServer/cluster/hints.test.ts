import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { hinted } from '../testing/hints'

const object = (kind: string, fields: JsonObject, apiVersion = 'v1'): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name: 'a' },
  ...fields,
})

const limit = (fields: JsonObject): JsonObject =>
  object('LimitRange', { spec: { limits: [{ type: 'Container', ...fields }] } })

const runtimeClass = (toleration: JsonObject): JsonObject =>
  object('RuntimeClass', { handler: 'a', scheduling: { tolerations: [toleration] } }, 'node.k8s.io/v1')

test.each<[JsonObject, readonly string[]]>([
  // What fills in the defaults is not in the text: only the amounts that are written are.
  [limit({ min: { cpu: 2 }, max: { cpu: 1 } }), ['invalid-limit spec.limits.0.min.cpu']],
  [
    limit({ max: { memori: 1 } }),
    ['invalid-resource-name key spec.limits.0.max.memori → one of cpu, memory, ephemeral-storage'],
  ],
  [
    object('LimitRange', { spec: { limits: [{ type: 'container' }] } }),
    ['unsupported-value spec.limits.0.type → one of Pod, Container, PersistentVolumeClaim'],
  ],
  [object('ConfigMap', { data: { 'a/b': '' } }), ['invalid-data-key key data.a/b']],
  [object('Secret', { stringData: { 'a/b': '' } }), ['invalid-data-key key stringData.a/b']],
  [
    runtimeClass({ key: 'a', operator: 'Exists', value: 'b' }),
    ['invalid-toleration scheduling.tolerations.0.value → remove'],
  ],
  [
    runtimeClass({ key: 'a', tolerationSeconds: 1 }),
    ['invalid-toleration scheduling.tolerations.0.effect → "NoExecute"'],
  ],
  [
    runtimeClass({ key: 'a', tolerationSeconds: 1, effect: 'NoSchedule' }),
    ['invalid-toleration scheduling.tolerations.0.effect'],
  ],
  [
    object('Lease', { spec: { renewTime: '2020-01-01T00:00:00Z' } }, 'coordination.k8s.io/v1'),
    ['invalid-time spec.renewTime → "2020-01-01T00:00:00.000000Z"'],
  ],
  [object('Node', { status: { capacity: { pods: '1.5' } } }), ['invalid-quantity status.capacity.pods']],
  [
    object('Node', {
      metadata: {
        name: 'a',
        annotations: { 'scheduler.alpha.kubernetes.io/taints': '[{"key":"a","effect":"No"}]' },
      },
    }),
    ['invalid-taint metadata.annotations.scheduler.alpha.kubernetes.io/taints'],
  ],
  [
    object('Namespace', {
      metadata: { name: 'a', labels: { 'pod-security.kubernetes.io/enforce-version': '1.36' } },
    }),
    ['invalid-pod-security-label metadata.labels.pod-security.kubernetes.io/enforce-version → "v1.36"'],
  ],
])('%# says where the problem is and what would fix it', (given, expected) =>
  expect(hinted(given)).toEqual(expected),
)
