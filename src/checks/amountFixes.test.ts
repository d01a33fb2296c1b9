import { fixTable } from './testing/fixTable'
import { a, cronJob, pod } from './testing/manifests'

const resources = (requests: string, limits: string) =>
  pod(a(`resources: {requests: {${requests}}, limits: {${limits}}}`))

fixTable('container-resources', [
  [
    'no containers',
    pod(''),
    'unfixable: Only you know what it should run: add a container with a name and an image, or delete the object.',
  ],
  [
    'nothing said',
    pod(a()),
    'review Set CPU request to 100m and limit to 500m: set spec.containers[0].resources.requests.cpu = "100m"; set spec.containers[0].resources.limits.cpu = "500m"',
  ],
  [
    'a request of memory',
    resources('cpu: 1, memory: 64Mi', 'cpu: 1'),
    'review Set memory limit to its request: set spec.containers[0].resources.limits.memory = "64Mi"',
  ],
  [
    'a small request of CPU',
    resources('cpu: 10m, memory: 1Gi', 'memory: 1Gi'),
    'review Set CPU limit to 500m: set spec.containers[0].resources.limits.cpu = "500m"',
  ],
  [
    'a large request of CPU',
    resources('cpu: 2, memory: 1Gi', 'memory: 1Gi'),
    'review Set CPU limit to its request: set spec.containers[0].resources.limits.cpu = 2',
  ],
  [
    'a request of nothing',
    resources('cpu: 0, memory: 1Gi', 'memory: 1Gi'),
    'review Set CPU request to 100m: set spec.containers[0].resources.requests.cpu = "100m"',
  ],
  [
    'a request that is no amount',
    resources('cpu: 1, memory: lots', 'cpu: 1'),
    'review Set memory limit to 256Mi: set spec.containers[0].resources.limits.memory = "256Mi"',
  ],
  [
    'a limit alone',
    resources('memory: 1Gi', 'cpu: 250m, memory: 1Gi'),
    'safe Set CPU request to its limit: set spec.containers[0].resources.requests.cpu = "250m"',
  ],
  [
    'a limit above a request of 0',
    resources('cpu: 0, memory: 1Gi', 'cpu: 250m, memory: 1Gi'),
    'review Set CPU request to its limit: set spec.containers[0].resources.requests.cpu = "250m"',
  ],
  [
    'a CronJob, without names',
    cronJob('{image: "a:1"}'),
    'review Set CPU request to 100m and limit to 500m: set spec.jobTemplate.spec.template.spec.containers[0].resources.requests.cpu = "100m"; set spec.jobTemplate.spec.template.spec.containers[0].resources.limits.cpu = "500m"',
  ],
  [
    'an init container',
    pod(
      a('resources: {requests: {cpu: 1, memory: 1Gi}, limits: {cpu: 1, memory: 1Gi}}'),
      'initContainers: [{name: b, resources: {limits: {cpu: 1, memory: 1Gi}}}]',
    ),
    'safe Set CPU request to its limit: set spec.initContainers[0].resources.requests.cpu = 1',
  ],
  [
    'a limit of 0',
    resources('memory: 1Gi', 'cpu: 0, memory: 1Gi'),
    'review Set CPU request to 100m and limit to 500m: set spec.containers[0].resources.requests.cpu = "100m"; set spec.containers[0].resources.limits.cpu = "500m"',
  ],
  [
    'amounts of the wrong type',
    pod(a('resources: {requests: {cpu: [1], memory: {}}, limits: {cpu: 1, memory: 1Gi}}')),
    'review Set CPU request to its limit: set spec.containers[0].resources.requests.cpu = 1',
  ],
])

fixTable('container-memory-requests-equal-limits', [
  [
    'less than the limit',
    resources('memory: 1Gi', 'memory: 2Gi'),
    'review Set memory request to its limit: set spec.containers[0].resources.requests.memory = "2Gi"',
    'review Set memory limit to its request: set spec.containers[0].resources.limits.memory = "1Gi"',
  ],
  [
    'more than the limit',
    resources('memory: 2Gi', 'memory: 1Gi'),
    'review Set memory request to its limit: set spec.containers[0].resources.requests.memory = "1Gi"',
    'review Set memory limit to its request: set spec.containers[0].resources.limits.memory = "2Gi"',
  ],
  [
    'only a limit',
    resources('', 'memory: 1Gi'),
    'safe Set memory request to its limit: set spec.containers[0].resources.requests.memory = "1Gi"',
  ],
  [
    'only a request',
    resources('memory: 1Gi', ''),
    'review Set memory limit to its request: set spec.containers[0].resources.limits.memory = "1Gi"',
  ],
  [
    'a request of 0',
    resources('memory: 0', 'memory: 1Gi'),
    'review Set memory request to its limit: set spec.containers[0].resources.requests.memory = "1Gi"',
  ],
  [
    'a limit of 0',
    resources('memory: 1Gi', 'memory: 0'),
    'review Set memory limit to its request: set spec.containers[0].resources.limits.memory = "1Gi"',
  ],
  [
    'no amount',
    resources('memory: some', ''),
    'unfixable: Neither is an amount of memory that could be had. Decide how much the container needs.',
  ],
])

fixTable('container-cpu-requests-equal-limits', [
  [
    'whole numbers',
    resources('cpu: 500m', 'cpu: 2'),
    'review Set CPU request to its limit: set spec.containers[0].resources.requests.cpu = 2',
    'review Set CPU limit to its request: set spec.containers[0].resources.limits.cpu = "500m"',
  ],
])

fixTable('container-resource-requests-equal-limits', [
  [
    'CPU first',
    resources('cpu: 1, memory: 1Gi', 'cpu: 2, memory: 2Gi'),
    'review Set CPU request to its limit: set spec.containers[0].resources.requests.cpu = 2',
    'review Set CPU limit to its request: set spec.containers[0].resources.limits.cpu = 1',
  ],
])

fixTable('container-ephemeral-storage-request-equals-limit', [
  [
    'less than the limit',
    resources('ephemeral-storage: 1Gi', 'ephemeral-storage: 2Gi'),
    'review Set ephemeral storage request to its limit: set spec.containers[0].resources.requests.ephemeral-storage = "2Gi"',
    'review Set ephemeral storage limit to its request: set spec.containers[0].resources.limits.ephemeral-storage = "1Gi"',
  ],
])

fixTable('container-ephemeral-storage-request-and-limit', [
  [
    'no containers',
    pod(''),
    'unfixable: Only you know what it should run: add a container with a name and an image, or delete the object.',
  ],
  [
    'nothing said',
    pod(a()),
    'review Set ephemeral storage request to 1Gi and limit to 2Gi: set spec.containers[0].resources.requests.ephemeral-storage = "1Gi"; set spec.containers[0].resources.limits.ephemeral-storage = "2Gi"',
  ],
  [
    'only a limit',
    resources('', 'ephemeral-storage: 3Gi'),
    'safe Set ephemeral storage request to its limit: set spec.containers[0].resources.requests.ephemeral-storage = "3Gi"',
  ],
  [
    'only a small request',
    resources('ephemeral-storage: 1Gi', ''),
    'review Set ephemeral storage limit to 2Gi: set spec.containers[0].resources.limits.ephemeral-storage = "2Gi"',
  ],
  [
    'only a large request',
    resources('ephemeral-storage: 5Gi', ''),
    'review Set ephemeral storage limit to its request: set spec.containers[0].resources.limits.ephemeral-storage = "5Gi"',
  ],
])
