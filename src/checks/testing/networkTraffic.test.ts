import { expect, test } from 'vitest'
import { readObjects, isPodBearer, type PodBearer } from '../../engine/objects/readObjects'
import { isService } from '../facts/servicePorts'
import { readDocument } from '../../engine/yaml/readDocument'
import type { NetworkPolicy } from '../../kubernetes/objects'
import { isAllowed, listenersBehind, type Client } from './networkTraffic'

const objectsOf = (text: string) => readObjects(readDocument(text), text).objects

const podIn = (namespace: string, app: string, spec = ''): PodBearer => {
  const text = `{apiVersion: v1, kind: Pod, metadata: {name: ${app}, namespace: ${namespace}, labels: {app: ${app}}}, spec: {containers: [{name: a, ports: [{name: http, containerPort: 8080}, {name: dns, containerPort: 53, protocol: UDP}]}]${spec}}}`
  const [pod] = objectsOf(text).filter(isPodBearer)
  if (!pod) throw new Error('there is no Pod')
  return pod
}

const [web, api, node] = [
  podIn('shop', 'web'),
  podIn('shop', 'api'),
  podIn('shop', 'agent', ', hostNetwork: true'),
]
const other = podIn('other', 'web')

const app = (name: string) => ({ matchLabels: { app: name } })

const policy = (spec: NonNullable<NetworkPolicy['spec']>, namespace = 'shop'): NetworkPolicy => ({
  metadata: { namespace },
  spec: { podSelector: app('web'), ...spec },
})

const named = (name: string) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
})

test.each<
  [what: string, policies: readonly NetworkPolicy[], client: Client, server: PodBearer, allowed: boolean]
>([
  ['no policy', [], other, web, true],
  ['a policy for other Pods', [policy({ podSelector: app('db') })], api, web, true],
  ['a policy of another namespace', [policy({}, 'other')], api, web, true],
  ['no rules, no types: ingress is closed', [policy({})], api, web, false],
  ['no rules, no types: egress is open', [policy({})], web, api, true],
  [
    'an egress rule, no types: egress is covered',
    [policy({ egress: [{ to: [{ podSelector: app('db') }] }] })],
    web,
    api,
    false,
  ],
  [
    'type Ingress: an egress rule has no effect',
    [policy({ policyTypes: ['Ingress'], egress: [] })],
    web,
    api,
    true,
  ],
  ['type Egress alone', [policy({ policyTypes: ['Egress'] })], api, web, true],
  ['an empty rule', [policy({ ingress: [{}] })], 'outside', web, true],
  ['from the namespace', [policy({ ingress: [{ from: [{ podSelector: {} }] }] })], api, web, true],
  [
    'from the namespace, asked from elsewhere',
    [policy({ ingress: [{ from: [{ podSelector: {} }] }] })],
    other,
    web,
    false,
  ],
  [
    'from the namespace, asked from outside',
    [policy({ ingress: [{ from: [{ podSelector: {} }] }] })],
    'outside',
    web,
    false,
  ],
  [
    'from the namespace, asked from the network of a node',
    [policy({ ingress: [{ from: [{ podSelector: {} }] }] })],
    node,
    web,
    false,
  ],
  ['to the network of a node', [policy({ podSelector: app('agent') })], other, node, true],
  ['from a named namespace', [policy({ ingress: [{ from: [named('other')] }] })], other, web, true],
  ['from another named namespace', [policy({ ingress: [{ from: [named('third')] }] })], other, web, false],
  [
    'a namespace and Pods in it',
    [policy({ ingress: [{ from: [{ ...named('other'), podSelector: app('db') }] }] })],
    other,
    web,
    false,
  ],
  [
    'any address',
    [policy({ ingress: [{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }] })],
    'outside',
    web,
    true,
  ],
  [
    'some addresses',
    [policy({ ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }] })],
    'outside',
    web,
    false,
  ],
  ['the number of the port', [policy({ ingress: [{ ports: [{ port: 8080 }] }] })], other, web, true],
  ['another number', [policy({ ingress: [{ ports: [{ port: 80 }] }] })], other, web, false],
  ['a range of ports', [policy({ ingress: [{ ports: [{ port: 8000, endPort: 9000 }] }] })], other, web, true],
  ['a range before it', [policy({ ingress: [{ ports: [{ port: 80, endPort: 8079 }] }] })], other, web, false],
  ['the name of the port', [policy({ ingress: [{ ports: [{ port: 'http' }] }] })], other, web, true],
  [
    'a name that no container has',
    [policy({ ingress: [{ ports: [{ port: 'metrics' }] }] })],
    other,
    web,
    false,
  ],
  [
    'another protocol',
    [policy({ ingress: [{ ports: [{ port: 8080, protocol: 'UDP' }] }] })],
    other,
    web,
    false,
  ],
  ['a protocol without a port', [policy({ ingress: [{ ports: [{ protocol: 'TCP' }] }] })], other, web, true],
  ['two policies add up', [policy({}), policy({ podSelector: {}, ingress: [{}] })], other, web, true],
  [
    'both sides must allow it',
    [policy({ ingress: [{}] }), policy({ podSelector: app('api'), policyTypes: ['Egress'] })],
    api,
    web,
    false,
  ],
  ['an invalid selector selects nothing', [policy({ podSelector: app('a b') })], other, web, true],
])('%s', (_, policies, client, server, allowed) => {
  expect(isAllowed(policies, client, server, { port: 8080 })).toBe(allowed)
})

test.each([
  ['{app: web}', '{port: 80}', [{ port: 80, protocol: 'TCP' }]],
  ['{app: web}', '{port: 80, targetPort: 8080}', [{ port: 8080, protocol: 'TCP' }]],
  ['{app: web}', '{port: 80, targetPort: http}', [{ port: 8080, protocol: 'TCP' }]],
  ['{app: web}', '{port: 80, targetPort: dns}', []],
  ['{app: web}', '{port: 80, targetPort: dns, protocol: UDP}', [{ port: 53, protocol: 'UDP' }]],
  ['{app: api}', '{port: 80}', []],
  ['{}', '{port: 80}', []],
])('a Service with selector %s and port %s', (selector, port, listeners) => {
  const text = `{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: ${selector}, ports: [${port}]}}`
  const [service] = objectsOf(text).filter(isService)
  expect(service && listenersBehind(service, web)).toEqual(listeners)
})
