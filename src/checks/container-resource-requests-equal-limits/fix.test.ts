import { fixTable } from '../testing/fixTable'
import { a, pod } from '../testing/manifests'

const resources = (requests: string, limits: string) =>
  pod(a(`resources: {requests: {${requests}}, limits: {${limits}}}`))

fixTable('container-resource-requests-equal-limits', [
  [
    'CPU first',
    resources('cpu: 1, memory: 1Gi', 'cpu: 2, memory: 2Gi'),
    'risky Set CPU request to its limit (2) (reserves more): set spec.containers[0].resources.requests.cpu = 2',
    'risky Set CPU limit to its request (1): set spec.containers[0].resources.limits.cpu = 1',
  ],
])
