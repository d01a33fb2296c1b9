import { expect, test } from 'vitest'
import { fixTable, notesFor } from '../testing/fixTable'
import { a, pod } from '../testing/manifests'

const resources = (requests: string, limits: string) =>
  pod(a(`resources: {requests: {${requests}}, limits: {${limits}}}`))

fixTable('container-memory-requests-equal-limits', [
  [
    'less than the limit',
    resources('memory: 1Gi', 'memory: 2Gi'),
    'risky Set memory request to its limit (2Gi) (reserves more): set spec.containers[0].resources.requests.memory = "2Gi"',
    'risky Set memory limit to its request (1Gi): set spec.containers[0].resources.limits.memory = "1Gi"',
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
    'risky Set memory request to its limit (1Gi) (reserves more): set spec.containers[0].resources.requests.memory = "1Gi"',
  ],
  [
    'a limit of 0',
    resources('memory: 1Gi', 'memory: 0'),
    'review Set memory limit to its request (1Gi): set spec.containers[0].resources.limits.memory = "1Gi"',
  ],
  [
    'less than the heap',
    pod(a('args: ["-Xmx2g"], resources: {requests: {memory: 1Gi}, limits: {memory: 3Gi}}')),
    'risky Set memory request to its limit (3Gi) (reserves more): set spec.containers[0].resources.requests.memory = "3Gi"',
  ],
  [
    'only a request, less than the heap',
    pod(a('args: ["-Xmx2g"], resources: {requests: {memory: 1Gi}}')),
    'risky Set memory request and limit to 3Gi (reserves more): set spec.containers[0].resources.requests.memory = "3Gi"; set spec.containers[0].resources.limits.memory = "3Gi"',
  ],
  [
    'the Pod requests for all its containers',
    pod(
      a('resources: {requests: {memory: 1Gi}, limits: {memory: 2Gi}}'),
      'resources: {requests: {memory: 1Gi}}',
    ),
    'risky Set memory limit to its request (1Gi): set spec.containers[0].resources.limits.memory = "1Gi"',
  ],
  [
    'a request of 0, and the Pod requests for all its containers',
    pod(
      a('resources: {requests: {memory: 0}, limits: {memory: 2Gi}}'),
      'resources: {requests: {memory: 1Gi}}',
    ),
    'unfixable: The Pod requests memory for all its containers together (spec.resources), so this container cannot simply request more. Decide how much each of them needs.',
  ],
  [
    'no amount',
    resources('memory: some', ''),
    'unfixable: Neither value is a usable amount of memory. Decide how much the container needs.',
  ],
])

test('notes say what is reserved, and what happens to a container that needs more', async () => {
  expect(
    await notesFor('container-memory-requests-equal-limits', resources('memory: 1Gi', 'memory: 2Gi')),
  ).toEqual([
    'Each Pod then reserves 2Gi instead of 1Gi, and stays pending where no node has that much left.',
    'The container can then use no more than it requests; if it needs more, it is OOM-killed.',
  ])
  expect(
    await notesFor('container-memory-requests-equal-limits', resources('memory: 2Gi', 'memory: 1Gi')),
  ).toEqual([
    'The API refuses a request above the limit. Check that 1Gi is enough, and not 2Gi.',
    'The API refuses a request above the limit. The container can then use no more than it requests; if it needs more, it is OOM-killed.',
  ])
})
