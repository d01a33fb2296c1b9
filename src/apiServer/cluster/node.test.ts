import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { admitObject } from '../admit'

const answerTo = (fields: JsonObject, minor = 36) =>
  admitObject({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'a' }, ...fields }, minor)
const causes = (fields: JsonObject) =>
  answerTo(fields)?.causes.map(({ reason, place }) => `${reason.slice(10)} ${place.field}`)

const tainted = (...taints: readonly JsonObject[]): JsonObject => ({ spec: { taints } })
const taint = { key: 'a', effect: 'NoSchedule' }
const annotated = (key: string, value: string): JsonObject => ({
  metadata: { name: 'a', annotations: { [`scheduler.alpha.kubernetes.io/${key}`]: value } },
})
const annotation = 'metadata.annotations'

test.each<[JsonObject, readonly string[]]>([
  [tainted(taint, { ...taint, effect: 'NoExecute' }), []],
  [tainted(taint, taint), ['Duplicate metadata.taints[1]']],
  [tainted({ ...taint, key: 'a b' }), ['Invalid metadata.taints[0].key']],
  [tainted({ ...taint, value: 'a b' }), ['Invalid metadata.taints[0].value']],
  [tainted({ ...taint, effect: 'noschedule' }), ['NotSupported metadata.taints[0].effect']],
  [tainted({ key: 'a' }), ['Required metadata.taints[0].effect']],
  [
    { status: { capacity: { pods: '1.5', cpu: '1.5' } } },
    ['Invalid status.capacity.pods', 'Invalid status.allocatable.pods'],
  ],
  [{ status: { capacity: { pods: '1.5' }, allocatable: {} } }, ['Invalid status.capacity.pods']],
  [{ status: { nodeInfo: { swap: { capacity: 0 } } } }, ['Invalid metadata.nodeSwapStatus.capacity']],
  [{ spec: { podCIDR: 'x' } }, ['Invalid spec.podCIDRs[0]']],
  [{ spec: { podCIDR: '10.0.0.0/24', podCIDRs: ['10.0.0.0/24', 'fd00::/64'] } }, []],
  [{ spec: { podCIDRs: ['10.0.0.0/24', '10.0.1.0/24'] } }, ['Invalid spec.podCIDRs']],
  // The single range counts when it is another one.
  [{ spec: { podCIDR: '10.0.2.0/24', podCIDRs: ['10.0.0.0/24', '10.0.1.0/24'] } }, []],
  [annotated('taints', '{'), [`Invalid ${annotation}`]],
  [
    annotated('taints', '[{"key":"a","effect":"No"}]'),
    [`NotSupported ${annotation}.scheduler.alpha.kubernetes.io/taints[0].effect`],
  ],
  [annotated('preferAvoidPods', 'x'), [`Invalid ${annotation}.AvoidPods`]],
  [annotated('preferAvoidPods', '{}'), []],
])('Node %j gives %j', (fields, expected) => expect(causes(fields)).toEqual(expected))

test('fields of a Node that nothing uses', () => {
  const answer = answerTo({ spec: { externalID: 'a', configSource: {} } })
  expect(answer?.warnings.map(({ place }) => place.field)).toEqual(['spec.externalID'])
  expect(answer?.dropped.map(({ place }) => place.field)).toEqual(['spec.configSource'])
})

test('odd ranges are refused from 1.36 on, and before they give a warning', () => {
  const fields = { spec: { podCIDR: '10.0.0.1/24' } }
  expect(answerTo(fields)?.causes).toHaveLength(1)
  expect(answerTo(fields, 35)?.causes).toEqual([])
  expect(answerTo(fields, 35)?.warnings.map(({ place }) => place.field)).toEqual(['spec.podCIDRs[0]'])
})
