import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { admitObject } from '../admit'

const answerTo = (spec: JsonObject, metadata: JsonObject = {}) =>
  admitObject(
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web', ...metadata },
      spec: { containers: [{ name: 'web', image: 'nginx' }], ...spec },
    },
    36,
  )

const refused = (spec: JsonObject, metadata?: JsonObject): readonly string[] => [
  ...new Set(answerTo(spec, metadata)?.causes.map(({ place }) => place.field)),
]
const warned = (spec: JsonObject, metadata?: JsonObject): readonly string[] =>
  answerTo(spec, metadata)?.warnings.map(({ place }) => place.field) ?? []

const podTerm = (term: JsonObject): JsonObject => ({
  affinity: {
    podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'a', ...term }] },
  },
})
const pods = 'spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]'
const weighted = (weight: number): JsonObject => ({
  affinity: {
    nodeAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [{ weight, preference: {} }],
    },
  },
})
const spread = (more: JsonObject): JsonObject => ({
  topologySpreadConstraints: [
    { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: {}, ...more },
  ],
})
const constraint = 'spec.topologySpreadConstraints[0]'
const secure = (securityContext: JsonObject): JsonObject => ({ securityContext })
const windows = (options: JsonObject): JsonObject => secure({ windowsOptions: options })
const windowsPlace = 'spec.securityContext.windowsOptions'
const appArmor = (profile: JsonObject): JsonObject => secure({ appArmorProfile: profile })
const appArmorPlace = 'spec.securityContext.appArmorProfile'
const claims = (resources: JsonObject): JsonObject => ({ resources })
const hostProcess = (spec: JsonObject): JsonObject => ({ ...windows({ hostProcess: true }), ...spec })

test.each<readonly [fields: string, breaking: JsonObject, fine: JsonObject]>([
  [
    'spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight',
    weighted(101),
    weighted(100),
  ],
  [`${pods}.topologyKey`, podTerm({ topologyKey: '' }), podTerm({ topologyKey: 'a/b' })],
  [`${pods}.namespace`, podTerm({ namespaces: ['A'] }), podTerm({ namespaces: ['a'] })],
  [
    `${pods}.matchLabelKeys`,
    podTerm({ matchLabelKeys: ['a'] }),
    podTerm({ matchLabelKeys: ['a'], labelSelector: {} }),
  ],
  [
    `${pods}.matchLabelKeys[0]`,
    podTerm({ matchLabelKeys: ['a b'], labelSelector: {} }),
    podTerm({ matchLabelKeys: ['a/b'], labelSelector: {} }),
  ],
  [
    `${pods}.matchLabelKeys[0]`,
    podTerm({ matchLabelKeys: ['a'], mismatchLabelKeys: ['a'], labelSelector: {} }),
    podTerm({ matchLabelKeys: ['a'], mismatchLabelKeys: ['b'], labelSelector: {} }),
  ],
  [
    `${pods}.labelSelector.matchLabels`,
    podTerm({ labelSelector: { matchLabels: { a: 'a b' } } }),
    podTerm({ labelSelector: { matchLabels: { a: 'b' } } }),
  ],
  [`${constraint}.maxSkew`, spread({ maxSkew: 0 }), spread({ maxSkew: 2 })],
  [
    `${constraint}.minDomains`,
    spread({ minDomains: 2, whenUnsatisfiable: 'ScheduleAnyway' }),
    spread({ minDomains: 2 }),
  ],
  [
    `${constraint}.labelSelector.matchLabels`,
    spread({ labelSelector: { matchLabels: { a: 'a b' } } }),
    spread({ labelSelector: { matchLabels: { a: 'b' } } }),
  ],
  ['spec.activeDeadlineSeconds', { activeDeadlineSeconds: 0 }, { activeDeadlineSeconds: 1 }],
  ['spec.securityContext.runAsUser', secure({ runAsUser: -1 }), secure({ runAsUser: 0 })],
  [
    'spec.dnsConfig.nameservers[0]',
    { dnsConfig: { nameservers: ['a'] } },
    { dnsConfig: { nameservers: ['10.0.0.1'] } },
  ],
  [`${constraint}.topologyKey`, spread({ topologyKey: '' }), spread({ topologyKey: 'b' })],
  [
    `${constraint}.whenUnsatisfiable`,
    spread({ whenUnsatisfiable: 'doNotSchedule' }),
    spread({ whenUnsatisfiable: 'ScheduleAnyway' }),
  ],
  [`${constraint}.minDomains`, spread({ minDomains: 0 }), spread({ minDomains: 1 })],
  [
    `${constraint}.nodeTaintsPolicy`,
    spread({ nodeTaintsPolicy: 'honor' }),
    spread({ nodeTaintsPolicy: 'Honor' }),
  ],
  [
    `${constraint}.{topologyKey, whenUnsatisfiable}`,
    {
      topologySpreadConstraints: [1, 2].map((maxSkew) => ({
        maxSkew,
        topologyKey: 'a',
        whenUnsatisfiable: 'DoNotSchedule',
      })),
    },
    {
      topologySpreadConstraints: ['a', 'b'].map((topologyKey) => ({
        maxSkew: 1,
        topologyKey,
        whenUnsatisfiable: 'DoNotSchedule',
      })),
    },
  ],
  ['spec.schedulingGates[0]', { schedulingGates: [{ name: 'a b' }] }, { schedulingGates: [{ name: 'a/b' }] }],
  [
    'spec.securityContext.supplementalGroups[0]',
    secure({ supplementalGroups: [-1] }),
    secure({ supplementalGroups: [0] }),
  ],
  [
    'spec.securityContext.fsGroupChangePolicy',
    secure({ fsGroupChangePolicy: 'always' }),
    secure({ fsGroupChangePolicy: 'Always' }),
  ],
  [
    'spec.securityContext.supplementalGroupsPolicy',
    secure({ supplementalGroupsPolicy: 'x' }),
    secure({ supplementalGroupsPolicy: 'Strict' }),
  ],
  [
    'spec.securityContext.sysctls[0].name',
    secure({ sysctls: [{}] }),
    secure({ sysctls: [{ name: 'net.a' }] }),
  ],
  [
    'spec.securityContext.sysctls[0].name',
    secure({ sysctls: [{ name: 'A' }] }),
    secure({ sysctls: [{ name: 'a/b.c_d' }] }),
  ],
  [
    'spec.securityContext.sysctls[1].name',
    secure({ sysctls: [{ name: 'a' }, { name: 'a' }] }),
    secure({ sysctls: [{ name: 'a' }, { name: 'b' }] }),
  ],
  [
    'spec.securityContext.sysctls[0].name',
    { hostIPC: true, ...secure({ sysctls: [{ name: 'kernel.sem' }] }) },
    { hostIPC: true, ...secure({ sysctls: [{ name: 'kernel.semx' }] }) },
  ],
  [
    `${windowsPlace}.gmsaCredentialSpecName`,
    windows({ gmsaCredentialSpecName: 'A' }),
    windows({ gmsaCredentialSpecName: 'a' }),
  ],
  [
    `${windowsPlace}.gmsaCredentialSpec`,
    windows({ gmsaCredentialSpec: '' }),
    windows({ gmsaCredentialSpec: 'a' }),
  ],
  [
    `${windowsPlace}.runAsUserName`,
    windows({ runAsUserName: 'a\\b\\c' }),
    windows({ runAsUserName: 'a\\b' }),
  ],
  [
    `${windowsPlace}.runAsUserName`,
    windows({ runAsUserName: 'a?' }),
    windows({ runAsUserName: 'ContainerUser' }),
  ],
  ['spec.os.name', { os: {} }, { os: { name: 'linux' } }],
  [`${appArmorPlace}.type`, appArmor({}), appArmor({ type: 'Unconfined' })],
  [`${appArmorPlace}.type`, appArmor({ type: 'localhost' }), appArmor({ type: 'RuntimeDefault' })],
  [
    `${appArmorPlace}.localhostProfile`,
    appArmor({ type: 'Unconfined', localhostProfile: 'a' }),
    appArmor({ type: 'Localhost', localhostProfile: 'a' }),
  ],
  [
    `${appArmorPlace}.localhostProfile`,
    appArmor({ type: 'Localhost', localhostProfile: ' a' }),
    appArmor({ type: 'Localhost', localhostProfile: 'a b' }),
  ],
  [
    `${appArmorPlace}.localhostProfile`,
    appArmor({ type: 'Localhost', localhostProfile: 'a'.repeat(4096) }),
    appArmor({ type: 'Localhost', localhostProfile: 'a'.repeat(4095) }),
  ],
  [
    'spec.resourceClaims[0].name',
    { resourceClaims: [{ name: 'A', resourceClaimName: 'b' }] },
    { resourceClaims: [{ name: 'a', resourceClaimName: 'b' }] },
  ],
  [
    'spec.resourceClaims[0].name',
    { resourceClaims: [{ resourceClaimName: 'b' }] },
    { resourceClaims: [{ name: 'a', resourceClaimName: 'b' }] },
  ],
  [
    'spec.resourceClaims[1].name',
    { resourceClaims: ['b', 'c'].map((resourceClaimName) => ({ name: 'a', resourceClaimName })) },
    { resourceClaims: ['a', 'b'].map((name) => ({ name, resourceClaimName: 'c' })) },
  ],
  [
    'spec.resourceClaims[0].resourceClaimName',
    { resourceClaims: [{ name: 'a', resourceClaimName: 'B' }] },
    { resourceClaims: [{ name: 'a', resourceClaimName: 'b.c' }] },
  ],
  ['spec.resources', { os: { name: 'windows' }, ...claims({}) }, { os: { name: 'linux' }, ...claims({}) }],
  ['spec.resources.claims', claims({ claims: [] }), claims({})],
  ['spec.resources.limits[gpu]', claims({ limits: { gpu: 1 } }), claims({ limits: { cpu: 1 } })],
  [
    'spec.resources.limits[ephemeral-storage]',
    claims({ limits: { 'ephemeral-storage': 1 } }),
    claims({ limits: { memory: 1 } }),
  ],
  [
    'spec.resources',
    claims({ limits: { 'hugepages-2Mi': '2Mi' } }),
    claims({ limits: { 'hugepages-2Mi': '2Mi', cpu: 1 } }),
  ],
  [
    'spec.overhead.limits[hugepages-2Mi]',
    { overhead: { 'hugepages-2Mi': '3Mi', cpu: 1 } },
    { overhead: { 'hugepages-2Mi': '4Mi', cpu: 1 } },
  ],
  ['spec.overhead.limits[gpu]', { overhead: { gpu: 1 } }, { overhead: { cpu: 1 } }],
  [
    'spec.overhead',
    { overhead: { 'hugepages-2Mi': '2Mi' } },
    { overhead: { 'hugepages-2Mi': '2Mi', memory: '1Mi' } },
  ],
  [
    'spec.dnsConfig.nameservers',
    { dnsConfig: { nameservers: ['::1', '::2', '::3', '::4'] } },
    { dnsConfig: { nameservers: ['::1', '::2', '::3'] } },
  ],
  [
    'spec.dnsConfig.searches',
    { dnsConfig: { searches: Array.from({ length: 33 }, () => 'a') } },
    { dnsConfig: { searches: Array.from({ length: 32 }, () => 'a') } },
  ],
  [
    'spec.dnsConfig.searches',
    { dnsConfig: { searches: Array.from({ length: 9 }, () => 'a'.repeat(227)) } },
    { dnsConfig: { searches: Array.from({ length: 8 }, () => 'a'.repeat(253)) } },
  ],
  ['spec.hostnameOverride', { hostnameOverride: 'a', setHostnameAsFQDN: true }, { hostnameOverride: 'a' }],
  ['spec.hostnameOverride', { hostnameOverride: 'a'.repeat(65) }, { hostnameOverride: 'a'.repeat(64) }],
  ['spec.hostnameOverride', { hostnameOverride: 'A' }, { hostnameOverride: 'a.b' }],
  ['spec.hostNetwork', hostProcess({}), hostProcess({ hostNetwork: true })],
  [
    'spec.securityContext.runAsUser',
    { os: { name: 'windows' }, ...secure({ runAsUser: 1 }) },
    { os: { name: 'linux' }, ...secure({ runAsUser: 1 }) },
  ],
  [
    'spec.securityContext.sysctls',
    { os: { name: 'windows' }, ...secure({ sysctls: [{ name: 'a' }] }) },
    { os: { name: 'windows' }, ...secure({ sysctls: [] }) },
  ],
  ['spec.preemptionPolicy', { preemptionPolicy: 'never' }, { preemptionPolicy: 'Never' }],
  ['spec.preemptionPolicy', { preemptionPolicy: '' }, { preemptionPolicy: null }],
  ['spec.serviceAccountName', { serviceAccount: 'A' }, { serviceAccount: 'a' }],
  ['spec.priorityClassName', { priorityClassName: 'A' }, { priorityClassName: 'a' }],
  ['spec.runtimeClassName', { runtimeClassName: '' }, { runtimeClassName: 'a' }],
  [
    'spec.ephemeralContainers',
    {
      ephemeralContainers: [
        { name: 'a', image: 'b', terminationMessagePolicy: 'File', imagePullPolicy: 'Always' },
      ],
    },
    { ephemeralContainers: [] },
  ],
])('%s', (field, breaking, fine) => {
  expect(refused(breaking)).toEqual([field])
  expect(refused(fine)).toEqual([])
})

test('annotations that the server reads', () => {
  const annotated = (key: string, value: string, spec: JsonObject = {}) =>
    refused(spec, { annotations: { [key]: value } })
  const cost = 'controller.kubernetes.io/pod-deletion-cost'
  expect(annotated(cost, '1.5')).toEqual([`metadata.annotations[${cost}]`])
  expect(annotated(cost, '-5')).toEqual([])
  const mirror = 'kubernetes.io/config.mirror'
  expect(annotated(mirror, 'a')).toEqual([`metadata.annotations[${mirror}]`])
  expect(annotated(mirror, 'a', { nodeName: 'n' })).toEqual([])
  expect(annotated(mirror, 'a', { nodeName: 'n', resourceClaims: [{ name: 'a' }] })).toEqual(['[]'])
  const armor = 'container.apparmor.security.beta.kubernetes.io/'
  expect(annotated(`${armor}other`, 'unconfined')).toEqual([`metadata.annotations[${armor}other]`])
  expect(annotated(`${armor}web`, 'none')).toEqual([`metadata.annotations[${armor}web]`])
  expect(annotated(`${armor}web`, 'localhost/a')).toEqual([])
  const seccomp = 'seccomp.security.alpha.kubernetes.io/pod'
  expect(annotated(seccomp, 'default')).toEqual([`metadata.annotations.${seccomp}`])
  expect(annotated(seccomp, 'localhost/a')).toEqual([])
  const tolerations = 'scheduler.alpha.kubernetes.io/tolerations'
  expect(annotated(tolerations, '{}')).toEqual(['metadata.annotations'])
  expect(annotated(tolerations, '[{"operator":"x","key":"a"}]')).toEqual([
    `metadata.annotations.${tolerations}[0].operator`,
  ])
  expect(annotated(tolerations, '[{"operator":"Exists"}]')).toEqual([])
})

test('more warnings', () => {
  expect(warned({ hostAliases: [{ ip: '::1' }, { ip: '::1' }] })).toEqual(['spec.hostAliases[1].ip'])
  expect(warned({ imagePullSecrets: [{}] })).toEqual(['spec.imagePullSecrets[0].name'])
  expect(warned({ overhead: { memory: '1500m' } })).toEqual(['spec.overhead[memory]'])
  expect(warned({ overhead: { memory: '1500' } })).toEqual([])
  expect(warned(spread({ topologyKey: 'failure-domain.beta.kubernetes.io/zone' }))).toEqual([
    `${constraint}.topologyKey`,
  ])
  const critical = 'scheduler.alpha.kubernetes.io/critical-pod'
  expect(warned({}, { annotations: { [critical]: '' } })).toEqual([`metadata.annotations[${critical}]`])
})

/** The path in the text, with “key” where the key of an entry is meant, and what a fix can be made from. */
const told = (spec: JsonObject, metadata?: JsonObject) => {
  const answer = answerTo(spec, metadata)
  return [...(answer?.causes ?? []), ...(answer?.warnings ?? [])].map(
    ({ place, hint }) => `${place.isAboutKey ? 'key ' : ''}${place.path.join('.')} ${hint?.kind ?? 'none'}`,
  )
}

test('the key of a label, and its value', () => {
  expect(told({}, { labels: { 'a b': 'c d' } })).toEqual([
    'key metadata.labels.a b name',
    'metadata.labels.a b name',
  ])
})

test.each<readonly [JsonObject, string]>([
  [{ nodeSelector: { 'a b': '' } }, 'key spec.nodeSelector.a b name'],
  [{ nodeSelector: { 'beta.kubernetes.io/os': '' } }, 'key spec.nodeSelector.beta.kubernetes.io/os set'],
  [{ restartPolicy: 'always' }, 'spec.restartPolicy word'],
  [{ os: { name: 'Linux' } }, 'spec.os.name word'],
  [{ activeDeadlineSeconds: 0 }, 'spec.activeDeadlineSeconds number'],
  [{ serviceAccount: 'A' }, 'spec.serviceAccount name'],
  [{ tolerations: [{ operator: 'Exists', tolerationSeconds: 1 }] }, 'spec.tolerations.0.effect set'],
  [{ tolerations: [{ key: 'a', value: 'b c' }] }, 'spec.tolerations.0.value name'],
  [{ imagePullSecrets: [{ name: 'a' }, { name: 'a' }] }, 'spec.imagePullSecrets.1 remove'],
  [
    { volumes: [{ name: 'v', configMap: { name: 'a', defaultMode: 644 } }] },
    'spec.volumes.0.configMap.defaultMode set',
  ],
  [
    {
      volumes: [
        { name: 'v', downwardAPI: { items: [{ path: '/a', fieldRef: { fieldPath: 'metadata.name' } }] } },
      ],
    },
    'spec.volumes.0.downwardAPI.items.0.path set',
  ],
])('%j', (spec, expected) => expect(told(spec)).toEqual([expected]))
