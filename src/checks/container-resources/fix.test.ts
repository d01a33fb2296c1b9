import { expect, test } from 'vitest'
import { fixTable, notesFor, placeholdersFor, type Row } from '../testing/fixTable'
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
    'review Set CPU request to 100m: set spec.containers[0].resources.requests.cpu = "100m"',
  ],
  [
    'a low limit above a request of 0',
    resources('cpu: 0, memory: 1Gi', 'cpu: 50m, memory: 1Gi'),
    'review Set CPU request to its limit (50m): set spec.containers[0].resources.requests.cpu = "50m"',
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
    'review Set CPU request to 100m: set spec.containers[0].resources.requests.cpu = "100m"',
  ],
  ...(
    [
      ['the heap of a JVM', 'env: [{name: JAVA_OPTS, value: "-Xms512m -Xmx2g -Dx=y"}]', '2Gi', '3Gi'],
      ['the heap of a JVM in the arguments', 'args: ["-Xmx512M", "-jar", "a.jar"]', '512Mi', '768Mi'],
      ['the heap of a JVM in a script', 'command: [sh, -c, "exec java -Xmx6g -jar a.jar"]', '6Gi', '8Gi'],
      ['a small heap', 'env: [{name: KAFKA_HEAP_OPTS, value: "-Xmx64m"}]', '64Mi', '192Mi'],
      ['a large heap', 'env: [{name: ES_JAVA_OPTS, value: "-Xms16g -Xmx16g"}]', '16Gi', '20Gi'],
      ['a heap in bytes', 'args: ["-XX:MaxHeapSize=1073741824"]', '1Gi', '1536Mi'],
      ['a share of the limit tells nothing', 'args: ["-XX:MaxRAMPercentage=75"]', '128Mi', '256Mi'],
      [
        'the heap of Node.js',
        'env: [{name: NODE_OPTIONS, value: "--max-old-space-size=4096"}]',
        '4Gi',
        '6Gi',
      ],
      ['the heap of Node.js in two arguments', 'args: ["--max_old_space_size", "1024"]', '1Gi', '1536Mi'],
      ['the limit of Go', 'env: [{name: GOMEMLIMIT, value: 900MiB}]', '960Mi', '1536Mi'],
      ['the memory of Redis', 'args: ["--maxmemory", 2gb, "--maxmemory-policy", allkeys-lru]', '2Gi', '3Gi'],
      ['the buffers of MySQL', 'args: ["--innodb-buffer-pool-size=1G"]', '1Gi', '1536Mi'],
      ['the buffers of PostgreSQL', 'args: [-c, shared_buffers=256MB]', '256Mi', '384Mi'],
      ['the cache of MongoDB', 'args: ["--wiredTigerCacheSizeGB", "1.5"]', '1536Mi', '2304Mi'],
      ['the memory of another image', 'args: [-m, "1024"]', '128Mi', '256Mi'],
      ['more than any node has', 'args: ["-Xmx99999999g"]', '128Mi', '256Mi'],
    ] as const
  ).map(([what, fields, request, limit]): Row => [
    what,
    pod(a(`${fields}, resources: {limits: {cpu: 1}, requests: {cpu: 1}}`)),
    `review Set memory request to ${request} and limit to ${limit}: set spec.containers[0].resources.requests.memory = "${request}"; set spec.containers[0].resources.limits.memory = "${limit}"`,
  ]),
  [
    'a program that is known to need more',
    pod(
      '{name: a, image: "registry.example.com/zookeeper:3.9", resources: {limits: {cpu: 1}, requests: {cpu: 1}}}',
    ),
    'review Set memory request to 1Gi and limit to 1536Mi: set spec.containers[0].resources.requests.memory = "1Gi"; set spec.containers[0].resources.limits.memory = "1536Mi"',
  ],
  [
    'the memory of memcached',
    pod(
      '{name: a, image: "memcached:1", args: [-m, "1024"], resources: {limits: {cpu: 1}, requests: {cpu: 1}}}',
    ),
    'review Set memory request to 1Gi and limit to 1536Mi: set spec.containers[0].resources.requests.memory = "1Gi"; set spec.containers[0].resources.limits.memory = "1536Mi"',
  ],
  [
    'a request of memory below the heap',
    pod(a('args: ["-Xmx2g"], resources: {requests: {cpu: 1, memory: 1Gi}, limits: {cpu: 1}}')),
    'review Set memory limit to 3Gi: set spec.containers[0].resources.limits.memory = "3Gi"',
  ],
  [
    'a request of memory far above the heap',
    pod(a('args: ["-Xmx2g"], resources: {requests: {cpu: 1, memory: 8Gi}, limits: {cpu: 1}}')),
    'review Set memory limit to its request (8Gi): set spec.containers[0].resources.limits.memory = "8Gi"',
  ],
  [
    'a volume in memory',
    pod(
      a(
        'volumeMounts: [{name: shm, mountPath: /dev/shm}], resources: {limits: {cpu: 1}, requests: {cpu: 1}}',
      ),
      'volumes: [{name: shm, emptyDir: {medium: Memory, sizeLimit: 1Gi}}, {name: x, emptyDir: {sizeLimit: 9Gi}}]',
    ),
    'review Set memory request to 128Mi and limit to 1280Mi: set spec.containers[0].resources.requests.memory = "128Mi"; set spec.containers[0].resources.limits.memory = "1280Mi"',
  ],
  [
    'the Pod has amounts for all its containers',
    pod(a(), 'resources: {limits: {cpu: 1}}'),
    'unfixable: The Pod sets CPU for all its containers together (spec.resources), and an amount of its own would take container a out of that. Decide whether it needs one; it must fit into what the Pod has.',
  ],
  [
    'the Pod requests for all its containers',
    pod(
      a('resources: {requests: {cpu: 1, memory: 1Gi}, limits: {cpu: 1, memory: 1Gi}}'),
      'resources: {requests: {memory: 4Gi}}, initContainers: [{name: b, resources: {limits: {cpu: 1}, requests: {cpu: 1}}}]',
    ),
    'unfixable: The Pod sets memory for all its containers together (spec.resources), and an amount of its own would take init container b out of that. Decide whether it needs one; it must fit into what the Pod has.',
  ],
  [
    'a limit that the API copies, in a Pod with amounts',
    pod(
      a('resources: {requests: {memory: 1Gi}, limits: {cpu: 500m, memory: 1Gi}}'),
      'resources: {limits: {cpu: 1}}',
    ),
    'safe Set CPU request to its limit (500m): set spec.containers[0].resources.requests.cpu = "500m"',
  ],
  [
    'the Pod has amounts of another resource',
    pod(a(), 'resources: {limits: {memory: 1Gi}}'),
    'review Set CPU request to 100m and limit to 500m: set spec.containers[0].resources.requests.cpu = "100m"; set spec.containers[0].resources.limits.cpu = "500m"',
  ],
])

test('the note says where the amounts come from', async () => {
  const jvm = 'env: [{name: JAVA_OPTS, value: "-Xmx2g"}], resources: {limits: {cpu: 1}, requests: {cpu: 1}}'
  const shared = 'volumeMounts: [{name: shm, mountPath: /dev/shm}]'
  const volumes = 'volumes: [{name: shm, emptyDir: {medium: Memory, sizeLimit: 64Mi}}]'
  expect([
    await notesFor('container-resources', pod(a())),
    await notesFor('container-resources', pod(a(jvm))),
    await notesFor('container-resources', pod(a(`${jvm}, ${shared}`), volumes)),
    await notesFor('container-resources', resources('cpu: 1, memory: 1Gi', 'cpu: 1')),
  ]).toEqual([
    ['Both are placeholders. Measure what the container really uses and leave headroom for peaks.'],
    [
      'It follows from -Xmx2g in JAVA_OPTS: the limit adds headroom for what that does not count. Measure what the container really uses and leave headroom for peaks.',
    ],
    [
      'It follows from -Xmx2g in JAVA_OPTS: the limit adds headroom for what that does not count, and its emptyDir volumes in memory (64Mi). Measure what the container really uses and leave headroom for peaks.',
    ],
    [
      'The request is the only known amount. Measure what the container really uses and leave headroom for peaks.',
    ],
  ])
})

test('every amount that is a guess is a placeholder', async () => {
  const at = ['spec', 'containers', 0, 'resources']
  expect(await placeholdersFor('container-resources', pod(a()))).toEqual([
    [
      { what: 'CPU request of container a', path: [...at, 'requests', 'cpu'] },
      { what: 'CPU limit of container a', path: [...at, 'limits', 'cpu'] },
    ],
  ])
  expect(
    await placeholdersFor('container-resources', resources('memory: 1Gi', 'cpu: 1, memory: 1Gi')),
  ).toEqual([[]])
})
