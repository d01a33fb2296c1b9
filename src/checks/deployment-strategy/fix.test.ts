import { fixTable } from '../testing/fixTable'
import { a, serviceFor, templateOf, workload } from '../testing/manifests'

const service = serviceFor('app: web', ', ports: [{port: 80}]')

const claim = 'volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]'

/** Recreate, with more fields of the container, and more of the Pod. */
const recreate = (fields: string, spec = '') =>
  `strategy: {type: Recreate}, template: {metadata: {labels: {app: web}}, spec: {containers: [${a(fields)}]${spec && `, ${spec}`}}}`

fixTable('deployment-strategy', [
  [
    'recreate',
    service + workload('Deployment', 'strategy: {type: Recreate}'),
    'risky Set strategy to RollingUpdate: set spec.strategy.type = "RollingUpdate"',
  ],
  [
    'recreate in other letters',
    service + workload('Deployment', 'strategy: {type: recreate}'),
    'risky Set strategy to RollingUpdate: set spec.strategy.type = "RollingUpdate"',
  ],
  [
    'recreate beside what it cannot have',
    service + workload('Deployment', 'strategy: {type: Recreate, rollingUpdate: {maxSurge: 1}}'),
    'review Set strategy to RollingUpdate: set spec.strategy.type = "RollingUpdate"',
  ],
  [
    'rolling update in other letters',
    service + workload('Deployment', 'strategy: {type: rollingupdate}'),
    'safe Set strategy to RollingUpdate: set spec.strategy.type = "RollingUpdate"',
  ],
  ['no type, which is a rolling update', service + workload('Deployment', 'strategy: {}'), 'no finding'],
  [
    'a port of the node',
    service + workload('Deployment', recreate('ports: [{containerPort: 80, hostPort: 8080}]')),
    'unfixable: The Pods use port 8080 of the node (hostPort), so an old and a new Pod cannot share a node. Remove hostPort first, or keep the strategy.',
  ],
  [
    'the network of the node',
    service + workload('Deployment', recreate('ports: [{containerPort: 80}]', 'hostNetwork: true')),
    'unfixable: The Pods use port 80 of the node (hostNetwork), so an old and a new Pod cannot share a node. Remove hostNetwork first, or keep the strategy.',
  ],
  [
    'a directory of the node',
    service +
      workload(
        'Deployment',
        recreate(
          'volumeMounts: [{name: data, mountPath: /data}]',
          'volumes: [{name: data, hostPath: {path: /srv}}]',
        ),
      ),
    'unfixable: The Pods write to /srv of the node (hostPath), where an old and a new Pod could overwrite each other’s files. Use another volume first, or keep the strategy.',
  ],
  [
    'a lock',
    service + workload('Deployment', recreate('env: [{name: LOCK_FILE, value: /x}]')),
    'unfixable: The setting LOCK_FILE suggests that only one Pod may work at a time, and a new one would wait for the old one. Set RollingUpdate if a Pod becomes ready while it waits.',
  ],
  [
    'leader election',
    service + workload('Deployment', recreate('args: ["--leader-elect=true"]')),
    'unfixable: The setting --leader-elect suggests that only one Pod may work at a time, and a new one would wait for the old one. Set RollingUpdate if a Pod becomes ready while it waits.',
  ],
  [
    'a flag that only sounds like a lock',
    service + workload('Deployment', recreate('args: ["--block-size=1", "--frozen-lockfile"]')),
    'risky Set strategy to RollingUpdate: set spec.strategy.type = "RollingUpdate"',
  ],
  [
    'with a claim',
    service + workload('Deployment', `strategy: {type: Recreate}, ${templateOf('app: web', claim)}`),
    'unfixable: The Pods mount the claim data. Recreate is right when only one node or Pod can use it at a time; with a ReadWriteMany volume, set RollingUpdate.',
  ],
  [
    'unknown word',
    service + workload('Deployment', `strategy: {type: rolling}, ${templateOf('app: web', claim)}`),
    'review Set strategy to RollingUpdate: set spec.strategy.type = "RollingUpdate"',
  ],
])
