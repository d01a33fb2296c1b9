import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { hinted } from '../testing/hints'

const service = (spec: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'a' },
  spec: { ports: [{ port: 80 }], ...spec },
})

const ranges = 'service.beta.kubernetes.io/load-balancer-source-ranges'
const balancer = (text: string): JsonObject => ({
  ...service({ type: 'LoadBalancer' }),
  metadata: { name: 'a', annotations: { [ranges]: text } },
})

const backend: JsonObject = { service: { name: 'a', port: { number: 80 } } }

const ingress = (path: JsonObject, rule: JsonObject = {}): JsonObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'a' },
  spec: { rules: [{ ...rule, http: { paths: [{ backend, ...path }] } }] },
})

const policy = (cidr: string): JsonObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'a' },
  spec: { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr } }] }] },
})

const path = 'spec.rules.0.http.paths.0'
const cidr = 'spec.ingress.0.from.0.ipBlock.cidr'

test.each<[JsonObject, readonly string[]]>([
  // A port is reported twice by the server, but it is in the text once.
  [service({ ports: [{ port: 0 }] }), ['invalid-port spec.ports.0.port → 1…65535']],
  [
    service({ ports: [{ port: 80, targetPort: 0x10000 }] }),
    ['invalid-port spec.ports.0.targetPort → 1…65535'],
  ],
  [service({ ports: [{ port: 80, targetPort: '8080' }] }), ['invalid-name spec.ports.0.targetPort → 8080']],
  [
    service({ ports: [{ port: 80, name: 'a' }, { port: 81 }] }),
    ['required-field spec.ports.1.name → "tcp-81"'],
  ],
  [
    service({
      ports: [
        { port: 80, name: 'a' },
        { port: 80, name: 'b' },
      ],
    }),
    ['duplicate-port spec.ports.1'],
  ],
  [
    service({
      ports: [
        { port: 80, name: 'a' },
        { port: 80, name: 'b', targetPort: 1 },
      ],
    }),
    ['duplicate-port spec.ports.1'],
  ],
  // The server speaks of clusterIPs[0].
  [service({ clusterIP: 'none' }), ['invalid-address spec.clusterIP']],
  // The fix replaces the range itself, not the same text within another one.
  [
    balancer('10.0.0.1/32, 10.0.0.1/3'),
    [`invalid-address metadata.annotations.${ranges} → "10.0.0.1/32, 0.0.0.0/3"`],
  ],
  [service({ clusterIPs: ['10.0.0.1'] }), ['invalid-cluster-ip spec.clusterIP → "10.0.0.1"']],
  [service({ externalIPs: ['010.0.0.1'] }), ['invalid-address spec.externalIPs.0 → "10.0.0.1"']],
  [
    service({ type: 'ExternalName', externalName: 'https://A.example.com/b' }),
    ['invalid-name spec.externalName → "a.example.com"'],
  ],
  [
    service({ trafficDistribution: 'PreferClose' }),
    ['deprecated spec.trafficDistribution → "PreferSameZone"'],
  ],
  [service({ externalTrafficPolicy: 'Local' }), ['field-not-allowed spec.externalTrafficPolicy → remove']],
  // Another type may be meant.
  [service({ ports: [{ port: 80, nodePort: 30_000 }] }), ['field-not-allowed spec.ports.0.nodePort']],
  [ingress({ path: '/a' }), [`required-field ${path}.pathType → "Prefix"`]],
  // This can be a pattern of a controller.
  [ingress({ path: '/a(/|$)(.*)' }), [`required-field ${path}.pathType`]],
  [ingress({ path: 'a//b', pathType: 'Prefix' }), [`invalid-path ${path}.path → "/a/b"`]],
  [ingress({ path: '/a/../b', pathType: 'Prefix' }), [`invalid-path ${path}.path`]],
  [
    ingress({ path: '/', pathType: 'Prefix' }, { host: 'a.example.com:80' }),
    ['invalid-name spec.rules.0.host → "a.example.com"'],
  ],
  [ingress({ path: '/', pathType: 'Prefix' }, { host: 'a_b.com' }), ['invalid-name spec.rules.0.host']],
  [policy('10.0.0.1'), [`invalid-address ${cidr} → "10.0.0.1/32"`]],
  [policy('10.0.0.1/8'), [`invalid-address ${cidr} → "10.0.0.0/8"`]],
  [policy('x'), [`invalid-address ${cidr}`]],
])('%# says where the problem is and what would fix it', (object, expected) =>
  expect(hinted(object)).toEqual(expected),
)
