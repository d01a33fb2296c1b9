import { fixTable, serviceFor } from './testing/fixTable'
import { a, pod } from './testing/manifests'

const served = (ports: string, containers: string, spec = '') =>
  `${serviceFor('app: web', ports && `, ports: [${ports}]`)}\n---\n${pod(containers, spec)}`

const alive = 'livenessProbe: {exec: {command: [x]}}'

fixTable('pod-probes', [
  [
    'the number of the Service',
    served('{port: 80, targetPort: 8080}', a()),
    'review Ask whether container a takes connections: set spec.containers[0].readinessProbe = {tcpSocket: {port: 8080}}',
    'review Ask container a for /readyz: set spec.containers[0].readinessProbe = {httpGet: {path: "/readyz", port: 8080}}',
  ],
  [
    'its own number',
    served('{port: 80}', a()),
    'review Ask whether container a takes connections: set spec.containers[0].readinessProbe = {tcpSocket: {port: 80}}',
    'review Ask container a for /readyz: set spec.containers[0].readinessProbe = {httpGet: {path: "/readyz", port: 80}}',
  ],
  [
    'a name, of another container',
    served('{port: 80, targetPort: http}', `${a()}, {name: b, ports: [{name: http, containerPort: 8080}]}`),
    'review Ask whether container b takes connections: set spec.containers[1].readinessProbe = {tcpSocket: {port: "http"}}',
    'review Ask container b for /readyz: set spec.containers[1].readinessProbe = {httpGet: {path: "/readyz", port: "http"}}',
  ],
  [
    'a name that nothing has',
    served('{port: 80, targetPort: http}', a()),
    'unfixable: Neither the Service nor a container names a TCP port that could be asked. Decide what shows that a pod is ready.',
  ],
  [
    'not over UDP',
    served('{port: 53, protocol: UDP}, {port: 54}', a()),
    'review Ask whether container a takes connections: set spec.containers[0].readinessProbe = {tcpSocket: {port: 54}}',
    'review Ask container a for /readyz: set spec.containers[0].readinessProbe = {httpGet: {path: "/readyz", port: 54}}',
  ],
  [
    'a Service without ports',
    served('', a('ports: [{containerPort: 53, protocol: UDP}, {containerPort: 80}]')),
    'review Ask whether container a takes connections: set spec.containers[0].readinessProbe = {tcpSocket: {port: 80}}',
    'review Ask container a for /readyz: set spec.containers[0].readinessProbe = {httpGet: {path: "/readyz", port: 80}}',
  ],
  [
    'only an init container',
    served('{port: 80}', '', 'initContainers: [{name: b}]'),
    'unfixable: Neither the Service nor a container names a TCP port that could be asked. Decide what shows that a pod is ready.',
  ],
  [
    'liveness asks the same',
    served(
      '{port: 80, targetPort: 8080}',
      a(
        'ports: [{name: http, containerPort: 8080}], livenessProbe: {tcpSocket: {port: http}, terminationGracePeriodSeconds: 5}',
      ),
    ),
    'review Make the liveness probe a readiness probe: remove spec.containers[0].livenessProbe.terminationGracePeriodSeconds; rename spec.containers[0].livenessProbe to readinessProbe',
    'review Ask container a for /readyz: set spec.containers[0].readinessProbe = {httpGet: {path: "/readyz", port: 8080}}',
  ],
  [
    'liveness asks another path',
    served('{port: 80}', a('livenessProbe: {httpGet: {path: /readyz, port: 80}}')),
    'review Ask whether container a takes connections: set spec.containers[0].readinessProbe = {tcpSocket: {port: 80}}',
  ],
  [
    'no liveness',
    served('{port: 80}', a(alive.replace('liveness', 'readiness'))),
    'unfixable: Only you know whether a restart is the cure, and what shows it: ask less than for readiness, and nothing of other programs.',
  ],
])

fixTable('pod-probes-identical', [
  [
    'over HTTP',
    pod(
      a(
        'livenessProbe: {httpGet: {path: /x, port: http, host: h}}, readinessProbe: {httpGet: {path: /x, port: http}}',
      ),
    ),
    'review Remove liveness probe: remove spec.containers[0].livenessProbe',
    'review Let the liveness probe only connect: remove spec.containers[0].livenessProbe.httpGet; set spec.containers[0].livenessProbe.tcpSocket = {port: "http", host: "h"}',
    'review Ask /livez for liveness: set spec.containers[0].livenessProbe.httpGet.path = "/livez"',
  ],
  [
    'over HTTP without a port',
    pod(a('livenessProbe: {httpGet: {path: /livez}}, readinessProbe: {httpGet: {path: /livez}}')),
    'review Remove liveness probe: remove spec.containers[0].livenessProbe',
  ],
  [
    'connections',
    pod(a('livenessProbe: {tcpSocket: {port: 1}}, readinessProbe: {tcpSocket: {port: 1}}')),
    'review Remove liveness probe: remove spec.containers[0].livenessProbe',
  ],
])

const spread = (constraint: string, metadata = 'labels: {app: web}') =>
  `{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {template: {metadata: {${metadata}}, spec: {containers: [], topologySpreadConstraints: [{${constraint}}]}}}}`

fixTable('pod-topology-spread-constraints', [
  [
    'no selector',
    spread(''),
    'review Select its own pods: set spec.template.spec.topologySpreadConstraints[0].labelSelector = {matchLabels: {app: "web"}}',
  ],
  [
    'no selector and no labels',
    spread('', ''),
    'review Select its own pods: set spec.template.metadata.labels.app = "web"; set spec.template.spec.topologySpreadConstraints[0].labelSelector = {matchLabels: {app: "web"}}',
  ],
  [
    'no skew',
    spread('labelSelector: {}'),
    'review Set maxSkew to 1: set spec.template.spec.topologySpreadConstraints[0].maxSkew = 1',
  ],
  [
    'no domains',
    spread('labelSelector: {}, maxSkew: 1, minDomains: 0'),
    'safe Remove minDomains: remove spec.template.spec.topologySpreadConstraints[0].minDomains',
  ],
  [
    'no topology',
    spread('labelSelector: {}, maxSkew: 1, minDomains: 1'),
    'review Spread over zones: set spec.template.spec.topologySpreadConstraints[0].topologyKey = "topology.kubernetes.io/zone"',
    'review Spread over nodes: set spec.template.spec.topologySpreadConstraints[0].topologyKey = "kubernetes.io/hostname"',
  ],
  [
    'no policy',
    spread('labelSelector: {}, maxSkew: 1, minDomains: 1, topologyKey: a'),
    'review Set to ScheduleAnyway: set spec.template.spec.topologySpreadConstraints[0].whenUnsatisfiable = "ScheduleAnyway"',
    'review Set to DoNotSchedule: set spec.template.spec.topologySpreadConstraints[0].whenUnsatisfiable = "DoNotSchedule"',
  ],
  [
    'other letters',
    spread('labelSelector: {}, maxSkew: 1, minDomains: 1, topologyKey: a, whenUnsatisfiable: scheduleanyway'),
    'safe Set to ScheduleAnyway: set spec.template.spec.topologySpreadConstraints[0].whenUnsatisfiable = "ScheduleAnyway"',
  ],
])

const labelled = (value: string, more = '') =>
  `{apiVersion: v1, kind: Service, metadata: {name: web, labels: {example.com/a: ${value}}${more}}}`

fixTable('label-values', [
  [
    'a slash',
    labelled('feature/x'),
    'review Change the value to feature-x: set metadata.labels["example.com/a"] = "feature-x"',
    'review Move it to the annotations: remove metadata.labels["example.com/a"]; set metadata.annotations["example.com/a"] = "feature/x"',
  ],
  [
    'too long with it',
    labelled(`"${'a'.repeat(62)} ${'b'.repeat(9)}"`),
    'review Change the value to aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: set metadata.labels["example.com/a"] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"',
    'review Move it to the annotations: remove metadata.labels["example.com/a"]; set metadata.annotations["example.com/a"] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbb"',
  ],
  [
    'only at the ends',
    labelled('"_v1.0?"'),
    'review Change the value to v1.0: set metadata.labels["example.com/a"] = "v1.0"',
    'review Move it to the annotations: remove metadata.labels["example.com/a"]; set metadata.annotations["example.com/a"] = "_v1.0?"',
  ],
  [
    'nothing is left',
    labelled('"///"'),
    'review Move it to the annotations: remove metadata.labels["example.com/a"]; set metadata.annotations["example.com/a"] = "///"',
  ],
  [
    'an annotation of the name',
    labelled('"///"', ', annotations: {example.com/a: x}'),
    'unfixable: Nothing legal is left of the value. Decide what it should say, or remove the label.',
  ],
  [
    'a placeholder',
    labelled('"${VERSION}"'),
    'unfixable: The value holds a placeholder that something else has to fill in. Render it first.',
  ],
])
