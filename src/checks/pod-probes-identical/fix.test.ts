import { expect, test } from 'vitest'
import { fixTable, notesFor, placeholdersFor } from '../testing/fixTable'
import { a, pod, workload } from '../testing/manifests'

const liveness = ['spec', 'containers', 0, 'livenessProbe']

/** Two probes with the same action; `live` and `ready`: more fields of each. */
const twice = (action: string, live = '', ready = '', more = '') =>
  pod(a(`livenessProbe: {${action}${live}}, readinessProbe: {${action}${ready}}${more}`))

const onPort = (live = '', ready = '') => twice('tcpSocket: {port: 1}', live, ready)

const command = 'exec: {command: [redis-cli, ping]}'

const removal = 'risky Remove the liveness probe: remove spec.containers[0].livenessProbe'

const waiting = (failures: number, ignored = 'pod-probes-identical') =>
  `risky Restart only after ${failures} failures, and ignore this check (restarts Pods, ignores check): set spec.containers[0].livenessProbe.failureThreshold = ${failures}; set metadata.annotations["kube-score/ignore"] = "${ignored}"`

fixTable('pod-probes-identical', [
  [
    'over HTTP',
    pod(
      a(
        'livenessProbe: {httpGet: {path: /x, port: http, host: h}, periodSeconds: 5}, readinessProbe: {httpGet: {path: /x, port: http}}',
      ),
    ),
    'review Use a TCP check for the liveness probe: remove spec.containers[0].livenessProbe.httpGet; set spec.containers[0].livenessProbe.tcpSocket = {port: "http", host: "h"}',
    'risky Use /livez for the liveness probe: set spec.containers[0].livenessProbe.httpGet.path = "/livez"',
    removal,
  ],
  [
    'over HTTP, with a restart after one failure',
    twice('httpGet: {path: /x, port: 80}', ', failureThreshold: 1'),
    'review Use a TCP check for the liveness probe: remove spec.containers[0].livenessProbe.httpGet; set spec.containers[0].livenessProbe.tcpSocket = {port: 80}; set spec.containers[0].livenessProbe.failureThreshold = 3',
    'risky Use /livez for the liveness probe: set spec.containers[0].livenessProbe.httpGet.path = "/livez"',
    removal,
  ],
  [
    'over HTTP without a port, on the path for liveness',
    twice('httpGet: {path: /livez}'),
    'risky Use /readyz for the readiness probe: set spec.containers[0].readinessProbe.httpGet.path = "/readyz"',
    removal,
  ],
  [
    'the path of a well-known framework',
    twice('httpGet: {path: /actuator/health, port: 80}'),
    'review Use a TCP check for the liveness probe: remove spec.containers[0].livenessProbe.httpGet; set spec.containers[0].livenessProbe.tcpSocket = {port: 80}',
    'review Use /actuator/health/liveness for the liveness probe: set spec.containers[0].livenessProbe.httpGet.path = "/actuator/health/liveness"',
    removal,
  ],
  [
    'the liveness path of a well-known program',
    twice('httpGet: {path: /-/healthy, port: 80}'),
    'review Use a TCP check for the liveness probe: remove spec.containers[0].livenessProbe.httpGet; set spec.containers[0].livenessProbe.tcpSocket = {port: 80}',
    'review Use /-/ready for the readiness probe: set spec.containers[0].readinessProbe.httpGet.path = "/-/ready"',
    removal,
  ],
  ['connections', onPort(), waiting(9), removal],
  ['connections, with thresholds', onPort(', failureThreshold: 4, periodSeconds: 20'), waiting(12), removal],
  [
    'connections, and readiness waits longer',
    onPort(', failureThreshold: 3, periodSeconds: 5', ', failureThreshold: 6'),
    waiting(36),
    removal,
  ],
  [
    'connections, and restarts come late already',
    onPort(', failureThreshold: 30'),
    'unfixable: A restart comes after 300 seconds of failures, long after the Pod gets no more requests (30 seconds). This check does not see that: ignore it here.',
    removal,
  ],
  [
    'connections, and another check is ignored',
    onPort().replace('name: web', 'name: web, annotations: {kube-score/ignore: "pod-probes, "}'),
    waiting(9, 'pod-probes, pod-probes-identical'),
    removal,
  ],
  [
    'connections, in a Deployment',
    workload(
      'Deployment',
      `template: {metadata: {annotations: {a: b}}, spec: {containers: [${a('livenessProbe: {tcpSocket: {port: 1}}, readinessProbe: {tcpSocket: {port: 1}}')}]}}`,
    ),
    'risky Restart only after 9 failures, and ignore this check (restarts Pods, ignores check): set spec.template.spec.containers[0].livenessProbe.failureThreshold = 9; set metadata.annotations["kube-score/ignore"] = "pod-probes-identical"',
    'risky Remove the liveness probe: remove spec.template.spec.containers[0].livenessProbe',
  ],
  [
    'connections to a well-known server',
    twice('tcpSocket: {port: redis}', '', '', ', ports: [{name: redis, containerPort: 6379}]').replace(
      'a:1',
      'redis:7',
    ),
    'review Use redis-cli ping for the readiness probe: remove spec.containers[0].readinessProbe.tcpSocket; set spec.containers[0].readinessProbe.exec = {command: ["redis-cli", "ping"]}',
    waiting(9),
    removal,
  ],
  ['a command', twice(command), waiting(9), removal],
  [
    'a command, with a port',
    twice(command, '', '', ', ports: [{containerPort: 6379}, {containerPort: 53, protocol: UDP}]'),
    'review Use a TCP check for the liveness probe: remove spec.containers[0].livenessProbe.exec; set spec.containers[0].livenessProbe.tcpSocket = {port: 6379}',
    waiting(9),
    removal,
  ],
  [
    'a command, with several ports',
    twice(command, '', '', ', ports: [{containerPort: 80}, {containerPort: 81}]'),
    waiting(9),
    removal,
  ],
])

test('what could go wrong, and what is lost', async () => {
  expect(await notesFor('pod-probes-identical', onPort())).toEqual([
    'The Pod gets no more requests after 30 seconds of failures, and is restarted after 90. Check how long a busy app may take; this check does not see thresholds.',
    'The liveness probe is lost: a process that hangs is not restarted any more. One that exits still is.',
  ])
  expect(await notesFor('pod-probes-identical', twice('httpGet: {path: /q/health, port: 80}'))).toEqual([
    'An app can accept connections and still answer nothing. Check that this is enough.',
    'Check that the app answers there: apps with /q/health usually do.',
    'The liveness probe is lost: a process that hangs is not restarted any more. One that exits still is.',
  ])
})

test('paths and thresholds are guesses', async () => {
  const http = twice('httpGet: {path: /x, port: 80}', ', failureThreshold: 2')
  const threshold = {
    what: 'failureThreshold of the liveness probe of container a',
    path: [...liveness, 'failureThreshold'],
  }
  expect(await placeholdersFor('pod-probes-identical', http)).toEqual([
    [threshold],
    [{ what: 'path of the liveness probe of container a', path: [...liveness, 'httpGet', 'path'] }],
    [],
  ])
  expect(await placeholdersFor('pod-probes-identical', onPort())).toEqual([[threshold], []])
})
