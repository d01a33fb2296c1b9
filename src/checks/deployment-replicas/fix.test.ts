import { fixTable } from '../testing/fixTable'
import { serviceFor, templateOf, workload } from '../testing/manifests'

const selector = 'selector: {matchLabels: {app: web}}'

const service = serviceFor('app: web', ', ports: [{port: 80}]')

const claim = 'volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]'

fixTable('deployment-replicas', [
  [
    'none given',
    service + workload('Deployment', selector),
    'review Set replicas to 2: set spec.replicas = 2',
  ],
  [
    'with a claim',
    service + workload('Deployment', templateOf('app: web', claim)),
    'unfixable: All replicas would mount the claim data. That works only with a ReadWriteMany volume; otherwise use a StatefulSet, which gives each Pod its own.',
  ],
])
