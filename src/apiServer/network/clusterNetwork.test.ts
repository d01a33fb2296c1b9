import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { refused } from './testing/said'

const clustered = (kind: string, spec: JsonObject, name = 'a'): JsonObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind,
  metadata: { name },
  spec,
})

const controller = 'example.com/c'

test.each<readonly [string, JsonObject, readonly string[]]>([
  ['a class without controller', clustered('IngressClass', {}), ['required-field at spec.controller']],
  [
    'a controller without path',
    clustered('IngressClass', { controller: 'a' }),
    ['invalid-name at spec.controller'],
  ],
  [
    'parameters without namespace',
    clustered('IngressClass', { controller, parameters: { kind: 'K', name: 'n', scope: 'Namespace' } }),
    ['required-field at spec.parameters.namespace'],
  ],
  [
    'parameters of the cluster with namespace',
    clustered('IngressClass', { controller, parameters: { kind: 'K', name: 'n', namespace: 'a' } }),
    ['conflicting-fields at spec.parameters.namespace'],
  ],
  ['parameters', clustered('IngressClass', { controller, parameters: { kind: 'K', name: 'n' } }), []],
  ['no ranges', clustered('ServiceCIDR', {}), ['required-field at spec.cidrs']],
  [
    'a range with host bits',
    clustered('ServiceCIDR', { cidrs: ['10.0.0.1/8'] }),
    ['invalid-address at spec.cidrs[0]'],
  ],
  [
    'ranges of one family',
    clustered('ServiceCIDR', { cidrs: ['10.0.0.0/8', '11.0.0.0/8'] }),
    ['conflicting-fields at spec.cidrs'],
  ],
  [
    'three ranges',
    clustered('ServiceCIDR', { cidrs: ['10.0.0.0/8', 'fd00::/64', '11.0.0.0/8'] }),
    ['too-many-items at spec.cidrs'],
  ],
  [
    'a controller of odd parts',
    clustered('IngressClass', { controller: 'A.com/a b' }),
    ['invalid-name at spec.controller'],
  ],
  [
    'parameters of an unknown scope',
    clustered('IngressClass', {
      controller,
      parameters: { apiGroup: '', kind: 'K', name: 'n', scope: 'cluster' },
    }),
    ['invalid-name at spec.parameters.apiGroup', 'unsupported-value at spec.parameters.scope'],
  ],
  ['ranges of two families', clustered('ServiceCIDR', { cidrs: ['10.0.0.0/8', 'fd00::/64'] }), []],
  ['an address without parent', clustered('IPAddress', {}, '10.0.0.1'), ['required-field at spec.parentRef']],
  [
    'an address with a parent without name',
    clustered('IPAddress', { parentRef: { resource: 'services' } }, 'fd00::1'),
    ['required-field at spec.parentRef.name'],
  ],
])('%s', (_, object, expected) => expect(refused(object)).toEqual(expected))
