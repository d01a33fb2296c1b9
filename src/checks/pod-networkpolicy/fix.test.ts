import { fixTable } from '../testing/fixTable'

const policy = (types: string, pods = 'app: web') =>
  `\n---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: web}, spec: {podSelector: {matchLabels: {${pods}}}, policyTypes: [${types}]}}`

const pod = (metadata: string, ports: string, spec = '') =>
  `{apiVersion: v1, kind: Pod, metadata: {${metadata}}, spec: {containers: [{name: a, image: a:1, ports: [${ports}]}]${spec}}}`

fixTable('pod-networkpolicy', [
  [
    'no ports',
    pod('name: web, namespace: shop, labels: {app: web}', ''),
    'review Add a NetworkPolicy: add {apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: {name: "web", namespace: "shop"}, spec: {podSelector: {matchLabels: {app: "web"}}, policyTypes: ["Ingress", "Egress"], ingress: [{from: [{podSelector: {}}]}], egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: "kube-system"}}}], ports: [{port: 53, protocol: "UDP"}, {port: 53, protocol: "TCP"}]}]}}',
  ],
  [
    'several ports',
    pod(
      'name: web, labels: {app: web}',
      '{containerPort: 80}, {containerPort: 80, protocol: TCP}, {containerPort: 53, protocol: UDP}',
    ),
    'review Add a NetworkPolicy: add {apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: {name: "web"}, spec: {podSelector: {matchLabels: {app: "web"}}, policyTypes: ["Ingress", "Egress"], ingress: [{from: [{podSelector: {}}], ports: [{port: 80}, {port: 53, protocol: "UDP"}]}], egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: "kube-system"}}}], ports: [{port: 53, protocol: "UDP"}, {port: 53, protocol: "TCP"}]}]}}',
  ],
  [
    'egress is missing',
    pod('name: web, labels: {app: web}', '') + policy('Ingress'),
    'review Add a NetworkPolicy for egress: add {apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: {name: "web-egress"}, spec: {podSelector: {matchLabels: {app: "web"}}, policyTypes: ["Egress"], egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: "kube-system"}}}], ports: [{port: 53, protocol: "UDP"}, {port: 53, protocol: "TCP"}]}]}}',
  ],
  [
    'ingress is missing',
    pod('name: web, labels: {app: web}', '{containerPort: 80}') + policy('Egress'),
    'review Add a NetworkPolicy for ingress: add {apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: {name: "web-ingress"}, spec: {podSelector: {matchLabels: {app: "web"}}, policyTypes: ["Ingress"], ingress: [{from: [{podSelector: {}}], ports: [{port: 80}]}]}}',
  ],
  [
    'its name is taken',
    pod('name: web, labels: {app: web}', '') + policy('Egress', 'app: other'),
    'review Add a NetworkPolicy: add {apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: {name: "web-2"}, spec: {podSelector: {matchLabels: {app: "web"}}, policyTypes: ["Ingress", "Egress"], ingress: [{from: [{podSelector: {}}]}], egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: "kube-system"}}}], ports: [{port: 53, protocol: "UDP"}, {port: 53, protocol: "TCP"}]}]}}',
  ],
  [
    'no labels',
    pod('name: web', ''),
    'review Add a NetworkPolicy: set metadata.labels.app = "web"; add {apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: {name: "web"}, spec: {podSelector: {matchLabels: {app: "web"}}, policyTypes: ["Ingress", "Egress"], ingress: [{from: [{podSelector: {}}]}], egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: "kube-system"}}}], ports: [{port: 53, protocol: "UDP"}, {port: 53, protocol: "TCP"}]}]}}',
  ],
  [
    'no labels, and a name that no label can have',
    pod('name: "a b"', ''),
    'unfixable: The Pods have no labels to select. Add a label to the template first, such as app.',
  ],
  [
    'a label without a value',
    pod('name: web, labels: {app: }', ''),
    'unfixable: The Pods have no labels to select. Add a label to the template first, such as app.',
  ],
  [
    'in the network of the node',
    pod('name: web, labels: {app: web}', '', ', hostNetwork: true'),
    'unfixable: The Pods use the network of their node (hostNetwork), where no NetworkPolicy applies. Protect the nodes, or turn hostNetwork off.',
  ],
])
