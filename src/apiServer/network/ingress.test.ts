import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { refused, warned } from './testing/said'

const ingress = (spec: JsonObject): JsonObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'web' },
  spec,
})

const backend: JsonObject = { service: { name: 'web', port: { number: 80 } } }

const path = (more: JsonObject, host = 'a.example.com'): JsonObject => ({
  rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend, ...more }] } }],
})

const at = 'spec.rules[0].http.paths[0]'

test.each<readonly [string, JsonObject, readonly string[]]>([
  ['has rules or a default', {}, ['required-field at spec']],
  ['has a default', { defaultBackend: backend }, []],
  ['has names as hosts', path({}, '1.2.3.4'), ['invalid-address at spec.rules[0].host']],
  ['has one wildcard', path({}, '*.*.com'), ['invalid-name at spec.rules[0].host']],
  ['has a wildcard', path({}, '*.a.com'), []],
  ['has paths from the root', path({ path: 'a' }), [`invalid-path at ${at}.path`]],
  ['has plain paths', path({ path: '/a%2Fb' }), [`invalid-path at ${at}.path`]],
  ['has any path for a controller', path({ path: '/a(..', pathType: 'ImplementationSpecific' }), []],
  ['has a type for each path', path({ pathType: null }), [`required-field at ${at}.pathType`]],
  ['knows types of paths', path({ pathType: 'prefix' }), [`unsupported-value at ${at}.pathType`]],
  ['has backends', path({ backend: {} }), [`required-field at ${at}.backend`]],
  [
    'has backends with a port',
    path({ backend: { service: { name: 'web' } } }),
    [`required-field at ${at}.backend`],
  ],
  [
    'has one port in a backend',
    path({ backend: { service: { name: 'web', port: { name: 'a', number: 80 } } } }),
    [`only-one-allowed at ${at}.backend`],
  ],
  [
    'has resources with a kind',
    path({ backend: { resource: { name: 'n' } } }),
    [`required-field at ${at}.backend.resource.kind`],
  ],
  [
    'has hosts for TLS',
    { ...path({}), tls: [{ hosts: ['A.com'] }] },
    ['invalid-name at spec.tls[0].hosts[0]'],
  ],
  ['has a class', { ...path({}), ingressClassName: '' }, ['invalid-name at spec.ingressClassName']],
])('An Ingress %s', (_, spec, expected) => expect(refused(ingress(spec))).toEqual(expected))

test('the annotation of an Ingress', () => {
  const object = {
    ...ingress(path({})),
    metadata: { name: 'web', annotations: { 'kubernetes.io/ingress.class': 'a' } },
  }
  expect(refused(object)).toEqual([])
  expect(warned(object)).toEqual(['deprecated at metadata.annotations[kubernetes.io/ingress.class]'])
  expect(refused({ ...object, spec: { ...path({}), ingressClassName: 'b' } })).toEqual([
    'conflicting-fields at annotations.kubernetes.io/ingress.class',
  ])
})
