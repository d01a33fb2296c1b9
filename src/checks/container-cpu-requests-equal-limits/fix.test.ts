import { fixTable } from '../testing/fixTable'
import { a, pod } from '../testing/manifests'

const resources = (requests: string, limits: string) =>
  pod(a(`resources: {requests: {${requests}}, limits: {${limits}}}`))

fixTable('container-cpu-requests-equal-limits', [
  [
    'whole numbers',
    resources('cpu: 500m', 'cpu: 2'),
    'risky Set CPU request to its limit (2) (reserves more): set spec.containers[0].resources.requests.cpu = 2',
    'risky Set CPU limit to its request (500m): set spec.containers[0].resources.limits.cpu = "500m"',
  ],
])
