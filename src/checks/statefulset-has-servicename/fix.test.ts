import { fixTable } from '../testing/fixTable'
import { serviceFor, workload } from '../testing/manifests'

const service = serviceFor('app: web', ', ports: [{port: 80}]')

const ports = (list: string) =>
  `template: {metadata: {labels: {app: web}}, spec: {containers: [{name: a, image: a:1, ports: [${list}]}]}}`

fixTable('statefulset-has-servicename', [
  [
    'no Service',
    workload('StatefulSet', `serviceName: db, ${ports('{containerPort: 80}')}`),
    'review Add a headless Service: add {apiVersion: "v1", kind: "Service", metadata: {name: "db"}, spec: {clusterIP: "None", selector: {app: "web"}, ports: [{port: 80}]}}',
  ],
  [
    'no name, several ports',
    workload(
      'StatefulSet',
      ports('{name: a, containerPort: 1}, {containerPort: 2, protocol: UDP}'),
      '',
      'name: web, namespace: shop',
    ),
    'review Add a headless Service: set spec.serviceName = "web"; add {apiVersion: "v1", kind: "Service", metadata: {name: "web", namespace: "shop"}, spec: {clusterIP: "None", selector: {app: "web"}, ports: [{name: "a", port: 1}, {name: "udp-2", port: 2, protocol: "UDP"}]}}',
  ],
  [
    'one of a near name',
    serviceFor('app: web', ', clusterIP: None') + workload('StatefulSet', 'serviceName: weeb'),
    'review Set serviceName to web: set spec.serviceName = "web"',
    'review Add a headless Service: add {apiVersion: "v1", kind: "Service", metadata: {name: "weeb"}, spec: {clusterIP: "None", selector: {app: "web"}}}',
  ],
  [
    'one that selects others',
    serviceFor('app: api', ', clusterIP: None') + workload('StatefulSet', 'serviceName: web'),
    'review Add a headless Service: set spec.serviceName = "web-headless"; add {apiVersion: "v1", kind: "Service", metadata: {name: "web-headless"}, spec: {clusterIP: "None", selector: {app: "web"}}}',
    'risky Make Service web select the Pods of StatefulSet web: Service web: set spec.selector = {app: "web"}',
  ],
  [
    'one that misses the Pods by a letter',
    serviceFor('app: wep', ', clusterIP: None') + workload('StatefulSet', 'serviceName: web'),
    'review Make Service web select the Pods of StatefulSet web: Service web: set spec.selector = {app: "web"}',
    'review Add a headless Service: set spec.serviceName = "web-headless"; add {apiVersion: "v1", kind: "Service", metadata: {name: "web-headless"}, spec: {clusterIP: "None", selector: {app: "web"}}}',
  ],
  [
    'its own selector, and labels of a version',
    workload('StatefulSet', 'serviceName: web, selector: {matchLabels: {app: web}}', 'app: web, version: v1'),
    'review Add a headless Service: add {apiVersion: "v1", kind: "Service", metadata: {name: "web"}, spec: {clusterIP: "None", selector: {app: "web"}}}',
  ],
  [
    'no selector of its own, and labels of a version',
    workload('StatefulSet', 'serviceName: web', 'app: web, version: v1'),
    'review Add a headless Service: add {apiVersion: "v1", kind: "Service", metadata: {name: "web"}, spec: {clusterIP: "None", selector: {app: "web"}}}',
  ],
  [
    'a name that no Service can have',
    workload('StatefulSet', '', 'app: web', 'name: 1_Web'),
    'review Add a headless Service: set spec.serviceName = "svc-1-web"; add {apiVersion: "v1", kind: "Service", metadata: {name: "svc-1-web"}, spec: {clusterIP: "None", selector: {app: "web"}}}',
  ],
  [
    'a name of a port that no Service can give',
    workload(
      'StatefulSet',
      `serviceName: web, ${ports('{name: A_B, containerPort: 1}, {name: b, containerPort: 2}')}`,
    ),
    'review Add a headless Service: add {apiVersion: "v1", kind: "Service", metadata: {name: "web"}, spec: {clusterIP: "None", selector: {app: "web"}, ports: [{name: "tcp-1", port: 1}, {name: "b", port: 2}]}}',
  ],
  [
    'one with an IP',
    service + workload('StatefulSet', 'serviceName: web'),
    'review Add a headless Service: set spec.serviceName = "web-headless"; add {apiVersion: "v1", kind: "Service", metadata: {name: "web-headless"}, spec: {clusterIP: "None", selector: {app: "web"}}}',
    'risky Make Service web headless: Service web: set spec.clusterIP = "None"; Service web: remove spec.clusterIPs',
  ],
  [
    'one with an IP, not named',
    service + workload('StatefulSet', ''),
    'review Add a headless Service: set spec.serviceName = "web-headless"; add {apiVersion: "v1", kind: "Service", metadata: {name: "web-headless"}, spec: {clusterIP: "None", selector: {app: "web"}}}',
  ],
  [
    'one that is open to the outside',
    serviceFor('app: web', ', type: LoadBalancer') + workload('StatefulSet', 'serviceName: web'),
    'review Add a headless Service: set spec.serviceName = "web-headless"; add {apiVersion: "v1", kind: "Service", metadata: {name: "web-headless"}, spec: {clusterIP: "None", selector: {app: "web"}}}',
  ],
  [
    'no labels',
    workload('StatefulSet', 'serviceName: web', ''),
    'review Add a headless Service: set spec.template.metadata.labels.app = "web"; add {apiVersion: "v1", kind: "Service", metadata: {name: "web"}, spec: {clusterIP: "None", selector: {app: "web"}}}',
  ],
])
