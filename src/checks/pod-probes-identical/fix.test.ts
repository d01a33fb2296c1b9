import { fixTable } from '../testing/fixTable'
import { a, pod } from '../testing/manifests'

fixTable('pod-probes-identical', [
  [
    'over HTTP',
    pod(
      a(
        'livenessProbe: {httpGet: {path: /x, port: http, host: h}}, readinessProbe: {httpGet: {path: /x, port: http}}',
      ),
    ),
    'review Remove the liveness probe: remove spec.containers[0].livenessProbe',
    'review Use a TCP check for the liveness probe: remove spec.containers[0].livenessProbe.httpGet; set spec.containers[0].livenessProbe.tcpSocket = {port: "http", host: "h"}',
    'review Use /livez for the liveness probe: set spec.containers[0].livenessProbe.httpGet.path = "/livez"',
  ],
  [
    'over HTTP without a port',
    pod(a('livenessProbe: {httpGet: {path: /livez}}, readinessProbe: {httpGet: {path: /livez}}')),
    'review Remove the liveness probe: remove spec.containers[0].livenessProbe',
  ],
  [
    'connections',
    pod(a('livenessProbe: {tcpSocket: {port: 1}}, readinessProbe: {tcpSocket: {port: 1}}')),
    'review Remove the liveness probe: remove spec.containers[0].livenessProbe',
  ],
])
