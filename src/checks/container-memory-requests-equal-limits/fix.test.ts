import { fixTable } from '../testing/fixTable'
import { a, pod } from '../testing/manifests'

const resources = (requests: string, limits: string) =>
  pod(a(`resources: {requests: {${requests}}, limits: {${limits}}}`))

fixTable('container-memory-requests-equal-limits', [
  [
    'less than the limit',
    resources('memory: 1Gi', 'memory: 2Gi'),
    'review Set memory request to its limit (2Gi): set spec.containers[0].resources.requests.memory = "2Gi"',
    'review Set memory limit to its request (1Gi): set spec.containers[0].resources.limits.memory = "1Gi"',
  ],
  [
    'more than the limit',
    resources('memory: 2Gi', 'memory: 1Gi'),
    'review Set memory request to its limit (1Gi): set spec.containers[0].resources.requests.memory = "1Gi"',
    'review Set memory limit to its request (2Gi): set spec.containers[0].resources.limits.memory = "2Gi"',
  ],
  [
    'only a limit',
    resources('', 'memory: 1Gi'),
    'safe Set memory request to its limit (1Gi): set spec.containers[0].resources.requests.memory = "1Gi"',
  ],
  [
    'only a request',
    resources('memory: 1Gi', ''),
    'review Set memory limit to its request (1Gi): set spec.containers[0].resources.limits.memory = "1Gi"',
  ],
  [
    'a request of 0',
    resources('memory: 0', 'memory: 1Gi'),
    'review Set memory request to its limit (1Gi): set spec.containers[0].resources.requests.memory = "1Gi"',
  ],
  [
    'a limit of 0',
    resources('memory: 1Gi', 'memory: 0'),
    'review Set memory limit to its request (1Gi): set spec.containers[0].resources.limits.memory = "1Gi"',
  ],
  [
    'no amount',
    resources('memory: some', ''),
    'unfixable: Neither value is a usable amount of memory. Decide how much the container needs.',
  ],
])
