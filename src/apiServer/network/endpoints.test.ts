import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { dropped, refused, warned } from './testing/said'

const slice = (addressType: string, ...addresses: readonly string[]): JsonObject => ({
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: { name: 'web' },
  addressType,
  endpoints: [{ addresses }],
})

test.each<readonly [string, JsonObject, readonly string[]]>([
  ['knows its type', slice('', 'x'), ['required-field at addressType']],
  ['has addresses', slice('IPv4'), ['required-field at endpoints[0].addresses']],
  ['has IPv4 addresses', slice('IPv4', 'fd00::1'), ['invalid-address at endpoints[0].addresses']],
  ['has IPv6 addresses', slice('IPv6', 'fd00::1'), []],
  ['spells them canonically', slice('IPv6', 'FD00::1'), ['invalid-address at endpoints[0].addresses[0]']],
  ['has no leading zeros', slice('IPv4', '01.2.3.4'), ['invalid-address at endpoints[0].addresses[0]']],
  ['has reachable addresses', slice('IPv4', '169.254.1.1'), ['invalid-address at endpoints[0].addresses[0]']],
  ['has domains', slice('FQDN', 'localhost'), ['invalid-name at endpoints[0].addresses[0]']],
  [
    'names ports once',
    { ...slice('IPv4', '10.1.2.3'), ports: [{ port: 1 }, { port: 2 }] },
    ['duplicate-name at ports[1].name'],
  ],
  [
    'has ports with names, protocols and application protocols',
    { ...slice('IPv4', '10.1.2.3'), ports: [{ name: 'A', protocol: 'tcp', appProtocol: 'a b' }] },
    [
      'invalid-name at ports[0].appProtocol',
      'invalid-name at ports[0].name',
      'unsupported-value at ports[0].protocol',
    ],
  ],
  [
    'has hosts and nodes with names',
    { ...slice('IPv4'), endpoints: [{ addresses: ['10.1.2.3'], nodeName: '', hostname: 'a.b' }] },
    ['invalid-name at endpoints[0].hostname', 'invalid-name at endpoints[0].nodeName'],
  ],
  [
    'has at most 100 addresses at an endpoint',
    slice('IPv4', ...Array<string>(101).fill('10.1.2.3')),
    ['too-many-items at endpoints[0].addresses'],
  ],
  [
    'hints at a zone once',
    {
      ...slice('IPv4', '10.1.2.3'),
      endpoints: [{ addresses: ['10.1.2.3'], hints: { forZones: [{ name: 'a' }, { name: 'a' }] } }],
    },
    ['duplicate-item at endpoints[0].hints.forZones[1].name'],
  ],
])('An EndpointSlice %s', (_, object, expected) => expect(refused(object)).toEqual(expected))

test('what endpoints warn of and drop', () => {
  expect(warned(slice('FQDN', 'a.example.com'))).toEqual(['deprecated at spec.addressType'])
  expect(warned(slice('IPv4', '01.2.3.4'), 35)).toEqual(['unusual-address at endpoints[0].addresses[0]'])
  expect(dropped({ ...slice('IPv4'), endpoints: [{ deprecatedTopology: { a: 'b' } }] })).toEqual([
    'endpoints[0].deprecatedTopology',
  ])
  const old = { apiVersion: 'v1', kind: 'Endpoints', metadata: { name: 'web' } }
  expect(refused({ ...old, subsets: [{ addresses: [{ ip: '127.0.0.1' }], ports: [{ port: 0 }] }] })).toEqual([
    'invalid-address at subsets[0].addresses[0].ip',
    'invalid-port at subsets[0].ports[0].port',
  ])
  const address = { ip: '10.1.2.3', hostname: 'a.b', nodeName: '' }
  const ports = [{ port: 1 }, { name: 'a', port: 2, protocol: 'tcp', appProtocol: 'a b' }]
  expect(refused({ ...old, subsets: [{ notReadyAddresses: [address], ports }] })).toEqual([
    'invalid-name at subsets[0].notReadyAddresses[0].hostname',
    'invalid-name at subsets[0].notReadyAddresses[0].nodeName',
    'invalid-name at subsets[0].ports[1].appProtocol',
    'required-field at subsets[0].ports[0].name',
    'unsupported-value at subsets[0].ports[1].protocol',
  ])
  const odd = { ...old, subsets: [{ addresses: [{ ip: '010.1.2.3' }] }] }
  expect(warned(odd, 32)).toEqual(['unusual-address at subsets[0].addresses[0].ip'])
  const labels = { 'endpoints.kubernetes.io/managed-by': 'endpoints-controller' }
  expect(warned({ ...odd, metadata: { name: 'web', labels } }, 32)).toEqual([])
  expect(refused({ ...old, subsets: [{}] })).toEqual(['required-field at subsets[0]'])
  expect(warned(old)).toEqual(['deprecated at '])
  expect(warned(old, 32)).toEqual([])
})
