import { fixTable } from '../testing/fixTable'
import { a, cronJob, pod } from '../testing/manifests'

const resources = (requests: string, limits: string) =>
  pod(a(`resources: {requests: {${requests}}, limits: {${limits}}}`))

fixTable('container-resources', [
  [
    'no containers',
    pod(''),
    'unfixable: Only you know what it should run. Add a container with a name and an image, or delete the object.',
  ],
  [
    'nothing said',
    pod(a()),
    'review Set CPU request to 100m and limit to 500m: set spec.containers[0].resources.requests.cpu = "100m"; set spec.containers[0].resources.limits.cpu = "500m"',
  ],
  [
    'a request of memory',
    resources('cpu: 1, memory: 64Mi', 'cpu: 1'),
    'review Set memory limit to its request (64Mi): set spec.containers[0].resources.limits.memory = "64Mi"',
  ],
  [
    'a small request of CPU',
    resources('cpu: 10m, memory: 1Gi', 'memory: 1Gi'),
    'review Set CPU limit to 500m: set spec.containers[0].resources.limits.cpu = "500m"',
  ],
  [
    'a large request of CPU',
    resources('cpu: 2, memory: 1Gi', 'memory: 1Gi'),
    'review Set CPU limit to its request (2): set spec.containers[0].resources.limits.cpu = 2',
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
    'safe Set CPU request to its limit (250m): set spec.containers[0].resources.requests.cpu = "250m"',
  ],
  [
    'a limit above a request of 0',
    resources('cpu: 0, memory: 1Gi', 'cpu: 250m, memory: 1Gi'),
    'review Set CPU request to its limit (250m): set spec.containers[0].resources.requests.cpu = "250m"',
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
    'safe Set CPU request to its limit (1): set spec.initContainers[0].resources.requests.cpu = 1',
  ],
  [
    'a limit of 0',
    resources('memory: 1Gi', 'cpu: 0, memory: 1Gi'),
    'review Set CPU request to 100m and limit to 500m: set spec.containers[0].resources.requests.cpu = "100m"; set spec.containers[0].resources.limits.cpu = "500m"',
  ],
  [
    'amounts of the wrong type',
    pod(a('resources: {requests: {cpu: [1], memory: {}}, limits: {cpu: 1, memory: 1Gi}}')),
    'review Set CPU request to its limit (1): set spec.containers[0].resources.requests.cpu = 1',
  ],
])
