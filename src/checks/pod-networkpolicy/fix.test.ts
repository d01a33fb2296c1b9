import { describe, expect, it } from 'vitest'
import { fixTable, notesFor } from '../testing/fixTable'
import { serviceFor, workload } from '../testing/manifests'

const policy = (types: string, pods = 'app: web', name = 'web') =>
  `\n---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: ${name}}, spec: {podSelector: {matchLabels: {${pods}}}, policyTypes: [${types}]}}`

const pod = (metadata: string, ports = '', spec = '') =>
  `{apiVersion: v1, kind: Pod, metadata: {${metadata}}, spec: {containers: [{name: a, image: a:1, ports: [${ports}]${spec}}]}}`

const web = pod('name: web, labels: {app: web}', '{containerPort: 80}')

const ingress = (spec: string, version = 'networking.k8s.io/v1') =>
  `\n---\n{apiVersion: ${version}, kind: Ingress, metadata: {name: web}, spec: {${spec}}}`

const object = (kind: string, version: string, metadata = 'name: x') =>
  `\n---\n{apiVersion: ${version}, kind: ${kind}, metadata: {${metadata}}}`

const inOwn = '{podSelector: {}}'

const inNamed = (name: string) =>
  `{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: "${name}"}}}`

const dns = `{to: [${inNamed('kube-system')}], ports: [{port: 53, protocol: "UDP"}, {port: 53, protocol: "TCP"}]}`

type Wanted = {
  readonly name?: string
  readonly namespace?: string
  readonly selector?: string
  readonly ports?: string
  readonly from?: readonly string[]
  readonly to?: readonly string[]
  readonly types?: readonly ('Ingress' | 'Egress')[]
}

/** The policy that a proposal adds. `ports`: those that are open to everyone. `to`: without it egress is open. */
function added({
  name = 'web',
  namespace = '',
  selector = 'matchLabels: {app: "web"}',
  ...wanted
}: Wanted = {}): string {
  const { ports, from = [], to, types = ['Ingress', 'Egress'] } = wanted
  const rules = [`{from: [${[inOwn, ...from].join(', ')}]}`, ...(ports ? [`{ports: [${ports}]}`] : [])].join(
    ', ',
  )
  const egress = to ? `{to: [${[inOwn, ...to].join(', ')}]}, ${dns}` : '{}'
  const directions = [
    ...(types.includes('Ingress') ? [`ingress: [${rules}]`] : []),
    ...(types.includes('Egress') ? [`egress: [${egress}]`] : []),
  ].join(', ')
  const metadata = `name: "${name}"${namespace && `, namespace: "${namespace}"`}`
  return `add {apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: {${metadata}}, spec: {podSelector: {${selector}}, policyTypes: [${types.map((type) => `"${type}"`).join(', ')}], ${directions}}}`
}

/** The two proposals for both directions. `title`: what is allowed besides ingress from the namespace. */
const both = (
  wanted: Wanted = {},
  title = '',
  egress = 'the namespace and DNS',
  before = '',
): readonly string[] => [
  `review Add a NetworkPolicy: ingress from the namespace${title}, egress open: ${before}${added(wanted)}`,
  `risky Add a NetworkPolicy: ingress from the namespace${title}, egress only to ${egress} (cuts traffic): ${before}${added({ to: [], ...wanted })}`,
]

/** The policy for several workloads with a label app. */
const shared = (
  values: readonly string[],
  wanted: Wanted = {},
  title = '',
  workloads = values.length,
): string =>
  `review Add one NetworkPolicy for ${workloads} workloads: ingress from the namespace${title}, egress open: ${added(
    {
      name: 'allow-namespace',
      selector: `matchExpressions: [{key: "app", operator: "In", values: [${values.map((value) => `"${value}"`).join(', ')}]}]`,
      ...wanted,
    },
  )}`

describe('the directions', () => {
  fixTable('pod-networkpolicy', [
    ['no ports', pod('name: web, namespace: shop, labels: {app: web}'), ...both({ namespace: 'shop' })],
    ['ports that nothing leads to', web, ...both()],
    [
      'egress is missing',
      web + policy('Ingress'),
      `review Add a NetworkPolicy: egress open: ${added({ name: 'web-egress', types: ['Egress'] })}`,
      `risky Add a NetworkPolicy: egress only to the namespace and DNS (cuts traffic): ${added({ name: 'web-egress', types: ['Egress'], to: [] })}`,
    ],
    [
      'ingress is missing',
      web + policy('Egress'),
      `review Add a NetworkPolicy: ingress from the namespace: ${added({ name: 'web-ingress', types: ['Ingress'] })}`,
    ],
    [
      'in the network of the node',
      '{apiVersion: v1, kind: Pod, metadata: {name: web, labels: {app: web}}, spec: {hostNetwork: true}}',
      'unfixable: The Pods use the network of their node (hostNetwork), where no NetworkPolicy applies. Protect the nodes, or turn hostNetwork off.',
    ],
    [
      'in the network of the node, without labels',
      '{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {hostNetwork: true}}',
      'unfixable: The Pods use the network of their node (hostNetwork), where no NetworkPolicy applies. Protect the nodes, or turn hostNetwork off.',
    ],
  ])
})

describe('what is reached from outside', () => {
  const open = (ports: string, title: string) => both({ ports }, title)
  const port80 = open('{port: 80}', ' and to port 80')
  const named = pod('name: web, labels: {app: web}', '{name: http, containerPort: 8080}')
  const service = (spec: string) => serviceFor('app: web', `, ${spec}`)
  fixTable('pod-networkpolicy', [
    ['a ClusterIP Service', web + service('ports: [{port: 80}]'), ...both()],
    ['a LoadBalancer', web + service('type: LoadBalancer, ports: [{port: 80}]'), ...port80],
    [
      'a NodePort, another port of the Pods',
      web + service('type: NodePort, ports: [{port: 80, targetPort: 8080, nodePort: 30000}]'),
      ...open('{port: 8080}', ' and to port 8080'),
    ],
    ['externalIPs', web + service('externalIPs: [192.0.2.1], ports: [{port: 80}]'), ...port80],
    [
      'a port that has a name',
      named + service('type: LoadBalancer, ports: [{port: 80, targetPort: http}]'),
      ...open('{port: 8080}', ' and to port 8080'),
    ],
    [
      'a name that no container gives',
      web + service('type: LoadBalancer, ports: [{port: 80, targetPort: http}]'),
      ...open('{port: "http"}', ' and to port http'),
    ],
    [
      'a name that a port cannot have',
      web + service('type: LoadBalancer, ports: [{port: 80, targetPort: a_b}]'),
      ...both(),
    ],
    [
      'several ports and protocols',
      web +
        service(
          'type: LoadBalancer, ports: [{port: 443}, {port: 53, protocol: UDP}, {port: 80, protocol: TCP}, {port: 81, targetPort: 80}]',
        ),
      ...open('{port: 53, protocol: "UDP"}, {port: 80}, {port: 443}', ' and to ports 53/UDP, 80 and 443'),
    ],
    [
      'more ports than a title holds',
      web + service('type: LoadBalancer, ports: [{port: 1}, {port: 2}, {port: 3}, {port: 4}]'),
      ...open('{port: 1}, {port: 2}, {port: 3}, {port: 4}', ' and to 4 ports'),
    ],
    [
      'an Ingress',
      web +
        service('ports: [{port: 80}, {port: 81}]') +
        ingress('rules: [{http: {paths: [{path: /, backend: {service: {name: web, port: {number: 80}}}}]}}]'),
      ...port80,
    ],
    [
      'an Ingress, the port by name',
      web +
        service('ports: [{name: http, port: 8000, targetPort: 80}, {port: 81}]') +
        ingress('rules: [{http: {paths: [{path: /, backend: {service: {name: web, port: {name: http}}}}]}}]'),
      ...port80,
    ],
    [
      'the default backend of an Ingress',
      web +
        service('ports: [{port: 80}]') +
        ingress('defaultBackend: {service: {name: web, port: {number: 80}}}'),
      ...port80,
    ],
    [
      'an Ingress in the older form',
      web +
        service('ports: [{port: 80}, {port: 81}]') +
        ingress(
          'rules: [{http: {paths: [{backend: {serviceName: web, servicePort: 80}}]}}]',
          'networking.k8s.io/v1beta1',
        ),
      ...port80,
    ],
    [
      'the default backend in the older form',
      web +
        service('ports: [{port: 80}]') +
        ingress('backend: {serviceName: web, servicePort: 80}', 'networking.k8s.io/v1beta1'),
      ...port80,
    ],
    [
      'an Ingress to another Service',
      web +
        service('ports: [{port: 80}]') +
        ingress('defaultBackend: {service: {name: api, port: {number: 80}}}'),
      ...both(),
    ],
    [
      'a LoadBalancer for other Pods',
      web + serviceFor('app: api', ', type: LoadBalancer, ports: [{port: 80}]'),
      ...both(),
    ],
    [
      'a LoadBalancer without a selector',
      web + serviceFor('', ', type: LoadBalancer, ports: [{port: 80}]'),
      ...both(),
    ],
    [
      'a hostPort',
      pod('name: web, labels: {app: web}', '{containerPort: 80, hostPort: 8080}, {containerPort: 81}'),
      ...port80,
    ],
    [
      'scraped, on a port',
      pod(
        'name: web, labels: {app: web}, annotations: {prometheus.io/scrape: "true", prometheus.io/port: "9090"}',
      ),
      ...open('{port: 9090}', ' and to port 9090'),
    ],
    [
      'scraped, on what it declares',
      pod(
        'name: web, labels: {app: web}, annotations: {prometheus.io/scrape: "true"}',
        '{containerPort: 80}',
      ),
      ...port80,
    ],
    [
      'not scraped',
      pod(
        'name: web, labels: {app: web}, annotations: {prometheus.io/scrape: "false", prometheus.io/port: "9090"}',
      ),
      ...both(),
    ],
    [
      'scraped through its Service',
      `${web}\n---\n{apiVersion: v1, kind: Service, metadata: {name: web, annotations: {prometheus.io/scrape: "true", prometheus.io/port: "9090"}}, spec: {selector: {app: web}, ports: [{port: 80}]}}`,
      ...open('{port: 9090}', ' and to port 9090'),
    ],
    [
      'a webhook',
      web +
        service('ports: [{port: 443, targetPort: 9443}, {port: 80}]') +
        object('ValidatingWebhookConfiguration', 'admissionregistration.k8s.io/v1'),
      ...open('{port: 9443}', ' and to port 9443'),
    ],
    [
      'an API of its own',
      web + service('ports: [{port: 443}]') + object('APIService', 'apiregistration.k8s.io/v1'),
      ...open('{port: 443}', ' and to port 443'),
    ],
    [
      'a port named webhook',
      pod('name: web, labels: {app: web}', '{name: webhook-server, containerPort: 9443}'),
      ...open('{port: 9443}', ' and to port 9443'),
    ],
  ])
})

describe('other namespaces of the text', () => {
  const caller = (spec: string, namespace = 'front') =>
    `\n---\n${pod(`name: caller, namespace: ${namespace}, labels: {app: caller}`, '', `, ${spec}`)}`
  const callee = pod('name: web, namespace: shop, labels: {app: web}')
  const service = `\n---\n{apiVersion: v1, kind: Service, metadata: {name: api, namespace: shop}, spec: {selector: {app: web}, ports: [{port: 80}]}}`
  const fromFront = both({ namespace: 'shop', from: [inNamed('front')] }, ' and from namespace front')
  fixTable('pod-networkpolicy', [
    [
      'a value',
      `${callee}${service}${caller('env: [{name: A, value: "http://api.shop:80/x"}]')}`,
      ...fromFront,
    ],
    [
      'a command',
      `${callee}${service}${caller('command: [curl, api.shop.svc.cluster.local]')}`,
      ...fromFront,
    ],
    ['an argument', `${callee}${service}${caller('args: ["--db=web-0.api.shop.svc"]')}`, ...fromFront],
    [
      'a host outside',
      `${callee}${service}${caller('args: [api.shop.example.com]')}`,
      ...both({ namespace: 'shop' }),
    ],
    [
      'a name of the same namespace',
      `${callee}${service}${caller('args: [api.shop]', 'shop')}`,
      shared(['web', 'caller'], { namespace: 'shop' }),
      ...both({ namespace: 'shop' }),
    ],
    [
      'a Service of type ExternalName',
      `${callee}${service}\n---\n{apiVersion: v1, kind: Service, metadata: {name: api, namespace: front}, spec: {type: ExternalName, externalName: api.shop.svc.cluster.local}}`,
      ...fromFront,
    ],
    [
      'from a namespace that is not set',
      `${callee}${service}\n---\n${pod('name: caller, labels: {app: caller}', '', ', args: [api.shop]')}`,
      ...both({ namespace: 'shop', from: ['{namespaceSelector: {}}'] }, ' and from every namespace'),
    ],
    [
      'from a namespace, and to a port',
      `${callee.replace('ports: []', 'ports: [{containerPort: 80, hostPort: 80}]')}${service}${caller('args: [api.shop]')}`,
      ...both(
        { namespace: 'shop', from: [inNamed('front')], ports: '{port: 80}' },
        ', from namespace front and to port 80',
      ),
    ],
    [
      'what it connects to itself',
      pod('name: web, namespace: front, labels: {app: web}', '', ', args: [api.shop, other.shop]') + service,
      both({ namespace: 'front' })[0] ?? '',
      both({ namespace: 'front', to: [inNamed('shop')] }, '', 'the namespace, namespace shop and DNS')[1] ??
        '',
    ],
  ])
})

describe('the selector', () => {
  const own = (labels: string) => `selector: {matchLabels: {${labels}}}`
  fixTable('pod-networkpolicy', [
    ['its own', workload('Deployment', own('app: web'), 'app: web, tier: front'), ...both()],
    [
      'its own, with expressions',
      workload('Deployment', 'selector: {matchExpressions: [{key: app, operator: Exists}]}'),
      ...both({ selector: 'matchExpressions: [{key: "app", operator: "Exists"}]' }),
    ],
    [
      'its own, without the version',
      workload('Deployment', own('app: web, version: v1'), 'app: web, version: v1'),
      ...both(),
    ],
    [
      'its own, a version alone',
      workload('Deployment', own('version: v1'), 'version: v1'),
      ...both({ selector: 'matchLabels: {version: "v1"}' }),
    ],
    ['one that does not match', workload('Deployment', own('app: api'), 'app: web'), ...both()],
    [
      'the labels of a Pod, without those of a chart',
      pod(
        'name: web, labels: {app: web, helm.sh/chart: web-1.0.0, chart: web-1, heritage: Helm, app.kubernetes.io/version: "1", app.kubernetes.io/managed-by: Helm, pod-template-hash: abc}',
      ),
      ...both(),
    ],
    [
      'no labels',
      pod('name: web'),
      ...both({}, '', 'the namespace and DNS', 'set metadata.labels.app = "web"; '),
    ],
    [
      'no labels, and a name that no label can have',
      pod('name: "a b"'),
      'unfixable: The Pods have no labels to select. Add a label to the template first, such as app.',
    ],
    [
      'a label without a value',
      pod('name: web, labels: {app: }'),
      'unfixable: The Pods have no labels to select. Add a label to the template first, such as app.',
    ],
    [
      'it matches another version, whose ports are open too',
      workload('Deployment', own('app: web, version: v1'), 'app: web, version: v1', 'name: web-v1') +
        `\n---\n${pod('name: web-v2, labels: {app: web, version: v2}', '{containerPort: 80, hostPort: 80}')}`,
      ...both({ ports: '{port: 80}' }, ' and to port 80'),
    ],
  ])
})

describe('the name', () => {
  const long = 'a'.repeat(253)
  fixTable('pod-networkpolicy', [
    ['it is taken', web + policy('Egress', 'app: other'), ...both({ name: 'web-2' })],
    ['upper case and underscores', pod('name: Web_App, labels: {app: web}'), ...both({ name: 'web-app' })],
    ['too long', pod(`name: ${long}b, labels: {app: web}`), ...both({ name: long })],
    [
      'too long with its ending',
      pod(`name: ${long}, labels: {app: web}`) + policy('Egress'),
      `review Add a NetworkPolicy: ingress from the namespace: ${added({ name: `${'a'.repeat(245)}-ingress`, types: ['Ingress'] })}`,
    ],
    ['no name', pod('generateName: web-, labels: {app: web}'), ...both()],
    [
      'nothing that a name can have',
      pod('name: "???", labels: {app: web, a: b}'),
      'unfixable: The object has no name to derive one from. Name it, or write the new object by hand.',
    ],
  ])
})

describe('one policy for several workloads', () => {
  const one = (name: string, more = '') => `\n---\n${pod(`name: ${name}, labels: {app: ${name}}${more}`)}`
  const loadBalancer = (name: string) =>
    `\n---\n{apiVersion: v1, kind: Service, metadata: {name: ${name}}, spec: {type: LoadBalancer, selector: {app: ${name}}, ports: [{port: 80}]}}`
  fixTable('pod-networkpolicy', [
    ['three', one('web') + one('api') + one('db'), shared(['web', 'api', 'db']), ...both()],
    [
      'of several versions',
      one('web') + one('api') + `\n---\n${pod('name: api-2, labels: {app: api, version: v2}')}`,
      shared(['web', 'api'], {}, '', 3),
      ...both(),
    ],
    [
      'its name is taken',
      one('web') + one('api') + policy('Egress', 'app: x', 'allow-namespace'),
      shared(['web', 'api'], { name: 'allow-namespace-2' }),
      ...both(),
    ],
    ['one with a policy', one('web') + one('api') + policy('Ingress', 'app: api', 'x'), ...both()],
    ['one with another port', one('web') + one('api') + loadBalancer('api'), ...both()],
    [
      'two with the same port',
      one('web') + one('api') + one('db') + loadBalancer('web') + loadBalancer('api'),
      shared(['web', 'api'], { name: 'allow-namespace-80', ports: '{port: 80}' }, ' and to port 80'),
      ...both({ ports: '{port: 80}' }, ' and to port 80'),
    ],
    [
      'one that ignores the check',
      one('web') + one('api', ', annotations: {kube-score/ignore: pod-networkpolicy}'),
      ...both(),
    ],
    [
      'one in the network of the node',
      `${one('web')}\n---\n{apiVersion: v1, kind: Pod, metadata: {name: api, labels: {app: api}}, spec: {hostNetwork: true}}`,
      ...both(),
    ],
    ['one in another namespace', one('web') + one('api', ', namespace: shop'), ...both()],
    ['another label', `${one('web')}\n---\n${pod('name: api, labels: {name: api}')}`, ...both()],
    ['two labels', `${one('web')}\n---\n${pod('name: api, labels: {app: api, tier: back}')}`, ...both()],
    [
      'egress alone',
      one('web') + one('api') + policy('Ingress', 'app: web', 'a') + policy('Ingress', 'app: api', 'b'),
      `review Add one NetworkPolicy for 2 workloads: egress open: ${added({ name: 'allow-egress', types: ['Egress'], selector: 'matchExpressions: [{key: "app", operator: "In", values: ["web", "api"]}]' })}`,
      `review Add a NetworkPolicy: egress open: ${added({ name: 'web-egress', types: ['Egress'] })}`,
      `risky Add a NetworkPolicy: egress only to the namespace and DNS (cuts traffic): ${added({ name: 'web-egress', types: ['Egress'], to: [] })}`,
    ],
  ])
})

describe('the notes', () => {
  const restricted =
    'External services, the API server and all namespaces except this one can no longer be reached: add rules for every destination the Pods need. Clients outside the namespace are cut off too, except those in the rules.'
  it.each([
    [
      'nothing is open',
      web,
      'Clients outside the namespace can no longer connect. Add a rule if an ingress controller or monitoring in another namespace has to.',
      restricted,
    ],
    [
      'a port is open',
      web + serviceFor('app: web', ', type: LoadBalancer, ports: [{port: 80}]'),
      'Clients outside the namespace can no longer connect, except to port 80. Add a rule if monitoring in another namespace has to.',
      restricted,
    ],
    [
      'egress alone',
      web + policy('Ingress'),
      'It only writes down that the Pods can connect to anything. Restrict it when you know what they need.',
      'External services, the API server and all namespaces except this one can no longer be reached: add rules for every destination the Pods need.',
    ],
    [
      'a monitor whose content is not read',
      web + object('ServiceMonitor', 'monitoring.coreos.com/v1'),
      'Clients outside the namespace can no longer connect. Add a rule for what ServiceMonitor x makes connect from another namespace: its content is not read here.',
      restricted,
    ],
    [
      'a client in the network of a node',
      `${web}\n---\n{apiVersion: v1, kind: Pod, metadata: {name: agent}, spec: {hostNetwork: true}}`,
      'Clients outside the namespace can no longer connect. That includes Pod agent, which uses the network of its node: add a rule for the addresses of the nodes if it has to.',
      restricted,
    ],
    [
      'it selects others',
      `${web}\n---\n${pod('name: b, labels: {app: web, tier: x}')}`,
      'Clients outside the namespace can no longer connect. It also selects the Pods of Pod b.',
      restricted,
    ],
    [
      'it selects others with a policy',
      `${web}\n---\n${pod('name: b, labels: {app: web, tier: x}')}${policy('Egress', 'tier: x')}`,
      'It also selects the Pods of Pod b, and allows them more than their own policies do. Check that they may have that, or select a label that only these Pods have.',
      restricted,
    ],
    [
      'no labels',
      pod('name: web'),
      'The Pods have no labels yet and get app: web. Clients outside the namespace can no longer connect. Add a rule if an ingress controller or monitoring in another namespace has to.',
      `The Pods have no labels yet and get app: web. ${restricted}`,
    ],
  ])('%s', async (_, text, ...notes) => expect(await notesFor('pod-networkpolicy', text)).toEqual(notes))
})
