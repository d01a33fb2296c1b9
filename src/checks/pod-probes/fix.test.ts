import { expect, test } from 'vitest'
import { fixTable, placeholdersFor } from '../testing/fixTable'
import { a, pod, serviceFor } from '../testing/manifests'

const served = (ports: string, containers: string, spec = '') =>
  `${serviceFor('app: web', ports && `, ports: [${ports}]`)}\n---\n${pod(containers, spec)}`

const alive = 'livenessProbe: {exec: {command: [x]}}'

fixTable('pod-probes', [
  [
    'the number of the Service',
    served('{port: 80, targetPort: 8080}', a()),
    'review Add a readiness probe (TCP port 8080): set spec.containers[0].readinessProbe = {tcpSocket: {port: 8080}}',
    'risky Add a readiness probe (HTTP GET /readyz, port 8080): set spec.containers[0].readinessProbe = {httpGet: {path: "/readyz", port: 8080}}',
  ],
  [
    'its own number',
    served('{port: 80}', a()),
    'review Add a readiness probe (TCP port 80): set spec.containers[0].readinessProbe = {tcpSocket: {port: 80}}',
    'risky Add a readiness probe (HTTP GET /readyz, port 80): set spec.containers[0].readinessProbe = {httpGet: {path: "/readyz", port: 80}}',
  ],
  [
    'a name, of another container',
    served('{port: 80, targetPort: http}', `${a()}, {name: b, ports: [{name: http, containerPort: 8080}]}`),
    'review Add a readiness probe (TCP port http, 8080): set spec.containers[1].readinessProbe = {tcpSocket: {port: "http"}}',
    'risky Add a readiness probe (HTTP GET /readyz, port http, 8080): set spec.containers[1].readinessProbe = {httpGet: {path: "/readyz", port: "http"}}',
  ],
  [
    'a name that nothing has',
    served('{port: 80, targetPort: http}', a()),
    'unfixable: Neither the Service nor a container names a TCP port to probe. Decide what shows that a Pod is ready.',
  ],
  [
    'not over UDP',
    served('{port: 53, protocol: UDP}, {port: 54}', a()),
    'review Add a readiness probe (TCP port 54): set spec.containers[0].readinessProbe = {tcpSocket: {port: 54}}',
    'risky Add a readiness probe (HTTP GET /readyz, port 54): set spec.containers[0].readinessProbe = {httpGet: {path: "/readyz", port: 54}}',
  ],
  [
    'a Service without ports',
    served('', a('ports: [{containerPort: 53, protocol: UDP}, {containerPort: 80}]')),
    'review Add a readiness probe (TCP port 80): set spec.containers[0].readinessProbe = {tcpSocket: {port: 80}}',
    'risky Add a readiness probe (HTTP GET /readyz, port 80): set spec.containers[0].readinessProbe = {httpGet: {path: "/readyz", port: 80}}',
  ],
  [
    'only an init container',
    served('{port: 80}', '', 'initContainers: [{name: b}]'),
    'unfixable: Neither the Service nor a container names a TCP port to probe. Decide what shows that a Pod is ready.',
  ],
  [
    'liveness asks the same',
    served(
      '{port: 80, targetPort: 8080}',
      a(
        'ports: [{name: http, containerPort: 8080}], livenessProbe: {tcpSocket: {port: http}, terminationGracePeriodSeconds: 5}',
      ),
    ),
    'risky Add a readiness probe (HTTP GET /readyz, port 8080): set spec.containers[0].readinessProbe = {httpGet: {path: "/readyz", port: 8080}}',
    'risky Make the liveness probe a readiness probe: remove spec.containers[0].livenessProbe.terminationGracePeriodSeconds; rename spec.containers[0].livenessProbe to readinessProbe',
  ],
  [
    'a well-known server',
    served('{port: 6379}', '{name: a, image: "redis:7", ports: [{containerPort: 6379}]}'),
    'review Add a readiness probe (TCP port 6379): set spec.containers[0].readinessProbe = {tcpSocket: {port: 6379}}',
    'review Add a readiness probe (redis-cli ping): set spec.containers[0].readinessProbe = {exec: {command: ["redis-cli", "ping"]}}',
  ],
  [
    'a well-known server whose liveness asks the same',
    served(
      '{port: 5432}',
      '{name: a, image: "postgres:16", ports: [{containerPort: 5432}], livenessProbe: {tcpSocket: {port: 5432}}}',
    ),
    'review Add a readiness probe (pg_isready): set spec.containers[0].readinessProbe = {exec: {command: ["pg_isready"]}}',
    'risky Make the liveness probe a readiness probe: rename spec.containers[0].livenessProbe to readinessProbe',
  ],
  [
    'liveness asks another path',
    served('{port: 80}', a('livenessProbe: {httpGet: {path: /readyz, port: 80}}')),
    'review Add a readiness probe (TCP port 80): set spec.containers[0].readinessProbe = {tcpSocket: {port: 80}}',
  ],
  [
    'no liveness',
    served('{port: 80}', a(alive.replace('liveness', 'readiness'))),
    'unfixable: Only you know whether a restart would help, and what shows it. Check less than for readiness, and nothing that depends on other services.',
  ],
])

test('a path is a guess, and a port that the Service does not tell', async () => {
  const at = ['spec', 'containers', 0, 'readinessProbe']
  const path = { what: 'path of the readiness probe of container a', path: [...at, 'httpGet', 'path'] }
  const what = 'port of the readiness probe of container a'
  expect(await placeholdersFor('pod-probes', served('{port: 80}', a()))).toEqual([[], [path]])
  expect(await placeholdersFor('pod-probes', served('', a('ports: [{containerPort: 80}]')))).toEqual([
    [{ what, path: [...at, 'tcpSocket', 'port'] }],
    [path, { what, path: [...at, 'httpGet', 'port'] }],
  ])
})
