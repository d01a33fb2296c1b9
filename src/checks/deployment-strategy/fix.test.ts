import { fixTable } from '../testing/fixTable'
import { serviceFor, templateOf, workload } from '../testing/manifests'

const service = serviceFor('app: web', ', ports: [{port: 80}]')

const claim = 'volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]'

fixTable('deployment-strategy', [
  [
    'recreate',
    service + workload('Deployment', 'strategy: {type: Recreate}'),
    'review Set strategy to RollingUpdate: set spec.strategy.type = "RollingUpdate"',
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
