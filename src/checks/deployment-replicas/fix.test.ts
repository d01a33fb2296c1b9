import { fixTable, type Row } from '../testing/fixTable'
import { a, serviceFor, templateOf, workload } from '../testing/manifests'

const selector = 'selector: {matchLabels: {app: web}}'

const service = serviceFor('app: web', ', ports: [{port: 80}]')

const claim = 'volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]'

/** A template with more fields of its container, and more of its Pod. */
const container = (fields: string, spec = '') =>
  `template: {metadata: {labels: {app: web}}, spec: {containers: [${a(fields)}]${spec && `, ${spec}`}}}`

const mount = (more: string) => `volumeMounts: [{name: data, mountPath: /data${more}}]`
const hostPath = (source: string) => `volumes: [{name: data, hostPath: {${source}}}]`

fixTable('deployment-replicas', [
  [
    'none given',
    service + workload('Deployment', selector),
    'review Set replicas to 2 (starts Pods): set spec.replicas = 2',
  ],
  [
    'with a claim',
    service + workload('Deployment', templateOf('app: web', claim)),
    'unfixable: All replicas would mount the claim data. That works only with a ReadWriteMany volume; otherwise use a StatefulSet, which gives each Pod its own.',
  ],
  [
    'stopped',
    service + workload('Deployment', 'replicas: 0'),
    'unfixable: The Deployment is scaled to 0, on purpose as far as the text shows. Set replicas when it should run again.',
  ],
  [
    'one',
    service + workload('Deployment', 'replicas: 1'),
    'review Set replicas to 2 (starts Pods): set spec.replicas = 2',
  ],
  [
    'recreated',
    service + workload('Deployment', 'replicas: 1, strategy: {type: Recreate}'),
    'unfixable: The strategy is Recreate, which suggests that two instances must not run at the same time. If they can, set it to RollingUpdate first.',
  ],
  [
    'a port of the node',
    service + workload('Deployment', container('ports: [{containerPort: 80, hostPort: 8080}]')),
    'unfixable: Each Pod takes port 8080 of its node (hostPort), so every replica needs a node of its own. Remove hostPort first, or set replicas if there are enough nodes.',
  ],
  [
    'the network of the node, with a port',
    service + workload('Deployment', container('ports: [{containerPort: 80}]', 'hostNetwork: true')),
    'unfixable: Each Pod takes port 80 of its node (hostNetwork), so every replica needs a node of its own. Remove hostNetwork first, or set replicas if there are enough nodes.',
  ],
  [
    'the network of the node, without ports',
    service + workload('Deployment', container('', 'hostNetwork: true')),
    'review Set replicas to 2 (starts Pods): set spec.replicas = 2',
  ],
  [
    'a directory of the node',
    service + workload('Deployment', container(mount(''), hostPath('path: /data'))),
    'unfixable: Each Pod writes to /data of its node (hostPath), so replicas on different nodes do not share their data. Use a volume that all nodes can mount first.',
  ],
  ...(
    [
      ['a directory of the node that is only read', mount(', readOnly: true'), 'path: /data'],
      ['a file of the system', mount(''), 'path: /etc/localtime'],
      ['a socket of the node', mount(''), 'path: /opt/agent.sock, type: Socket'],
      ['a directory of the node that nothing mounts', '', 'path: /data'],
    ] as const
  ).map(([what, fields, path]): Row => [
    what,
    service + workload('Deployment', container(fields, hostPath(path))),
    'review Set replicas to 2 (starts Pods): set spec.replicas = 2',
  ]),
  [
    'no leader election',
    service + workload('Deployment', container('args: ["--leader-elect=false"]')),
    'unfixable: The setting --leader-elect suggests that the app runs alone. Decide whether a second instance can run beside it.',
  ],
  [
    'a singleton',
    service + workload('Deployment', container('env: [{name: RUN_AS_SINGLETON, value: "true"}]')),
    'unfixable: The setting RUN_AS_SINGLETON suggests that the app runs alone. Decide whether a second instance can run beside it.',
  ],
  [
    'a server with data of its own',
    service + workload('Deployment', container('').replace('a:1', 'registry.example.com/redis:7')),
    'risky Set replicas to 2 (starts Pods): set spec.replicas = 2',
  ],
  [
    'leader election',
    service + workload('Deployment', container('args: [run, --leader-elect]')),
    'review Set replicas to 2 (starts Pods): set spec.replicas = 2',
  ],
])
