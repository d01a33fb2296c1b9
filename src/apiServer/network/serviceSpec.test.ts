import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { dropped, refused, warned } from './testing/said'

const service = (spec: JsonObject, annotations: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', annotations },
  spec: { selector: { app: 'web' }, ports: [{ port: 80 }], ...spec },
})

const port = (...ports: readonly JsonObject[]): JsonObject => ({ ports })

test.each<readonly [string, JsonObject, readonly string[]]>([
  ['needs a port', port(), ['required-field at spec.ports']],
  ['needs none when headless', { ...port(), clusterIP: 'None' }, []],
  [
    'names several ports',
    port({ port: 80 }, { port: 81, name: 'b' }),
    ['required-field at spec.ports[0].name'],
  ],
  [
    'names ports once',
    port({ port: 80, name: 'a' }, { port: 81, name: 'a' }),
    ['duplicate-name at spec.ports[1].name'],
  ],
  [
    'has ports once',
    port({ port: 80, name: 'a' }, { port: 80, name: 'b' }),
    ['duplicate-port at spec.ports[1]'],
  ],
  [
    'has ports for two protocols',
    port({ port: 80, name: 'a' }, { port: 80, name: 'b', protocol: 'UDP' }),
    [],
  ],
  [
    'has ports in range',
    port({ port: 65_536 }),
    ['invalid-port at spec.ports[0].port', 'invalid-port at spec.ports[0].targetPort'],
  ],
  ['takes an unset target', port({ port: 80, targetPort: 0 }), []],
  [
    'names targets shortly',
    port({ port: 80, targetPort: 'abcdefghijklmnop' }),
    ['invalid-name at spec.ports[0].targetPort'],
  ],
  [
    'has no node port inside',
    port({ port: 80, nodePort: 30_000 }),
    ['field-not-allowed at spec.ports[0].nodePort'],
  ],
  ['has no reserved range in a dry run', { type: 'NodePort', ...port({ port: 80, nodePort: 80 }) }, []],
  [
    'has node ports once, which is all that is said',
    { type: 'NodePort', ...port({ port: 80, name: 'a', nodePort: 30_000 }, { port: 81, nodePort: 30_000 }) },
    ['duplicate-port at spec.ports[1].nodePort'],
  ],
  [
    'shares a node port between protocols',
    {
      type: 'NodePort',
      ...port(
        { port: 80, name: 'a', nodePort: 30_000 },
        { port: 80, name: 'b', nodePort: 30_000, protocol: 'UDP' },
      ),
    },
    [],
  ],
  ['knows its type', { type: 'clusterIP' }, ['unsupported-value at spec.type']],
  [
    'is not headless for the outside',
    { type: 'NodePort', clusterIP: 'None' },
    ['field-not-allowed at spec.clusterIPs[0]'],
  ],
  ['has a cluster IP that is one', { clusterIP: 'none' }, ['invalid-address at spec.clusterIPs[0]']],
  ['has clusterIP with clusterIPs', { clusterIPs: ['10.96.0.1'] }, ['invalid-cluster-ip at spec.clusterIPs']],
  [
    'has one IP of each family',
    { clusterIP: '10.96.0.1', clusterIPs: ['10.96.0.1', '10.96.0.2'], ipFamilyPolicy: 'PreferDualStack' },
    ['invalid-cluster-ip at spec.clusterIPs'],
  ],
  [
    'has IPs of its families',
    { clusterIP: 'fd00::1', ipFamilies: ['IPv4'] },
    ['invalid-cluster-ip at spec.clusterIPs[0]'],
  ],
  [
    'has a policy for two families',
    { ipFamilies: ['IPv4', 'IPv6'] },
    ['conflicting-fields at spec.ipFamilyPolicy'],
  ],
  ['has two families', { ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'PreferDualStack' }, []],
  ['needs an external name', { type: 'ExternalName' }, ['required-field at spec.externalName']],
  [
    'has no address besides an external name',
    { type: 'ExternalName', externalName: 'a.b.', clusterIP: '10.96.0.1' },
    ['field-not-allowed at spec.clusterIPs'],
  ],
  [
    'has a short affinity',
    { sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 86_401 } } },
    ['number-out-of-range at spec.sessionAffinityConfig.clientIP.timeoutSeconds'],
  ],
  [
    'has an affinity of a day',
    { sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 86_400 } } },
    [],
  ],
  [
    'has no policy inside',
    { externalTrafficPolicy: 'Cluster' },
    ['field-not-allowed at spec.externalTrafficPolicy'],
  ],
  ['has a policy with external IPs', { externalTrafficPolicy: 'Local', externalIPs: ['1.2.3.4'] }, []],
  [
    'checks health of load balancers',
    { type: 'NodePort', externalTrafficPolicy: 'Local', healthCheckNodePort: 30_100 },
    ['field-not-allowed at spec.healthCheckNodePort'],
  ],
  ['has external IPs', { externalIPs: ['127.0.0.1'] }, ['invalid-address at spec.externalIPs[0]']],
  [
    'has ranges without host bits',
    { type: 'LoadBalancer', loadBalancerSourceRanges: [' 10.0.0.1/8'] },
    ['invalid-address at spec.LoadBalancerSourceRanges[0]'],
  ],
  [
    'has ranges of load balancers',
    { loadBalancerSourceRanges: ['10.0.0.0/8'] },
    ['field-not-allowed at spec.LoadBalancerSourceRanges'],
  ],
  [
    'has a qualified class',
    { type: 'LoadBalancer', loadBalancerClass: 'a b' },
    ['invalid-name at spec.loadBalancerClass'],
  ],
  ['has an IP family once', { ipFamilies: ['IPv4', 'IPv4'] }, ['duplicate-item at spec.ipFamilies[1]']],
  [
    'has no families with an external name',
    { type: 'ExternalName', externalName: 'a.b', ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack' },
    ['field-not-allowed at spec.ipFamilies', 'field-not-allowed at spec.ipFamilyPolicy'],
  ],
  ['knows its affinity', { sessionAffinity: 'clientIP' }, ['unsupported-value at spec.sessionAffinity']],
  [
    'knows policies of nodes',
    { internalTrafficPolicy: 'local' },
    ['unsupported-value at spec.internalTrafficPolicy'],
  ],
  ['knows protocols', port({ port: 80, protocol: 'tcp' }), ['unsupported-value at spec.ports[0].protocol']],
  [
    'has qualified protocols',
    port({ port: 80, appProtocol: '' }),
    ['invalid-name at spec.ports[0].appProtocol'],
  ],
  ['has valid selectors', { selector: { 'a b': 'c' } }, ['invalid-selector at spec.selector']],
])('A Service %s', (_, spec, expected) => expect(refused(service(spec))).toEqual(expected))

test('what other versions refuse', () => {
  const ranges = service({ type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.1/8'] })
  expect(refused(ranges, 35)).toEqual([])
  expect(warned(ranges, 35)).toEqual(['unusual-address at spec.loadBalancerSourceRanges[0]'])
  const near = service({ trafficDistribution: 'PreferSameNode' })
  expect(refused(near, 33)).toEqual(['unsupported-value at spec.trafficDistribution'])
  expect(refused(near, 34)).toEqual([])
})

test('what is warned of', () => {
  expect(warned(service({ clusterIP: 'None', sessionAffinity: 'ClientIP' }))).toEqual([
    'no-effect at spec.SessionAffinity',
  ])
  expect(warned(service({ externalIPs: ['1.2.3.4'] }))).toEqual(['deprecated at spec.externalIPs'])
  expect(warned(service({ externalIPs: ['1.2.3.4'] }), 35)).toEqual([])
  expect(warned(service({ loadBalancerIP: '010.1.2.3' }))).toEqual(['unusual-address at spec.loadBalancerIP'])
  expect(warned(service({ externalName: 'a.b' }))).toEqual(['no-effect at spec.externalName'])
  // With a refusal there is no warning.
  expect(warned(service({ externalName: 'a.b', ports: [] }))).toEqual([])
})

test('what is warned of with and without a cluster IP', () => {
  const headless = { clusterIP: 'None', loadBalancerIP: '10.1.2.3', externalIPs: ['1.2.3.4'] }
  expect(warned(service(headless))).toEqual([
    'no-effect at spec.externalIPs',
    'no-effect at spec.loadBalancerIP',
  ])
  const named = { type: 'ExternalName', externalName: 'a.b', externalIPs: ['1.2.3.4'] }
  expect(warned(service(named))).toEqual(['no-effect at spec.externalIPs'])
  const hints = 'service.kubernetes.io/topology-aware-hints'
  expect(warned(service({}, { [hints]: 'auto' }))).toEqual([`deprecated at metadata.annotations[${hints}]`])
})

test('what is dropped', () => {
  const named = { type: 'ExternalName', externalName: 'a.b', internalTrafficPolicy: 'Local' }
  expect(dropped(service(named))).toEqual(['spec.internalTrafficPolicy'])
  expect(dropped(service({ sessionAffinityConfig: { clientIP: { timeoutSeconds: 5 } } }))).toEqual([
    'spec.sessionAffinityConfig',
  ])
})

test('the annotations of ranges and topology', () => {
  const name = 'service.beta.kubernetes.io/load-balancer-source-ranges'
  expect(refused(service({ type: 'LoadBalancer' }, { [name]: '10.0.0.0/8, x' }))).toEqual([
    `invalid-address at metadata.annotations[${name}]`,
  ])
  expect(
    refused(
      service(
        {},
        {
          'service.kubernetes.io/topology-aware-hints': 'auto',
          'service.kubernetes.io/topology-mode': 'off',
        },
      ),
    ),
  ).toEqual(['conflicting-fields at metadata.annotations[service.kubernetes.io/topology-mode]'])
})
