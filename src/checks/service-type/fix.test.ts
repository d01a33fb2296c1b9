import { expect, it } from 'vitest'
import { fixTable, notesFor } from '../testing/fixTable'
import { serviceFor } from '../testing/manifests'

fixTable('service-type', [
  [
    'all that belongs to the node',
    serviceFor('app: web', ', type: NodePort, ports: [{port: 80, nodePort: 30000}, {port: 81}]'),
    'risky Change type to ClusterIP (cuts traffic): set spec.type = "ClusterIP"; remove spec.ports[0].nodePort; remove spec.ports[1].nodePort; remove spec.externalTrafficPolicy; remove spec.healthCheckNodePort',
  ],
])

it.each([
  [
    'type: NodePort, ports: [{port: 80, nodePort: 30000}, {port: 81}]',
    'Node port 30000 on every node is lost: only Pods of the cluster and an Ingress or Gateway still reach it. Clients of the nodes need another way in first.',
  ],
  [
    'type: NodePort, ports: [{port: 80, nodePort: 30000}, {port: 81, nodePort: 30001}]',
    'Node ports 30000, 30001 on every node are lost: only Pods of the cluster and an Ingress or Gateway still reach it. Clients of the nodes need another way in first.',
  ],
  [
    'type: NodePort, ports: [{port: 80}]',
    'The ports that the cluster has opened on every node are lost: only Pods of the cluster and an Ingress or Gateway still reach it. Clients of the nodes need another way in first.',
  ],
  [
    'type: NodePort, externalIPs: [192.0.2.1], ports: [{port: 80, nodePort: 30000}]',
    'Node port 30000 on every node is lost: Pods, Ingresses and its externalIPs still reach it. Clients of the nodes need another way in first.',
  ],
])('%s', async (spec, note) =>
  expect(await notesFor('service-type', serviceFor('app: web', `, ${spec}`))).toEqual([note]),
)
