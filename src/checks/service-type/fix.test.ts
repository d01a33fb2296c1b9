import { fixTable } from '../testing/fixTable'
import { serviceFor } from '../testing/manifests'

fixTable('service-type', [
  [
    'all that belongs to the node',
    serviceFor('app: web', ', type: NodePort, ports: [{port: 80, nodePort: 30000}, {port: 81}]'),
    'review Change type to ClusterIP: set spec.type = "ClusterIP"; remove spec.ports[0].nodePort; remove spec.ports[1].nodePort; remove spec.externalTrafficPolicy; remove spec.healthCheckNodePort',
  ],
])
