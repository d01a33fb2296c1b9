import { fixTable } from '../testing/fixTable'
import { a, pod, serviceFor } from '../testing/manifests'

fixTable('container-ports-check', [
  [
    'twice',
    pod(a('ports: [{name: http, containerPort: 80}, {name: http, containerPort: 81}]')),
    'review Rename the port to http-81: set spec.containers[0].ports[1].name = "http-81"',
  ],
  [
    'twice, and the next name is taken',
    pod(
      `${a('ports: [{name: x, containerPort: 80}, {name: x, containerPort: 81}]')}, {name: b, ports: [{name: x-81}]}`,
    ),
    'review Rename the port to x-2: set spec.containers[0].ports[1].name = "x-2"',
  ],
  [
    'twice, with a long and odd name',
    pod(
      a(
        'ports: [{name: My__Very_Long_Name, containerPort: 1}, {name: My__Very_Long_Name, containerPort: 8080}]',
      ),
    ),
    'review Rename the port to my-very-long-na: set spec.containers[0].ports[0].name = "my-very-long-na"',
  ],
  [
    'too long, and asked for',
    serviceFor('app: web', ', ports: [{port: 80}, {port: 81, targetPort: prometheus-metrics}]') +
      '\n---\n' +
      pod(
        a(
          'ports: [{name: prometheus-metrics, containerPort: 81}], readinessProbe: {httpGet: {port: prometheus-metrics}}, lifecycle: {preStop: {tcpSocket: {port: other}}}',
        ),
      ),
    'review Rename the port to prometheus-metr: set spec.containers[0].ports[0].name = "prometheus-metr"; set spec.containers[0].readinessProbe.httpGet.port = "prometheus-metr"; Service web: set spec.ports[1].targetPort = "prometheus-metr"',
  ],
  [
    'too long in two containers',
    serviceFor('app: web', ', ports: [{port: 81, targetPort: prometheus-metrics}]') +
      '\n---\n' +
      pod(
        `${a('ports: [{name: prometheus-metrics, containerPort: 81}]')}, {name: b, ports: [{name: prometheus-metrics, containerPort: 82}]}`,
      ),
    'review Rename the port to prometheus-metr: set spec.containers[0].ports[0].name = "prometheus-metr"',
  ],
  [
    'digits only',
    pod(a('ports: [{name: "8080808080808080", containerPort: 81}]')),
    'review Rename the port to port-8080808080: set spec.containers[0].ports[0].name = "port-8080808080"',
  ],
  [
    'no number',
    pod(a('ports: [{name: http}]')),
    'unfixable: Only you know which port it listens on. Add the number, or remove the entry.',
  ],
])
