import { fixTable, serviceFor, workload } from './testing/fixTable'

const service = serviceFor('app: web', ', ports: [{port: 80}]')

const policy = (types: string, pods = 'app: web') =>
  `\n---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: web}, spec: {podSelector: {matchLabels: {${pods}}}, policyTypes: [${types}]}}`

const pod = (metadata: string, ports: string, spec = '') =>
  `{apiVersion: v1, kind: Pod, metadata: {${metadata}}, spec: {containers: [{name: a, image: a:1, ports: [${ports}]}]${spec}}}`

const ingress = (backend: string, version = 'networking.k8s.io/v1', spec = '') =>
  `\n---\n{apiVersion: ${version}, kind: Ingress, metadata: {name: web}, spec: {${spec}rules: [{http: {paths: [{path: /, backend: ${backend}}]}}]}}`

const ported = (ports: string) => serviceFor('app: web', `, ports: [${ports}]`)

const legacy = (version: string, kind: string, spec: string) =>
  `{apiVersion: ${version}, kind: ${kind}, metadata: {name: web}, spec: {${spec}}}`

const scaler = (target: string, spec = '') =>
  `\n---\n{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: web}, spec: {scaleTargetRef: {${target}}${spec}}}`

const target = 'apiVersion: apps/v1, kind: Deployment, name: web'

const ports = (list: string) =>
  `template: {metadata: {labels: {app: web}}, spec: {containers: [{name: a, image: a:1, ports: [${list}]}]}}`

fixTable('pod-networkpolicy', [
  [
    'no ports',
    pod('name: web, namespace: shop, labels: {app: web}', ''),
    'review Add NetworkPolicy: add {apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: {name: "web", namespace: "shop"}, spec: {podSelector: {matchLabels: {app: "web"}}, policyTypes: ["Ingress", "Egress"], ingress: [{from: [{podSelector: {}}]}], egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: "kube-system"}}}], ports: [{port: 53, protocol: "UDP"}, {port: 53, protocol: "TCP"}]}]}}',
  ],
  [
    'several ports',
    pod(
      'name: web, labels: {app: web}',
      '{containerPort: 80}, {containerPort: 80, protocol: TCP}, {containerPort: 53, protocol: UDP}',
    ),
    'review Add NetworkPolicy: add {apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: {name: "web"}, spec: {podSelector: {matchLabels: {app: "web"}}, policyTypes: ["Ingress", "Egress"], ingress: [{from: [{podSelector: {}}], ports: [{port: 80}, {port: 53, protocol: "UDP"}]}], egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: "kube-system"}}}], ports: [{port: 53, protocol: "UDP"}, {port: 53, protocol: "TCP"}]}]}}',
  ],
  [
    'egress is missing',
    pod('name: web, labels: {app: web}', '') + policy('Ingress'),
    'review Add NetworkPolicy for egress: add {apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: {name: "web-egress"}, spec: {podSelector: {matchLabels: {app: "web"}}, policyTypes: ["Egress"], egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: "kube-system"}}}], ports: [{port: 53, protocol: "UDP"}, {port: 53, protocol: "TCP"}]}]}}',
  ],
  [
    'ingress is missing',
    pod('name: web, labels: {app: web}', '{containerPort: 80}') + policy('Egress'),
    'review Add NetworkPolicy for ingress: add {apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: {name: "web-ingress"}, spec: {podSelector: {matchLabels: {app: "web"}}, policyTypes: ["Ingress"], ingress: [{from: [{podSelector: {}}], ports: [{port: 80}]}]}}',
  ],
  [
    'its name is taken',
    pod('name: web, labels: {app: web}', '') + policy('Egress', 'app: other'),
    'review Add NetworkPolicy: add {apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: {name: "web-2"}, spec: {podSelector: {matchLabels: {app: "web"}}, policyTypes: ["Ingress", "Egress"], ingress: [{from: [{podSelector: {}}]}], egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: "kube-system"}}}], ports: [{port: 53, protocol: "UDP"}, {port: 53, protocol: "TCP"}]}]}}',
  ],
  [
    'no labels',
    pod('name: web', ''),
    'review Add NetworkPolicy: set metadata.labels.app = "web"; add {apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: {name: "web"}, spec: {podSelector: {matchLabels: {app: "web"}}, policyTypes: ["Ingress", "Egress"], ingress: [{from: [{podSelector: {}}]}], egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: "kube-system"}}}], ports: [{port: 53, protocol: "UDP"}, {port: 53, protocol: "TCP"}]}]}}',
  ],
  [
    'no labels, and a name that no label can have',
    pod('name: "a b"', ''),
    'unfixable: Its pods have no labels that could be selected. Give the template a label of its own first, such as app.',
  ],
  [
    'a label without a value',
    pod('name: web, labels: {app: }', ''),
    'unfixable: Its pods have no labels that could be selected. Give the template a label of its own first, such as app.',
  ],
  [
    'in the network of the node',
    pod('name: web, labels: {app: web}', '', ', hostNetwork: true'),
    'unfixable: The pods are in the network of their node (hostNetwork), where no NetworkPolicy holds. Guard the nodes, or take the pods out of it.',
  ],
])

fixTable('networkpolicy-targets-pod', [
  [
    'a value in other letters',
    policy('Ingress', 'app: Web') + workload('Deployment', ''),
    'review Select the pods of Deployment web: set spec.podSelector.matchLabels.app = "web"',
  ],
  [
    'a key of another spelling',
    policy('Ingress', 'ap: web') + workload('Deployment', ''),
    'review Select the pods of Deployment web: rename spec.podSelector.matchLabels.ap to app',
  ],
  [
    'nothing near',
    policy('Ingress', 'app: database') + workload('Deployment', '', 'app: web', 'name: other'),
    'unfixable: No pod of this text comes near. Add the workload that it is for, or copy the labels of the one that is meant, in the same namespace.',
  ],
])

fixTable('service-targets-pod', [
  [
    'nearest first',
    serviceFor('app: web-apix') +
      workload('Deployment', '', 'app: web-bpi') +
      workload('StatefulSet', '', 'app: web-api'),
    'review Select the pods of StatefulSet web: set spec.selector.app = "web-api"',
    'review Select the pods of Deployment web: set spec.selector.app = "web-bpi"',
  ],
  [
    'the workload of its name',
    serviceFor('app: frontend') +
      workload('Deployment', 'selector: {matchLabels: {name: web}}', 'name: web, v: "1"'),
    'review Select the pods of Deployment web: set spec.selector = {name: "web"}',
  ],
  [
    'in another namespace',
    serviceFor('app: web') + workload('Deployment', '', 'app: web', 'name: web, namespace: shop'),
    'unfixable: No pod of this text comes near. Add the workload that it is for, or copy the labels of the one that is meant, in the same namespace.',
  ],
  [
    'no selector',
    '{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}]}}',
    'unfixable: It has no selector, and no pods are in this text. Where its endpoints are made by something else, ignore this check; else select pods.',
  ],
])

fixTable('service-type', [
  [
    'all that belongs to the node',
    serviceFor('app: web', ', type: NodePort, ports: [{port: 80, nodePort: 30000}, {port: 81}]'),
    'review Make it a ClusterIP Service: set spec.type = "ClusterIP"; remove spec.ports[0].nodePort; remove spec.ports[1].nodePort; remove spec.externalTrafficPolicy; remove spec.healthCheckNodePort',
  ],
])

fixTable('ingress-targets-service', [
  [
    'a near name',
    service + ingress('{service: {name: weeb, port: {number: 80}}}'),
    'review Send to Service web: set spec.rules[0].http.paths[0].backend.service.name = "web"',
  ],
  [
    'a near name, in the older form, with another port',
    ported('{name: http, port: 80}') +
      ingress('{serviceName: weeb, servicePort: 81}', 'networking.k8s.io/v1beta1'),
    'review Send to Service web, port http: set spec.rules[0].http.paths[0].backend.serviceName = "web"; set spec.rules[0].http.paths[0].backend.servicePort = "http"',
  ],
  [
    'the port of the container',
    ported('{name: m, port: 9}, {name: http, port: 80, targetPort: 8080}') +
      ingress('{service: {name: web, port: {number: 8080}}}'),
    'review Send to port http: set spec.rules[0].http.paths[0].backend.service.port = {name: "http"}',
    'review Send to port m: set spec.rules[0].http.paths[0].backend.service.port = {name: "m"}',
  ],
  [
    'a near name of a port',
    ported('{name: http, port: 80}') + ingress('{service: {name: web, port: {name: htp}}}'),
    'review Send to port http: set spec.rules[0].http.paths[0].backend.service.port = {name: "http"}',
  ],
  [
    'nothing near',
    service + ingress('{service: {name: database, port: {number: 80}}}'),
    'unfixable: No Service of this text has a name that comes near. Add the Service, in the namespace of the Ingress, or name another one.',
  ],
  [
    'in the List',
    `{apiVersion: v1, kind: List, items: [${(ingress('{service: {name: weeb, port: {number: 80}}}') + service).replace('\n---\n', '').replace('\n---\n', ', ')}]}`,
    'review Send to Service web: set spec.rules[0].http.paths[0].backend.service.name = "web"',
  ],
  [
    'a resource',
    ingress('{resource: {kind: Bucket, name: b}}'),
    'unfixable: Nothing says which Service is meant. Name one, or ignore this check where the backend is a resource of another kind.',
  ],
])

fixTable('deployment-targeted-by-hpa-does-not-have-replicas-configured', [
  [
    'replicas',
    scaler(target) + workload('Deployment', 'replicas: 3'),
    'review Remove the number of replicas: remove spec.replicas',
  ],
])

fixTable('horizontalpodautoscaler-has-target', [
  [
    'another version',
    scaler('apiVersion: extensions/v1beta1, kind: Deployment, name: web') + workload('Deployment', ''),
    'safe Scale Deployment web: set spec.scaleTargetRef.apiVersion = "apps/v1"',
  ],
  [
    'another kind',
    scaler('apiVersion: apps/v1, kind: StatefulSet, name: web') + workload('Deployment', ''),
    'review Scale Deployment web: set spec.scaleTargetRef.kind = "Deployment"',
  ],
  [
    'a near name',
    scaler('kind: Deployment, name: weeb') + workload('Deployment', ''),
    'review Scale Deployment web: set spec.scaleTargetRef.apiVersion = "apps/v1"; set spec.scaleTargetRef.name = "web"',
  ],
  [
    'a kind of others',
    scaler('apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: web') + workload('Deployment', ''),
    'unfixable: No object of this text comes near. Add the workload that it scales, or ignore this check where that is made elsewhere.',
  ],
  [
    'a target that is old itself',
    scaler(target) + `\n---\n${legacy('apps/v1beta1', 'Deployment', '')}`,
    'unfixable: Deployment web still uses apps/v1beta1: move that object to the stable version first.',
  ],
])

fixTable('horizontalpodautoscaler-replicas', [
  [
    'too few',
    scaler(target, ', maxReplicas: 5'),
    'review Keep at least 2 replicas: set spec.minReplicas = 2',
  ],
  [
    'an upper bound below',
    scaler(target, ', minReplicas: 1, maxReplicas: 1'),
    'review Keep at least 2 replicas: set spec.minReplicas = 2; set spec.maxReplicas = 2',
  ],
])

fixTable('statefulset-has-servicename', [
  [
    'no Service',
    workload('StatefulSet', `serviceName: db, ${ports('{containerPort: 80}')}`),
    'review Add headless Service: add {apiVersion: "v1", kind: "Service", metadata: {name: "db"}, spec: {clusterIP: "None", selector: {app: "web"}, ports: [{port: 80}]}}',
  ],
  [
    'no name, several ports',
    workload(
      'StatefulSet',
      ports('{name: a, containerPort: 1}, {containerPort: 2, protocol: UDP}'),
      '',
      'name: web, namespace: shop',
    ),
    'review Add headless Service: set spec.serviceName = "web"; add {apiVersion: "v1", kind: "Service", metadata: {name: "web", namespace: "shop"}, spec: {clusterIP: "None", selector: {app: "web"}, ports: [{name: "a", port: 1}, {name: "udp-2", port: 2, protocol: "UDP"}]}}',
  ],
  [
    'one of a near name',
    serviceFor('app: web', ', clusterIP: None') + workload('StatefulSet', 'serviceName: weeb'),
    'review Name Service web: set spec.serviceName = "web"',
    'review Add headless Service: add {apiVersion: "v1", kind: "Service", metadata: {name: "weeb"}, spec: {clusterIP: "None", selector: {app: "web"}}}',
  ],
  [
    'one that selects others',
    serviceFor('app: api', ', clusterIP: None') + workload('StatefulSet', 'serviceName: web'),
    'review Let Service web select StatefulSet web: Service web: set spec.selector = {app: "web"}',
    'review Add headless Service: set spec.serviceName = "web-headless"; add {apiVersion: "v1", kind: "Service", metadata: {name: "web-headless"}, spec: {clusterIP: "None", selector: {app: "web"}}}',
  ],
  [
    'one with an IP',
    service + workload('StatefulSet', 'serviceName: web'),
    'review Add headless Service: set spec.serviceName = "web-headless"; add {apiVersion: "v1", kind: "Service", metadata: {name: "web-headless"}, spec: {clusterIP: "None", selector: {app: "web"}}}',
    'review Make Service web headless: Service web: set spec.clusterIP = "None"; Service web: remove spec.clusterIPs',
  ],
  [
    'one with an IP, not named',
    service + workload('StatefulSet', ''),
    'review Add headless Service: set spec.serviceName = "web-headless"; add {apiVersion: "v1", kind: "Service", metadata: {name: "web-headless"}, spec: {clusterIP: "None", selector: {app: "web"}}}',
  ],
  [
    'one that is open to the outside',
    serviceFor('app: web', ', type: LoadBalancer') + workload('StatefulSet', 'serviceName: web'),
    'review Add headless Service: set spec.serviceName = "web-headless"; add {apiVersion: "v1", kind: "Service", metadata: {name: "web-headless"}, spec: {clusterIP: "None", selector: {app: "web"}}}',
  ],
  [
    'no labels',
    workload('StatefulSet', 'serviceName: web', ''),
    'review Add headless Service: set spec.template.metadata.labels.app = "web"; add {apiVersion: "v1", kind: "Service", metadata: {name: "web"}, spec: {clusterIP: "None", selector: {app: "web"}}}',
  ],
])
