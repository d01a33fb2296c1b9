import { configMap, times, type Family } from './family'
import { object, listed, mapped, service, policy, role } from './serverObjects'

/** What the rules of the API server go through: lists and maps of metadata, networks and data. */
export const objectFieldFamilies: readonly Family[] = [
  {
    name: 'labels and annotations',
    text: (n) =>
      `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  labels: ${mapped(n, (index) => `l${index}: v`)}\n  annotations: ${mapped(n, (index) => `a${index}: v`)}\nspec: {containers: [{name: c, image: "a:1"}]}\n`,
  },
  {
    name: 'annotations about containers',
    text: (n) =>
      `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations: ${mapped(n, (index) => `container.apparmor.security.beta.kubernetes.io/c${index}: unconfined, container.seccomp.security.alpha.kubernetes.io/c${index}: unconfined`)}\nspec: {containers: ${listed(n, (index) => `{name: c${index}, image: "a:1"}`)}}\n`,
  },
  {
    name: 'owners',
    text: (n) =>
      object(
        'v1',
        'ConfigMap',
        '',
        `, ownerReferences: ${listed(n, (index) => `{apiVersion: v1, kind: Pod, name: p, uid: u${index >> 1}, controller: true}`)}`,
      ),
  },
  {
    name: 'finalizers',
    text: (n) => object('v1', 'ConfigMap', '', `, finalizers: ${listed(n, (index) => `a.b/c${index}`)}`),
  },
  {
    name: 'fields that are managed',
    text: (n) =>
      object(
        'v1',
        'ConfigMap',
        '',
        `, managedFields: ${listed(n, () => '{manager: a, operation: Update, apiVersion: v1, fieldsType: FieldsV1, fieldsV1: {}}')}`,
      ),
  },
  {
    name: 'ports of a Service',
    text: (n) =>
      service(`ports: ${listed(n, (index) => `{name: p${index}, port: ${1 + index}, targetPort: 80}`)}`),
  },
  {
    name: 'one port of a Service',
    text: (n) => service(`type: NodePort, ports: ${listed(n, () => '{name: p, port: 80, nodePort: 30000}')}`),
  },
  {
    name: 'node ports of a Service',
    text: (n) =>
      service(
        `type: LoadBalancer, ports: ${listed(n, (index) => `{name: p${index}, port: ${1 + (index >> 1)}, protocol: ${index % 2 ? 'TCP' : 'UDP'}, nodePort: ${30_000 + index}}`)}`,
      ),
  },
  {
    name: 'addresses of a Service',
    text: (n) =>
      service(
        `ports: [{port: 80}], type: LoadBalancer, externalIPs: ${listed(n, (index) => `1.2.${(index >> 8) % 256}.${index % 256}`)}, clusterIPs: ${listed(n, () => '1.2.3.4')}, ipFamilies: ${listed(n, () => 'IPv4')}, loadBalancerSourceRanges: ${listed(n, () => '1.2.3.0/24')}`,
      ),
  },
  {
    name: 'a long address',
    text: (n) =>
      service(
        `ports: [{port: 80}], externalIPs: ["${'1:'.repeat(n)}", "${'1.'.repeat(n)}", "::${':0'.repeat(n)}"]`,
      ),
  },
  {
    name: 'rules of a NetworkPolicy',
    text: (n) =>
      policy(
        `podSelector: {}, ingress: ${listed(n, (index) => `{from: [{podSelector: {matchLabels: {a: b${index}}}}, {ipBlock: {cidr: 10.0.0.0/8, except: [10.${index % 256}.0.0/16]}}], ports: [{port: ${1 + (index % 60_000)}}]}`)}`,
      ),
  },
  {
    name: 'exceptions of a NetworkPolicy',
    text: (n) =>
      policy(
        `podSelector: {}, egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8, except: ${listed(n, (index) => `10.${index % 256}.0.0/16`)}}}]}], policyTypes: ${listed(n, () => 'Egress')}`,
      ),
  },
  {
    name: 'labels of a selector',
    text: (n) =>
      policy(
        `podSelector: {matchLabels: ${mapped(n, (index) => `l${index}: v`)}, matchExpressions: ${listed(n, (index) => `{key: k${index}, operator: In, values: [a, "-"]}`)}}`,
      ),
  },
  {
    name: 'values of a selector',
    text: (n) =>
      policy(
        `podSelector: {matchExpressions: [{key: k, operator: In, values: ${listed(n, (index) => `v${index}`)}}]}`,
      ),
  },
  {
    name: 'hosts of an Ingress',
    text: (n) =>
      object(
        'networking.k8s.io/v1',
        'Ingress',
        `spec: {tls: ${listed(n, (index) => `{hosts: [h${index}.a], secretName: s}`)}, rules: ${listed(n, (index) => `{host: h${index >> 1}.a, http: {paths: [{path: /, pathType: Exact, backend: {service: {name: s, port: {number: 80}}}}]}}`)}}`,
      ),
  },
  {
    name: 'endpoints of a slice',
    text: (n) =>
      object(
        'discovery.k8s.io/v1',
        'EndpointSlice',
        `addressType: IPv4\nendpoints: ${listed(n, (index) => `{addresses: [10.0.0.${index % 256}], hostname: h${index}}`)}\nports: ${listed(n, (index) => `{name: p${index >> 1}, port: 80}`)}`,
      ),
  },
  {
    name: 'addresses of endpoints',
    text: (n) =>
      object(
        'v1',
        'Endpoints',
        `subsets: [{addresses: ${listed(n, (index) => `{ip: 10.0.0.${index % 256}}`)}, ports: ${listed(n, (index) => `{name: p${index}, port: 80}`)}}]`,
      ),
  },
  {
    name: 'rules of a Role',
    text: (n) => role(listed(n, (index) => `{apiGroups: [""], resources: [r${index}], verbs: [get]}`)),
  },
  {
    name: 'words of a rule of a Role',
    text: (n) =>
      role(
        `[{apiGroups: ${listed(n, (index) => `g${index}`)}, resources: ${listed(n, (index) => `r${index}`)}, verbs: ${listed(n, (index) => `v${index}`)}}]`,
      ),
  },
  {
    name: 'subjects of a RoleBinding',
    text: (n) =>
      object(
        'rbac.authorization.k8s.io/v1',
        'RoleBinding',
        `roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: a}\nsubjects: ${listed(n, (index) => `{kind: ServiceAccount, name: s${index}, namespace: a}`)}`,
      ),
  },
  { name: 'keys of a ConfigMap', text: (n) => configMap(times(n, (index) => `  k${index}: v\n`)) },
  {
    name: 'keys of a ConfigMap that are no names',
    text: (n) =>
      `${configMap(times(n, (index) => `  "k ${index}": v\n`))}binaryData:\n${times(n, (index) => `  "k ${index}": QQ==\n`)}`,
  },
  {
    name: 'keys of a Secret',
    text: (n) =>
      object(
        'v1',
        'Secret',
        `stringData: ${mapped(n, (index) => `k${index}: v`)}\ndata: ${mapped(n, (index) => `k${index}: QQ==`)}`,
      ),
  },
]
