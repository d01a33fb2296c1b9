import { fixTable } from '../testing/fixTable'
import { a, pod } from '../testing/manifests'

const resources = (requests: string, limits: string) =>
  pod(a(`resources: {requests: {${requests}}, limits: {${limits}}}`))

fixTable('container-ephemeral-storage-request-and-limit', [
  [
    'no containers',
    pod(''),
    'unfixable: Only you know what it should run. Add a container with a name and an image, or delete the object.',
  ],
  [
    'nothing said',
    pod(a()),
    'review Set ephemeral storage request to 1Gi and limit to 2Gi: set spec.containers[0].resources.requests.ephemeral-storage = "1Gi"; set spec.containers[0].resources.limits.ephemeral-storage = "2Gi"',
  ],
  [
    'volumes on the disk of the node',
    pod(
      a('volumeMounts: [{name: x, mountPath: /x}, {name: m, mountPath: /m}]'),
      'volumes: [{name: x, emptyDir: {sizeLimit: 10Gi}}, {name: m, emptyDir: {medium: Memory, sizeLimit: 1Gi}}, {name: y, emptyDir: {sizeLimit: 5Gi}}]',
    ),
    'review Set ephemeral storage request to 1Gi and limit to 11Gi: set spec.containers[0].resources.requests.ephemeral-storage = "1Gi"; set spec.containers[0].resources.limits.ephemeral-storage = "11Gi"',
  ],
  [
    'only a limit',
    resources('', 'ephemeral-storage: 3Gi'),
    'safe Set ephemeral storage request to its limit (3Gi): set spec.containers[0].resources.requests.ephemeral-storage = "3Gi"',
  ],
  [
    'only a small request',
    resources('ephemeral-storage: 1Gi', ''),
    'review Set ephemeral storage limit to 2Gi: set spec.containers[0].resources.limits.ephemeral-storage = "2Gi"',
  ],
  [
    'only a large request',
    resources('ephemeral-storage: 5Gi', ''),
    'review Set ephemeral storage limit to its request (5Gi): set spec.containers[0].resources.limits.ephemeral-storage = "5Gi"',
  ],
])
