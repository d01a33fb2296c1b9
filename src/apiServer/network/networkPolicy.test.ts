import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { refused, warned } from './testing/said'

const policy = (rule: JsonObject, more: JsonObject = {}): JsonObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'web' },
  spec: { podSelector: {}, ingress: [rule], ...more },
})

const from = (peer: JsonObject): JsonObject => ({ from: [peer] })
const block = (cidr: string, ...except: readonly string[]): JsonObject => from({ ipBlock: { cidr, except } })

test.each<readonly [string, JsonObject, readonly string[]]>([
  ['selects peers', from({}), ['required-field at spec.ingress[0].from[0]']],
  [
    'has a block alone',
    from({ ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} }),
    ['conflicting-fields at spec.ingress[0].from[0]'],
  ],
  ['has two selectors', from({ namespaceSelector: {}, podSelector: {} }), []],
  ['has ranges', block('10.0.0.1'), ['invalid-address at spec.ingress[0].from[0].ipBlock.cidr']],
  [
    'excepts parts',
    block('10.0.0.0/8', '10.0.0.0/8'),
    ['invalid-address at spec.ingress[0].from[0].ipBlock.except[0]'],
  ],
  ['excepts a part', block('10.0.0.0/8', '10.1.0.0/16'), []],
  [
    'has a range of ports',
    { ports: [{ port: 80, endPort: 79 }] },
    ['number-out-of-range at spec.ingress[0].ports[0].endPort'],
  ],
  [
    'has numbers in it',
    { ports: [{ port: 'a', endPort: 79 }] },
    ['conflicting-fields at spec.ingress[0].ports[0].endPort'],
  ],
  ['has ports in range', { ports: [{ port: 0 }] }, ['invalid-port at spec.ingress[0].ports[0].port']],
  [
    'has a range that begins with a port',
    { ports: [{ endPort: 80 }] },
    ['conflicting-fields at spec.ingress[0].ports[0].endPort'],
  ],
  ['has a range of one port', { ports: [{ port: 80, endPort: 80 }] }, []],
  [
    'knows protocols',
    { ports: [{ protocol: 'ICMP' }] },
    ['unsupported-value at spec.ingress[0].ports[0].protocol'],
  ],
  [
    'selects by values',
    from({ podSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] } }),
    ['invalid-selector at spec.ingress[0].from[0].podSelector.matchExpressions[0].values'],
  ],
  [
    'selects without values',
    from({ podSelector: { matchExpressions: [{ key: 'a', operator: 'Exists', values: ['b'] }] } }),
    ['invalid-selector at spec.ingress[0].from[0].podSelector.matchExpressions[0].values'],
  ],
  [
    'knows operators',
    from({ podSelector: { matchExpressions: [{ key: 'a', operator: 'in', values: ['b'] }] } }),
    ['invalid-selector at spec.ingress[0].from[0].podSelector.matchExpressions[0].operator'],
  ],
])('A NetworkPolicy %s', (_, rule, expected) => expect(refused(policy(rule))).toEqual(expected))

test('types, egress and older versions of network policies', () => {
  expect(refused(policy({}, { policyTypes: ['ingress'] }))).toEqual([
    'unsupported-value at spec.policyTypes[0]',
  ])
  expect(refused(policy({}, { egress: [{ to: [{}] }] }))).toEqual(['required-field at spec.egress[0].to[0]'])
  expect(refused(policy({}, { podSelector: { matchLabels: { 'a b': 'c' } } }))).toEqual([
    'invalid-selector at spec.podSelector.matchLabels',
  ])
  expect(refused(policy({}, { policyTypes: ['Ingress', 'Egress', 'Ingress'] }))).toEqual([
    'too-many-items at spec.policyTypes',
  ])
  expect(warned(policy(block('10.0.0.1/8')), 35)).toEqual([
    'unusual-address at spec.ingress[0].from[0].ipBlock.cidr',
  ])
})
