import { expect, test } from 'vitest'
import type { JsonObject } from '../../../engine/model/json'
import { Answer } from '../../answer'
import { root } from '../../place'
import { listAt, textAt, withItems } from '../../read'
import { completeContainer, validateContainers } from '.'

const lists = ['containers', 'initContainers', 'ephemeralContainers'] as const

/** What the server says about the containers of a bare Pod. */
function answerTo(spec: JsonObject, minor = 36): Answer {
  const answer = new Answer(minor)
  const completed = lists.reduce((before, list) => withItems(before, list, completeContainer), spec)
  const volumes = new Set(listAt(spec, 'volumes').map((volume) => textAt(volume, 'name')))
  const context = { isPod: true, restartPolicies: ['Always', 'OnFailure', 'Never'] }
  validateContainers(completed, root.child('spec'), volumes, context, answer)
  return answer
}

const causesOf = (answer: Answer): readonly string[] =>
  answer.causes.map(
    ({ reason, place }) => `${reason.replace('FieldValue', '')} ${place.field.replace('spec.', '')}`,
  )

const web = { name: 'web', image: 'web:1' }

/** A Pod with one container that has these fields. */
const pod = (fields: JsonObject, spec: JsonObject = {}): JsonObject => ({
  containers: [{ ...web, ...fields }],
  ...spec,
})

const init = (fields: JsonObject): JsonObject => ({
  containers: [web],
  initContainers: [{ name: 'first', image: 'first:1', ...fields }],
})

const variable = (valueFrom: JsonObject, spec: JsonObject = {}): JsonObject =>
  pod({ env: [{ name: 'A', valueFrom }] }, spec)

const mount = (fields: JsonObject, container: JsonObject = {}, volume: JsonObject = {}): JsonObject =>
  pod(
    { volumeMounts: [{ name: 'data', mountPath: '/data', ...fields }], ...container },
    { volumes: [{ name: 'data', ...volume }] },
  )

const probe = (fields: JsonObject, key = 'livenessProbe'): JsonObject =>
  pod({ [key]: { tcpSocket: { port: 80 }, ...fields } })

const resources = (fields: JsonObject): JsonObject => pod({ resources: fields })

const security = (fields: JsonObject, spec: JsonObject = {}): JsonObject =>
  pod({ securityContext: fields }, spec)

const port = (fields: JsonObject): JsonObject => pod({ ports: [{ containerPort: 80, ...fields }] })

const at = 'containers[0]'
const env = `${at}.env[0].valueFrom`
const http = { httpGet: { port: 80 } }
const device = { name: 'data', devicePath: '/dev/x' }
const claim = { persistentVolumeClaim: { claimName: 'c' } }
const restart = { action: 'Restart', exitCodes: { operator: 'In', values: [1] } }

const refusals: readonly (readonly [what: string, spec: JsonObject, ...causes: string[]])[] = [
  ['no containers', {}, 'Required containers'],
  ['a container', pod({})],
  ['a null container', { containers: [null] }, `Required ${at}.name`, `Required ${at}.image`],
  ['no name', { containers: [{ image: 'a' }] }, `Required ${at}.name`],
  ['a name in capitals', pod({ name: 'Web' }), `Invalid ${at}.name`],
  ['two names', { containers: [web, web] }, 'Duplicate containers[1].name'],
  ['no image', pod({ image: '' }), `Required ${at}.image`],
  ['an image with a space after it', pod({ image: 'web ' }), `Invalid ${at}.image`],
  ['a space in an image', pod({ image: 'we b' })],
  ['a pull policy', pod({ imagePullPolicy: 'always' }), `NotSupported ${at}.imagePullPolicy`],
  [
    'where it says why',
    pod({ terminationMessagePolicy: 'file' }),
    `NotSupported ${at}.terminationMessagePolicy`,
  ],

  ['port 65535', port({ containerPort: 65_535 })],
  ['port 65536', port({ containerPort: 65_536 }), `Invalid ${at}.ports[0].containerPort`],
  ['no port', pod({ ports: [null] }), `Required ${at}.ports[0].containerPort`],
  ['host port −1', port({ hostPort: -1 }), `Invalid ${at}.ports[0].hostPort`],
  ['a protocol', port({ protocol: 'tcp' }), `NotSupported ${at}.ports[0].protocol`],
  ['a port name of digits', port({ name: '80' }), `Invalid ${at}.ports[0].name`],
  ['a port name with a letter', port({ name: '80a' })],
  [
    'two port names',
    pod({
      ports: [
        { containerPort: 1, name: 'a' },
        { containerPort: 2, name: 'a' },
      ],
    }),
    `Duplicate ${at}.ports[1].name`,
  ],
  [
    'two host ports',
    pod({
      ports: [
        { containerPort: 1, hostPort: 1 },
        { containerPort: 2, hostPort: 1 },
      ],
    }),
    `Duplicate ${at}.ports[1].hostPort`,
  ],
  [
    'two host ports of two protocols',
    pod({
      ports: [
        { containerPort: 1, hostPort: 1 },
        { containerPort: 2, hostPort: 1, protocol: 'UDP' },
      ],
    }),
  ],

  ['a variable without a name', pod({ env: [null] }), `Required ${at}.env[0].name`],
  ['a variable with =', pod({ env: [{ name: 'A=B' }] }), `Invalid ${at}.env[0].name`],
  ['a variable with a space', pod({ env: [{ name: 'A B' }] })],
  ['a variable from nowhere', variable({}), `Invalid ${env}`],
  [
    'a value and a source',
    pod({ env: [{ name: 'A', value: 'x', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] }),
    `Invalid ${env}`,
  ],
  ['a field', variable({ fieldRef: { fieldPath: 'status.podIP' } })],
  ['a label', variable({ fieldRef: { fieldPath: "metadata.labels['a']" } })],
  [
    'an invalid label',
    variable({ fieldRef: { fieldPath: "metadata.labels['a b']" } }),
    `Invalid ${env}.fieldRef`,
  ],
  [
    'all labels',
    variable({ fieldRef: { fieldPath: 'metadata.labels' } }),
    `NotSupported ${env}.fieldRef.fieldPath`,
  ],
  [
    'an unknown field',
    variable({ fieldRef: { fieldPath: 'spec.image' } }),
    `Invalid ${env}.fieldRef.fieldPath`,
  ],
  [
    'a key of no map',
    variable({ fieldRef: { fieldPath: "spec['a']" } }),
    `Invalid ${env}.fieldRef.fieldPath`,
  ],
  ['no field', variable({ fieldRef: {} }), `Required ${env}.fieldRef.fieldPath`],
  ['a resource', variable({ resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } })],
  [
    'a divisor',
    variable({ resourceFieldRef: { resource: 'limits.memory', divisor: '10Mi' } }),
    `Invalid ${env}.resourceFieldRef.divisor`,
  ],
  [
    'an unknown resource',
    variable({ resourceFieldRef: { resource: 'cpu' } }),
    `NotSupported ${env}.resourceFieldRef.resource`,
  ],
  ['a key', variable({ configMapKeyRef: { name: 'c', key: 'a.b' } })],
  [
    'an invalid key',
    variable({ secretKeyRef: { name: 's', key: '..a' } }),
    `Invalid ${env}.secretKeyRef.key`,
  ],
  ['no key', variable({ secretKeyRef: { name: 's' } }), `Required ${env}.secretKeyRef.key`],
  ['a key of nothing', variable({ configMapKeyRef: { key: 'a' } }), `Invalid ${env}.configMapKeyRef.name`],
  [
    'two sources',
    variable({ configMapKeyRef: { name: 'c', key: 'a' }, secretKeyRef: { name: 's', key: 'a' } }),
    `Invalid ${env}`,
  ],
  [
    'a file in an emptyDir',
    variable({ fileKeyRef: { volumeName: 'v', path: 'a', key: 'A' } }, { volumes: [{ name: 'v' }] }),
  ],
  [
    'a file in another volume',
    variable(
      { fileKeyRef: { volumeName: 'v', path: 'a', key: 'A' } },
      { volumes: [{ name: 'v', ...claim }] },
    ),
    `Invalid ${env}.fileKeyRef.volumeName`,
  ],
  [
    'a file outside of no volume',
    variable({ fileKeyRef: { volumeName: 'v', path: '../a', key: 'A' } }),
    `Invalid ${env}.fileKeyRef.path`,
    `NotFound ${env}.fileKeyRef.volumeName`,
  ],
  ['all of a ConfigMap', pod({ envFrom: [{ configMapRef: { name: 'c' }, prefix: '1' }] })],
  [
    'all of nothing',
    pod({ envFrom: [{ prefix: 'a=' }] }),
    `Invalid ${at}.envFrom[0].prefix`,
    `Invalid ${at}.envFrom`,
  ],
  ['all without a name', pod({ envFrom: [{ secretRef: {} }] }), `Required ${at}.envFrom[0].secretRef.name`],

  ['a mount', mount({})],
  ['a mount of no volume', mount({ name: 'other' }), `NotFound ${at}.volumeMounts[0].name`],
  ['a mount nowhere', mount({ mountPath: '' }), `Required ${at}.volumeMounts[0].mountPath`],
  ['a path outside', mount({ subPath: 'a/../b' }), `Invalid ${at}.volumeMounts.subPath`],
  ['a path with dots', mount({ subPath: 'a..b' })],
  [
    'two paths inside',
    mount({ subPath: 'a', subPathExpr: '/b' }),
    `Invalid ${at}.volumeMounts[0].subPathExpr`,
    `Invalid ${at}.volumeMounts.subPathExpr`,
  ],
  [
    'mounts passed on',
    mount({ mountPropagation: 'Bidirectional' }),
    `Forbidden ${at}.volumeMounts.mountPropagation`,
  ],
  [
    'mounts passed on by the privileged',
    mount({ mountPropagation: 'Bidirectional' }, { securityContext: { privileged: true } }),
  ],
  [
    'a mount that is read-only below',
    mount({ recursiveReadOnly: 'Enabled' }),
    `Forbidden ${at}.volumeMounts.recursiveReadOnly`,
  ],
  ['a mount that is read-only', mount({ recursiveReadOnly: 'Enabled', readOnly: true })],
  [
    'a mount and a device',
    mount({}, { volumeDevices: [device] }, claim),
    `Invalid ${at}.volumeMounts[0].name`,
    `Invalid ${at}.volumeDevices[0].name`,
  ],
  ['a device', pod({ volumeDevices: [device] }, { volumes: [{ name: 'data', ...claim }] })],
  [
    'the same device twice',
    pod({ volumeDevices: [device, device] }, { volumes: [{ name: 'data', ...claim }] }),
    `Invalid ${at}.volumeDevices[1].name`,
    `Invalid ${at}.volumeDevices[1].devicePath`,
  ],
  [
    'a device without a path',
    pod({ volumeDevices: [{ name: 'data' }] }, { volumes: [{ name: 'data', ...claim }] }),
    `Required ${at}.volumeDevices[0].devicePath`,
  ],
  [
    'a device at a path with “..”',
    pod({ volumeDevices: [{ ...device, devicePath: '/a/../b' }] }, { volumes: [{ name: 'data', ...claim }] }),
    `Invalid ${at}.volumeDevices[0].devicePath`,
  ],
  ['a propagation', mount({ mountPropagation: 'none' }), `NotSupported ${at}.volumeMounts.mountPropagation`],
  [
    'a recursive mode',
    mount({ readOnly: true, recursiveReadOnly: 'enabled' }),
    `NotSupported ${at}.volumeMounts.recursiveReadOnly`,
  ],
  [
    'a recursive mode beside a propagation',
    mount({ readOnly: true, recursiveReadOnly: 'Enabled', mountPropagation: 'HostToContainer' }),
    `Forbidden ${at}.volumeMounts.recursiveReadOnly`,
  ],
  [
    'a device of no claim',
    pod({ volumeDevices: [device] }, { volumes: [{ name: 'data', emptyDir: {} }] }),
    `Invalid ${at}.volumeDevices[0].name`,
  ],

  ['a probe', probe({ initialDelaySeconds: 0 })],
  ['an empty probe', pod({ livenessProbe: {} }), `Required ${at}.livenessProbe`],
  ['a probe of two kinds', probe(http), `Forbidden ${at}.livenessProbe.tcpSocket`],
  ['a negative probe', probe({ periodSeconds: -1 }), `Invalid ${at}.livenessProbe.periodSeconds`],
  [
    'a probe that succeeds twice',
    probe({ successThreshold: 2 }),
    `Invalid ${at}.livenessProbe.successThreshold`,
  ],
  ['a readiness probe that succeeds twice', probe({ successThreshold: 2 }, 'readinessProbe')],
  [
    'a readiness probe that ends',
    probe({ terminationGracePeriodSeconds: 1 }, 'readinessProbe'),
    `Invalid ${at}.readinessProbe.terminationGracePeriodSeconds`,
  ],
  [
    'a probe without a port',
    pod({ livenessProbe: { httpGet: {} } }),
    `Invalid ${at}.livenessProbe.httpGet.port`,
  ],
  [
    'a probe with a header',
    pod({ livenessProbe: { httpGet: { port: 'web', httpHeaders: [{ name: 'X_Y', value: '' }] } } }),
    `Invalid ${at}.livenessProbe.httpGet.httpHeaders`,
  ],
  [
    'a hook without a command',
    pod({ lifecycle: { postStart: { exec: {} } } }),
    `Required ${at}.lifecycle.postStart.exec.command`,
  ],
  [
    'a long sleep',
    pod({ lifecycle: { preStop: { sleep: { seconds: 31 } } } }),
    `Invalid ${at}.lifecycle.preStop.sleep`,
  ],
  [
    'a sleep',
    pod({ lifecycle: { preStop: { sleep: { seconds: 31 } } } }, { terminationGracePeriodSeconds: 31 }),
  ],

  [
    'an init container with a probe',
    init({ livenessProbe: http }),
    'Forbidden initContainers[0].livenessProbe',
  ],
  ['a sidecar with a probe', init({ livenessProbe: http, restartPolicy: 'Always' })],
  ['an init container with a name that is taken', init({ name: 'web' }), 'Duplicate initContainers[0].name'],
  ['a restart policy', pod({ restartPolicy: 'Never' })],
  ['no restart policy', pod({ restartPolicy: 'never' }), `NotSupported ${at}.restartPolicy`],
  ['rules for restarts', pod({ restartPolicy: 'Never', restartPolicyRules: [restart] })],
  [
    'an action of a rule',
    pod({ restartPolicy: 'Never', restartPolicyRules: [{ ...restart, action: 'Stop' }] }),
    `NotSupported ${at}.restartPolicyRules[0].action`,
  ],
  [
    'an operator of a rule',
    pod({
      restartPolicy: 'Never',
      restartPolicyRules: [{ ...restart, exitCodes: { operator: 'Is', values: [1] } }],
    }),
    `NotSupported ${at}.restartPolicyRules[0].exitCodes.operator`,
  ],
  [
    '21 rules',
    pod({ restartPolicy: 'Never', restartPolicyRules: Array.from({ length: 21 }, () => restart) }),
    `TooMany ${at}.restartPolicyRules`,
  ],
  [
    '256 exit codes',
    pod({
      restartPolicy: 'Never',
      restartPolicyRules: [
        {
          ...restart,
          exitCodes: { operator: 'In', values: Array.from({ length: 256 }, (_, code) => code) },
        },
      ],
    }),
    `TooMany ${at}.restartPolicyRules[0].exitCodes.values`,
  ],
  [
    'two resize policies for cpu',
    pod({
      resizePolicy: ['NotRequired', 'NotRequired'].map((restartPolicy) => ({
        resourceName: 'cpu',
        restartPolicy,
      })),
    }),
    `Duplicate ${at}.resizePolicy[1]`,
  ],
  [
    'an empty resize policy',
    pod({ resizePolicy: [{}] }),
    `Required ${at}.resizePolicy`,
    `Required ${at}.resizePolicy`,
  ],
  ['rules without a policy', pod({ restartPolicyRules: [restart] }), `Required ${at}.restartPolicy`],
  [
    'a rule without codes',
    pod({ restartPolicy: 'Never', restartPolicyRules: [{ action: 'Restart' }] }),
    `Required ${at}.restartPolicyRules[0].exitCodes`,
  ],
  [
    'a resize policy',
    pod({ resizePolicy: [{ resourceName: 'gpu', restartPolicy: 'Never' }] }),
    `NotSupported ${at}.resizePolicy`,
    `NotSupported ${at}.resizePolicy`,
  ],
  [
    'a restart where there is none',
    pod(
      { resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'RestartContainer' }] },
      { restartPolicy: 'Never' },
    ),
    `Invalid ${at}.resizePolicy`,
  ],

  [
    'resources',
    resources({ limits: { cpu: 1, memory: '1.5Gi', 'nvidia.com/gpu': 1 }, requests: { cpu: '1000m' } }),
  ],
  ['a resource without a domain', resources({ limits: { gpu: 1 } }), `Invalid ${at}.resources.limits[gpu]`],
  ['a negative resource', resources({ limits: { cpu: -1 } }), `Invalid ${at}.resources.limits[cpu]`],
  ['half a device', resources({ limits: { 'a.b/c': '500m' } }), `Invalid ${at}.resources.limits[a.b/c]`],
  [
    'a request above its limit',
    resources({ limits: { cpu: '1' }, requests: { cpu: '1001m' } }),
    `Invalid ${at}.resources.requests`,
  ],
  ['a request without a limit', resources({ requests: { 'a.b/c': 1 } }), `Required ${at}.resources.limits`],
  ['huge pages', resources({ limits: { 'hugepages-2Mi': '4Mi', cpu: 1 } })],
  [
    'huge pages of another size alone',
    resources({ limits: { 'hugepages-2Mi': '3Mi' } }),
    `Invalid ${at}.resources.limits[hugepages-2Mi]`,
    `Forbidden ${at}.resources`,
  ],
  ['a claim without a name', resources({ claims: [{}] }), `Required ${at}.resources.claims[0]`],
  [
    'a claim twice',
    pod({ resources: { claims: [{ name: 'c' }, { name: 'c' }] } }, { resourceClaims: [{ name: 'c' }] }),
    `Duplicate ${at}.resources.claims[1]`,
  ],
  [
    'a request of a claim',
    pod({ resources: { claims: [{ name: 'c', request: 'A' }] } }, { resourceClaims: [{ name: 'c' }] }),
    `Invalid ${at}.resources.claims[0].request`,
  ],
  [
    'more devices than the limit',
    resources({ limits: { 'a.b/c': '1' }, requests: { 'a.b/c': '2' } }),
    `Invalid ${at}.resources.requests`,
  ],
  ['an unknown claim', resources({ claims: [{ name: 'c' }] }), `NotFound ${at}.resources.claims[0]`],

  ['a user', security({ runAsUser: 2_147_483_647 })],
  ['a large user', security({ runAsUser: 2_147_483_648 }), `Invalid ${at}.securityContext.runAsUser`],
  ['an unmasked /proc', security({ procMount: 'Unmasked' }), `Invalid ${at}.securityContext.procMount`],
  ['an unmasked /proc of its own', security({ procMount: 'Unmasked' }, { hostUsers: false })],
  [
    'privileges that are also forbidden',
    security({ privileged: true, allowPrivilegeEscalation: false }),
    `Invalid ${at}.securityContext`,
  ],
  ['seccomp', security({ seccompProfile: { type: 'Localhost', localhostProfile: 'a' } })],
  [
    'seccomp without a profile',
    security({ seccompProfile: { type: 'Localhost' } }),
    `Required ${at}.securityContext.seccompProfile.localhostProfile`,
  ],
  ['AppArmor', security({ appArmorProfile: { type: 'RuntimeDefault' } })],
  [
    'AppArmor with a profile too many',
    security({ appArmorProfile: { type: 'Unconfined', localhostProfile: 'a' } }),
    `Invalid ${at}.securityContext.appArmorProfile.localhostProfile`,
  ],
  ['a user of Windows', security({ windowsOptions: { runAsUserName: 'NT AUTHORITY\\SYSTEM' } })],
  [
    'no user of Windows',
    security({ windowsOptions: { runAsUserName: '' } }),
    `Invalid ${at}.securityContext.windowsOptions.runAsUserName`,
  ],

  [
    'a debugger',
    { containers: [web], ephemeralContainers: [{ name: 'd', image: 'd', targetContainerName: 'web' }] },
  ],
  [
    'a debugger of nothing with ports',
    {
      containers: [web],
      ephemeralContainers: [{ name: 'd', image: 'd', targetContainerName: 'x', ports: [] }],
    },
    'Forbidden ephemeralContainers[0].ports',
    'NotFound ephemeralContainers[0].targetContainerName',
  ],
]

for (const [what, spec, ...causes] of refusals)
  test(`${what}: ${causes.length === 0 ? 'accepted' : 'refused'}`, () => {
    const found = answerTo(spec)
    expect(causesOf(found)).toEqual(causes)
    for (const { message } of found.causes) expect(message).toMatch(/^[A-Z].*\.$/)
  })

const versions: readonly (readonly [what: string, minor: number, spec: JsonObject, ...causes: string[]])[] = [
  ['a strange variable', 31, pod({ env: [{ name: '1 a' }] }), `Invalid ${at}.env[0].name`],
  ['a strange variable', 32, pod({ env: [{ name: '1 a' }] })],
  [
    'no sleep',
    32,
    pod({ lifecycle: { preStop: { sleep: { seconds: 0 } } } }),
    `Invalid ${at}.lifecycle.preStop.sleep`,
  ],
  ['no sleep', 33, pod({ lifecycle: { preStop: { sleep: { seconds: 0 } } } })],
  ['a restart policy', 33, pod({ restartPolicy: 'Always' }), `Forbidden ${at}.restartPolicy`],
  ['any restart policy', 34, pod({ restartPolicy: 'any' })],
  [
    'an init container that restarts',
    33,
    init({ restartPolicy: 'Never' }),
    'NotSupported initContainers[0].restartPolicy',
  ],
  ['an init container that restarts', 34, init({ restartPolicy: 'Never' })],
  ['a file', 34, variable({ fileKeyRef: {} }), `Invalid ${env}`],
  ['an unknown claim', 33, resources({ claims: [{ name: 'c' }] })],
]

for (const [what, minor, spec, ...causes] of versions)
  test(`${what} in 1.${minor}`, () => expect(causesOf(answerTo(spec, minor))).toEqual(causes))

test('what is dropped is said', () => {
  expect(answerTo(pod({ restartPolicy: 'any' }), 34).dropped.map(({ place }) => place.field)).toEqual([
    `spec.${at}.restartPolicy`,
  ])
  expect(answerTo(pod({ lifecycle: { stopSignal: 'SIGHUP' } })).dropped.map(({ rule }) => rule)).toEqual([
    'no-effect',
  ])
})

const warnings: readonly (readonly [what: string, spec: JsonObject, ...places: string[]])[] = [
  ['a fraction of a byte', resources({ limits: { memory: '1500m' } }), `${at}.resources.limits[memory]`],
  [
    'less than the server can count',
    resources({ limits: { memory: '1Ei' } }),
    `${at}.resources.limits[memory]`,
  ],
  ['whole bytes', resources({ limits: { memory: '1.5Ki' } })],
  [
    'a hidden variable',
    pod({
      env: [
        { name: 'A', value: '1' },
        { name: 'A', value: '2' },
      ],
    }),
    `${at}.env[1]`,
  ],
  [
    'an extended variable',
    pod({
      env: [
        { name: 'A', value: '1' },
        { name: 'A', value: '$(A)2' },
      ],
    }),
  ],
  [
    'the same port twice',
    {
      containers: [
        { ...web, ports: [{ containerPort: 1 }] },
        { ...web, name: 'b', ports: [{ containerPort: 1 }] },
      ],
    },
    'containers[1].ports[0]',
  ],
  ['ports of two protocols', pod({ ports: [{ containerPort: 1 }, { containerPort: 1, protocol: 'UDP' }] })],
  ['an address without a port', port({ hostIP: '10.0.0.1' }), `${at}.ports[0]`],
]

for (const [what, spec, ...places] of warnings)
  test(`${what}: ${places.length === 0 ? 'no warning' : 'a warning'}`, () => {
    const found = answerTo(spec)
    expect(found.causes).toEqual([])
    expect(found.warnings.map(({ place }) => place.field.replace('spec.', ''))).toEqual(places)
  })

test('a request that is filled in is where its limit is', () => {
  const [, request] = answerTo(resources({ limits: { cpu: -1 }, requests: { cpu: -1 } })).causes
  expect(request?.place).toMatchObject({
    path: ['spec', 'containers', 0, 'resources', 'limits', 'cpu'],
    field: `spec.${at}.resources.requests[cpu]`,
  })
})
