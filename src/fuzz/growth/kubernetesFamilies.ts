import { configMap, container, deployment, times, type Family } from './family'

const service = (index: number): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: s${index}\nspec:\n  selector: {app: a${index}}\n  ports: [{port: 80}]\n---\n`

const policy = (index: number, labels = `{app: a${index}}`): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: p${index}\nspec:\n  podSelector: {matchLabels: ${labels}}\n  policyTypes: [Ingress, Egress]\n---\n`

const autoscaler = (index: number): string =>
  `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: h${index}\nspec:\n  maxReplicas: 3\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: w${index}}\n---\n`

const budget = (index: number): string =>
  `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: b${index}\nspec:\n  minAvailable: 1\n  selector: {matchLabels: {app: a${index}}}\n---\n`

const web = (index: number, labels = `{app: a${index}}`): string =>
  `${container('', `w${index}`, labels)}---\n`

const listOf = (items: string): string => `apiVersion: v1\nkind: List\nitems:\n${items}`

const ingress = (paths: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: a\nspec:\n  rules:\n  - http:\n      paths:\n${paths}`

const path = (index: number): string =>
  `      - {path: /${index}, pathType: Prefix, backend: {service: {name: s${index}, port: {number: 80}}}}\n`

/** Every element of a manifest, many times, and objects that refer to one another. */
export const kubernetesFamilies: readonly Family[] = [
  { name: 'Deployments', text: (n) => times(n, (index) => web(index)) },
  { name: 'one object repeated', text: (n) => times(n, () => web(0)) },
  {
    name: 'one name, different objects',
    text: (n) => times(n, (index) => `${container(`        tty: ${index}\n`)}---\n`),
  },
  {
    name: 'objects without a name',
    text: (n) => times(n, (index) => `apiVersion: v1\nkind: ConfigMap\ndata: {a: "${index}"}\n---\n`),
  },
  {
    name: 'objects without a kind',
    text: (n) => times(n, (index) => `apiVersion: v1\nmetadata: {name: a${index}}\n---\n`),
  },
  {
    name: 'objects of unknown kinds',
    text: (n) =>
      times(n, (index) => `apiVersion: example.com/v1\nkind: Kind${index}\nmetadata: {name: a}\n---\n`),
  },
  {
    name: 'objects of misspelt kinds',
    text: (n) =>
      times(n, (index) => `apiVersion: apps/v1\nkind: Deploymnt${index}\nmetadata: {name: a}\n---\n`),
  },
  {
    name: 'objects of removed versions',
    text: (n) =>
      times(
        n,
        (index) => `apiVersion: extensions/v1beta1\nkind: Deployment\nmetadata: {name: a${index}}\n---\n`,
      ),
  },
  { name: 'Services × Deployments', text: (n) => times(n, (index) => service(index) + web(index)) },
  { name: 'Services of one Deployment', text: (n) => web(0) + times(n, () => service(0)) },
  { name: 'Services that select nothing', text: (n) => times(n, (index) => service(index)) },
  { name: 'NetworkPolicies × Pods', text: (n) => times(n, (index) => policy(index) + web(index)) },
  {
    name: 'NetworkPolicies for all Pods',
    text: (n) => times(n, (index) => policy(index, '{}') + web(index)),
  },
  {
    name: 'PodDisruptionBudgets × Deployments',
    text: (n) => times(n, (index) => budget(index) + web(index)),
  },
  {
    name: 'HorizontalPodAutoscalers × Deployments',
    text: (n) => times(n, (index) => autoscaler(index) + web(index)),
  },
  { name: 'HorizontalPodAutoscalers without a target', text: (n) => times(n, (index) => autoscaler(index)) },
  {
    name: 'Deployments with equal labels and Services',
    text: (n) => times(n, (index) => web(index, '{app: a}') + service(index).replace(`a${index}}`, 'a}')),
  },
  {
    name: 'Pods that read ConfigMaps',
    text: (n) =>
      times(
        n,
        (index) =>
          `${container(`        envFrom: [{configMapRef: {name: c${index >> 1}}}]\n`, `w${index}`)}---\n${configMap(`  a: b\n`, `c${index}`)}---\n`,
      ),
  },
  {
    name: 'service accounts of one binding',
    text: (n) =>
      `apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: a}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}\nsubjects:\n${times(n, (index) => `- {kind: ServiceAccount, name: s${index}}\n`)}${times(n, (index) => `---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: s${index}}\n`)}`,
  },
  { name: 'Ingress paths', text: (n) => ingress(times(n, path)) },
  { name: 'Ingress paths × Services', text: (n) => times(n, service) + ingress(times(n, path)) },
  {
    name: 'Ingresses × Services',
    text: (n) =>
      times(
        n,
        (index) => `${service(index)}${ingress(path(index)).replace('name: a', `name: i${index}`)}---\n`,
      ),
  },
  {
    name: 'containers',
    text: (n) =>
      deployment(
        `      containers:\n${times(n, (index) => `      - name: c${index}\n        image: nginx\n`)}`,
      ),
  },
  {
    name: 'containers of one name',
    text: (n) => deployment(`      containers:\n${'      - name: c\n        image: nginx\n'.repeat(n)}`),
  },
  {
    name: 'initContainers',
    text: (n) =>
      deployment(
        `      initContainers:\n${times(n, (index) => `      - {name: c${index}, image: nginx}\n`)}`,
      ),
  },
  {
    name: 'environment variables',
    text: (n) => container(`        env:\n${times(n, (index) => `        - {name: V${index}, value: a}\n`)}`),
  },
  {
    name: 'one environment variable repeated',
    text: (n) => container(`        env:\n${'        - {name: V, value: a}\n'.repeat(n)}`),
  },
  {
    name: 'environment variables each twice',
    text: (n) =>
      container(`        env:\n${times(n, (index) => `        - {name: V${index >> 1}, value: a}\n`)}`),
  },
  {
    name: 'ports',
    text: (n) =>
      container(
        `        ports:\n${times(n, (index) => `        - {name: p${index}, containerPort: ${1 + index}}\n`)}`,
      ),
  },
  {
    name: 'one port repeated',
    text: (n) => container(`        ports:\n${'        - {name: p, containerPort: 80}\n'.repeat(n)}`),
  },
  {
    name: 'volumes and mounts',
    text: (n) =>
      container(
        `        volumeMounts:\n${times(n, (index) => `        - {name: v${index}, mountPath: /${index}}\n`)}      volumes:\n${times(n, (index) => `      - {name: v${index}, emptyDir: {}}\n`)}`,
      ),
  },
  {
    name: 'arguments',
    text: (n) => container(`        args:\n${times(n, (index) => `        - --flag=${index}\n`)}`),
  },
  { name: 'labels', text: (n) => container('', 'web', `{${times(n, (index) => `l${index}: v`, ', ')}}`) },
  {
    name: 'labels that are not allowed',
    text: (n) => container('', 'web', `{${times(n, (index) => `"l ${index}": "v v"`, ', ')}}`),
  },
  {
    name: 'annotations',
    text: (n) =>
      container('').replace(
        'metadata:\n',
        `metadata:\n  annotations:\n${times(n, (index) => `    a${index}: b\n`)}`,
      ),
  },
  {
    name: 'names of checks to ignore',
    text: (n) =>
      container('').replace(
        'metadata:\n',
        `metadata:\n  annotations:\n    kube-score/ignore: ${times(n, (index) => `check-${index}`, ',')}\n`,
      ),
  },
  {
    name: 'one check ignored again and again',
    text: (n) =>
      container('').replace(
        'metadata:\n',
        `metadata:\n  annotations:\n    kube-score/ignore: ${times(n, () => 'container-image-tag', ',')}\n`,
      ),
  },
  {
    name: 'selector requirements',
    text: (n) =>
      `${web(0)}${policy(0, '{}').replace('{matchLabels: {}}', `{matchExpressions: [${times(n, (index) => `{key: k${index}, operator: Exists}`, ', ')}]}`)}`,
  },
  {
    name: 'values of a selector requirement',
    text: (n) =>
      `${web(0)}${policy(0, '{}').replace('{matchLabels: {}}', `{matchExpressions: [{key: app, operator: In, values: [${times(n, (index) => `v${index}`, ', ')}]}]}`)}`,
  },
  {
    name: 'selectors with many values × Pods',
    text: (n) =>
      times(n, (index) => web(index)) +
      policy(0, '{}').replace(
        '{matchLabels: {}}',
        `{matchExpressions: [{key: app, operator: NotIn, values: [${times(n, (index) => `v${index}`, ', ')}]}]}`,
      ),
  },
  {
    name: 'namespaces',
    text: (n) =>
      times(n, (index) =>
        (service(0) + web(0)).replaceAll('metadata:\n  name', `metadata:\n  namespace: n${index}\n  name`),
      ),
  },
  {
    name: 'data of ConfigMaps',
    text: (n) => times(n, (index) => `${configMap(`  k${index}: |\n    a: b\n`, `c${index}`)}---\n`),
  },
  {
    name: 'Secrets with bad base64',
    text: (n) =>
      `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata:\n${times(n, (index) => `  k${index}: "#"\n`)}`,
  },
  {
    name: 'a long base64 value',
    text: (n) => `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata:\n  k: ${'QUJD'.repeat(n)}#\n`,
  },
  {
    name: 'List items',
    text: (n) =>
      listOf(times(n, (index) => `- {apiVersion: v1, kind: ConfigMap, metadata: {name: a${index}}}\n`)),
  },
  {
    name: 'List items without a kind',
    text: (n) => listOf(times(n, (index) => `- {metadata: {name: a${index}}}\n`)),
  },
  { name: 'List items that are text', text: (n) => listOf(times(n, (index) => `- a${index}\n`)) },
  {
    name: 'Lists',
    text: (n) =>
      times(
        n,
        (index) => `${listOf(`- {apiVersion: v1, kind: ConfigMap, metadata: {name: a${index}}}\n`)}---\n`,
      ),
  },
  {
    name: 'Deployments in a List',
    text: (n) =>
      listOf(times(n, (index) => `- ${container('', `w${index}`).replaceAll(/\n(?=.)/g, '\n  ')}`)),
  },
  {
    name: 'Lists in Lists',
    text: (n) => `${'{apiVersion: v1, kind: List, items: ['.repeat(n)}${']}'.repeat(n)}`,
  },
]
