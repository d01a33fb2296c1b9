import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { admitObject } from '../admit'

const answerTo = (kind: string, fields: JsonObject, minor = 36) => {
  const [apiVersion = '', name = ''] = kind.split(' ')
  return admitObject({ apiVersion, kind: name, metadata: { name: 'a' }, ...fields }, minor)
}
const causes = (kind: string, fields: JsonObject, minor = 36) =>
  answerTo(kind, fields, minor)?.causes.map(({ reason, place }) => `${reason.slice(10)} ${place.field}`)

const named = (name: string): JsonObject => ({ metadata: { name } })

test.each<[JsonObject, readonly string[]]>([
  [{ value: 1_000_000_001 }, ['Forbidden value']],
  [{ value: 1_000_000_000 }, []],
  [{}, []],
  [{ ...named('system-a'), value: 1 }, ['Forbidden metadata.name']],
  [{ ...named('system-node-critical'), value: 2_000_001_000 }, []],
  [
    { ...named('system-node-critical'), value: 2_000_001_000, globalDefault: true },
    ['Forbidden metadata.name'],
  ],
  [{ preemptionPolicy: 'never' }, ['NotSupported preemptionPolicy']],
  [{ preemptionPolicy: 'Never' }, []],
])('PriorityClass %j gives %j', (fields, expected) =>
  expect(causes('scheduling.k8s.io/v1 PriorityClass', fields)).toEqual(expected),
)

const runtimeClass = 'node.k8s.io/v1 RuntimeClass'
const overhead = (podFixed: JsonObject): JsonObject => ({ handler: 'a', overhead: { podFixed } })
const tolerating = (...tolerations: readonly JsonObject[]): JsonObject => ({
  handler: 'a',
  scheduling: { tolerations },
})

test.each<[JsonObject, readonly string[]]>([
  [{ handler: '' }, ['Required handler']],
  [{ handler: 'a.b' }, ['Invalid handler']],
  [overhead({ cpu: '10m', memory: '1Mi' }), []],
  [overhead({ cpu: -1 }), ['Invalid overhead.limits[cpu]']],
  [overhead({ foo: 1 }), ['Invalid overhead.limits[foo]']],
  [overhead({ 'hugepages-2Mi': '3Mi', cpu: 1 }), ['Invalid overhead.limits[hugepages-2Mi]']],
  [overhead({ 'hugepages-2Mi': '4Mi' }), ['Forbidden overhead']],
  [{ handler: 'a', scheduling: { nodeSelector: { 'a b': 'c' } } }, ['Invalid scheduling.nodeSelector']],
  [tolerating({ operator: 'Exists' }, { key: 'a', value: 'b' }), []],
  [tolerating({ operator: 'Equal' }), ['Invalid scheduling.tolerations[0].operator']],
  [tolerating({ key: 'a', operator: 'Is' }), ['NotSupported scheduling.tolerations[0].operator']],
  [tolerating({ key: 'a', operator: 'Exists', value: 'b' }), ['Invalid scheduling.tolerations[0].operator']],
  [tolerating({ key: 'a', effect: 'No' }), ['NotSupported scheduling.tolerations[0].effect']],
  [tolerating({ key: 'a', tolerationSeconds: 1 }), ['Invalid scheduling.tolerations[0].effect']],
  [tolerating({ key: 'a' }, { key: 'a' }), ['Duplicate scheduling.tolerations[1]']],
])('RuntimeClass %j gives %j', (fields, expected) => expect(causes(runtimeClass, fields)).toEqual(expected))

test('the server spelled tolerations of a RuntimeClass twice before 1.35', () =>
  expect(causes(runtimeClass, tolerating({ operator: 'Equal' }), 34)).toEqual([
    'Invalid scheduling.tolerations.tolerations[0].operator',
  ]))

test('an old label of nodes has a warning', () =>
  expect(
    answerTo(runtimeClass, {
      handler: 'a',
      scheduling: { nodeSelector: { 'beta.kubernetes.io/os': 'linux', 'kubernetes.io/os': 'linux' } },
    })?.warnings.map(({ place }) => place.field),
  ).toEqual(['scheduling.nodeSelector']))

test.each<[JsonObject, readonly string[]]>([
  [{ leaseDurationSeconds: 0 }, ['Invalid spec.leaseDurationSeconds']],
  [{ leaseDurationSeconds: 1, holderIdentity: '' }, []],
  [{ leaseTransitions: -1 }, ['Invalid spec.leaseTransitions']],
  [{ leaseTransitions: 0, strategy: 'x y' }, []],
  [{ renewTime: '2020-01-01T00:00:00Z' }, ['TypeInvalid spec.renewTime']],
  [{ renewTime: '2020-01-01T00:00:00.000000+01:00', acquireTime: null }, []],
])('Lease %j gives %j', (spec, expected) =>
  expect(causes('coordination.k8s.io/v1 Lease', { spec })).toEqual(expected),
)

test.each<[JsonObject, readonly string[]]>([
  [{ revision: -1, data: {} }, ['Invalid revision']],
  [{ revision: 1 }, ['Required data']],
  [{ revision: 1, data: [] }, ['Required data']],
  [{ data: { a: 1 } }, []],
])('ControllerRevision %j gives %j', (fields, expected) =>
  expect(causes('apps/v1 ControllerRevision', fields)).toEqual(expected),
)

const time = '2026-01-01T00:00:00.000000Z'
const reported = { reportingInstance: 'x', action: 'a', reason: 'r' }

test.each<[JsonObject, readonly string[]]>([
  [{ involvedObject: { namespace: 'default' }, type: 'Foo' }, []],
  [{ involvedObject: { namespace: 'other' } }, ['Invalid involvedObject.namespace']],
  [{ metadata: { name: 'a', namespace: 'other' } }, ['Invalid involvedObject.namespace']],
  [{ metadata: { name: 'a', namespace: 'other' }, involvedObject: { namespace: 'other' } }, []],
  [
    { eventTime: time },
    [
      ...['reportingComponent', 'reportingInstance', 'action', 'reason'].map((at) => `Required ${at}`),
      'Invalid reportingComponent',
    ],
  ],
  [{ eventTime: time, reportingComponent: 'a/b', ...reported }, []],
  [
    { eventTime: time, reportingComponent: 'a/b', ...reported, message: 'ä'.repeat(513) },
    ['Invalid message'],
  ],
  // The name is any segment of a path, and it is looked at last.
  [named('A:b'), []],
  [named('a/b'), ['Invalid metadata.name']],
  [{ ...named('a/b'), involvedObject: { namespace: 'other' } }, ['Invalid involvedObject.namespace']],
])('Event %#', (fields, expected) => expect(causes('v1 Event', fields)).toEqual(expected))

const newEvent = {
  eventTime: time,
  reportingController: 'a.b/c',
  ...reported,
  type: 'Normal',
  regarding: { namespace: 'default' },
}

test.each<[JsonObject, readonly string[]]>([
  [{}, []],
  [{ eventTime: null }, ['Required eventTime']],
  [{ type: 'Foo' }, ['Invalid type']],
  [{ reportingController: 'a b' }, ['Invalid reportingController']],
  [{ action: '' }, ['Required action']],
  [{ action: 'a'.repeat(129) }, ['Invalid action']],
  [{ note: 'a'.repeat(1025) }, ['Invalid message']],
  [{ series: { count: 1 } }, ['Invalid series.count', 'Required series.lastObservedTime']],
  [{ series: { count: 2, lastObservedTime: time } }, []],
  [{ deprecatedCount: 1 }, ['Invalid count']],
  [{ deprecatedCount: 0, deprecatedSource: {} }, []],
  [{ deprecatedSource: { host: 'a' } }, ['Invalid source']],
  [{ deprecatedFirstTimestamp: '2026-01-01T00:00:00Z' }, ['Invalid firstTimestamp']],
  [named('A:b'), ['Invalid metadata.name']],
])('Event of events.k8s.io %#', (fields, expected) =>
  expect(causes('events.k8s.io/v1 Event', { ...newEvent, ...fields })).toEqual(expected),
)
