import { fixTable } from '../testing/fixTable'
import { a, pod } from '../testing/manifests'

const resources = (requests: string, limits: string) =>
  pod(a(`resources: {requests: {${requests}}, limits: {${limits}}}`))

fixTable('container-ephemeral-storage-request-equals-limit', [
  [
    'less than the limit',
    resources('ephemeral-storage: 1Gi', 'ephemeral-storage: 2Gi'),
    'risky Set ephemeral storage request to its limit (2Gi) (reserves more): set spec.containers[0].resources.requests.ephemeral-storage = "2Gi"',
    'risky Set ephemeral storage limit to its request (1Gi): set spec.containers[0].resources.limits.ephemeral-storage = "1Gi"',
  ],
])
