import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { admitObject } from '../admit'

const container = { name: 'web', image: 'nginx:1.29' }

const podWith = (spec: JsonObject, metadata: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', ...metadata },
  spec: { containers: [container], ...spec },
})

const said = (object: JsonObject, minor = 36) => {
  const answer = admitObject(object, minor)
  return {
    causes: answer?.causes.map(({ place }) => place.field),
    warnings: answer?.warnings.map(({ place }) => place.field),
    dropped: answer?.dropped.map(({ place }) => place.field),
    rules: [...(answer?.causes ?? []), ...(answer?.warnings ?? []), ...(answer?.dropped ?? [])].map(
      ({ rule }) => rule,
    ),
  }
}

type Row = readonly [fields: string, breaking: JsonObject, fine: JsonObject]

const term = (requirement: JsonObject): JsonObject => ({
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [requirement] }],
      },
    },
  },
})

const spread = (more: JsonObject): JsonObject => ({
  topologySpreadConstraints: [
    { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: {}, ...more },
  ],
})

const required = 'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution'

const rows: readonly Row[] = [
  ['spec.restartPolicy', { restartPolicy: 'always' }, { restartPolicy: 'OnFailure' }],
  ['spec.activeDeadlineSeconds', { activeDeadlineSeconds: 0 }, { activeDeadlineSeconds: 1 }],
  ['spec.dnsPolicy', { dnsPolicy: 'clusterFirst' }, { dnsPolicy: 'Default' }],
  ['spec.dnsConfig', { dnsPolicy: 'None' }, { dnsPolicy: 'None', dnsConfig: { nameservers: ['1.1.1.1'] } }],
  [
    'spec.dnsConfig.nameservers[0]',
    { dnsConfig: { nameservers: ['dns'] } },
    { dnsConfig: { nameservers: ['::1'] } },
  ],
  [
    'spec.dnsConfig.searches[0]',
    { dnsConfig: { searches: ['A'] } },
    { dnsConfig: { searches: ['.', '_tcp.a.'] } },
  ],
  [
    'spec.dnsConfig.options[0]',
    { dnsConfig: { options: [{}] } },
    { dnsConfig: { options: [{ name: 'a' }] } },
  ],
  ['spec.hostAliases[0].ip', { hostAliases: [{ ip: '1.1.1.01' }] }, { hostAliases: [{ ip: '1.1.1.1' }] }],
  [
    'spec.hostAliases[0].hostnames[0]',
    { hostAliases: [{ ip: '::1', hostnames: ['A'] }] },
    { hostAliases: [{ ip: '::1', hostnames: ['a.b'] }] },
  ],
  ['spec.nodeSelector', { nodeSelector: { 'a b': '' } }, { nodeSelector: { 'a/b': '' } }],
  ['spec.hostname', { hostname: 'a.b' }, { hostname: 'a' }],
  ['spec.hostnameOverride', { hostnameOverride: 'a', hostNetwork: true }, { hostnameOverride: 'a.b' }],
  [
    'spec.nodeName',
    { nodeName: 'a', schedulingGates: [{ name: 'a/b' }] },
    { schedulingGates: [{ name: 'a/b' }] },
  ],
  [
    'spec.schedulingGates[1]',
    { schedulingGates: [{ name: 'a' }, { name: 'a' }] },
    { schedulingGates: [{ name: 'a' }, { name: 'b' }] },
  ],
  [
    'spec.readinessGates[0].conditionType',
    { readinessGates: [{}] },
    { readinessGates: [{ conditionType: 'a' }] },
  ],
  ['spec.tolerations[0].operator', { tolerations: [{}] }, { tolerations: [{ operator: 'Exists' }] }],
  [
    'spec.tolerations[0].effect',
    { tolerations: [{ key: 'a', tolerationSeconds: 1 }] },
    { tolerations: [{ key: 'a', tolerationSeconds: 1, effect: 'NoExecute' }] },
  ],
  [
    `${required}.nodeSelectorTerms`,
    { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: {} } } },
    term({ key: 'a', operator: 'Exists' }),
  ],
  [
    `${required}.nodeSelectorTerms[0].matchExpressions[0].values`,
    term({ key: 'a', operator: 'Gt', values: ['1', '2'] }),
    term({ key: 'a', operator: 'Gt', values: ['x'] }),
  ],
  ['spec.topologySpreadConstraints[0].maxSkew', spread({ maxSkew: 0 }), spread({})],
  [
    'spec.topologySpreadConstraints[0].minDomains',
    spread({ minDomains: 1, whenUnsatisfiable: 'ScheduleAnyway' }),
    spread({ minDomains: 1 }),
  ],
  ['spec.HostPID', { hostUsers: false, hostPID: true }, { hostUsers: true, hostPID: true }],
  [
    'spec.securityContext.shareProcessNamespace',
    { shareProcessNamespace: true, hostPID: true },
    { shareProcessNamespace: false, hostPID: true },
  ],
  [
    'spec.securityContext.sysctls[0].name',
    { hostNetwork: true, securityContext: { sysctls: [{ name: 'net/a' }] } },
    { hostIPC: true, securityContext: { sysctls: [{ name: 'net/a' }] } },
  ],
  [
    'spec.securityContext.runAsUser',
    { securityContext: { runAsUser: -1 } },
    { securityContext: { runAsUser: 0 } },
  ],
  [
    'spec.securityContext.seccompProfile.localhostProfile',
    { securityContext: { seccompProfile: { type: 'Localhost' } } },
    { securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: 'a' } } },
  ],
  ['spec.os', { os: { name: 'Linux' } }, { os: { name: 'linux' } }],
  [
    'spec.hostPID',
    { os: { name: 'windows' }, hostPID: true },
    { os: { name: 'windows' }, hostNetwork: true },
  ],
  [
    'spec.resources.requests',
    { resources: { requests: { cpu: 2 }, limits: { cpu: '1' } } },
    { resources: { requests: { cpu: '1000m' }, limits: { cpu: 1 } } },
  ],
  [
    'spec.resourceClaims[0]',
    { resourceClaims: [{ name: 'a' }] },
    { resourceClaims: [{ name: 'a', resourceClaimName: 'b' }] },
  ],
]

const volumes: readonly Row[] = [
  ['[0].name', { name: 'A_b' }, { name: 'a-b' }],
  [
    '[0].configMap',
    { configMap: { name: 'a' }, secret: { secretName: 'a' } },
    { secret: { secretName: 'A_b' } },
  ],
  ['[0].emptyDir.sizeLimit', { emptyDir: { sizeLimit: '-1' } }, { emptyDir: { sizeLimit: 0 } }],
  ['[0].hostPath.path', { hostPath: { path: '/a/..' } }, { hostPath: { path: '/a..' } }],
  [
    '[0].hostPath.type',
    { hostPath: { path: '/a', type: 'file' } },
    { hostPath: { path: 'a', type: 'File' } },
  ],
  [
    '[0].configMap.defaultMode',
    { configMap: { name: 'a', defaultMode: 644 } },
    { configMap: { name: 'a', defaultMode: 511 } },
  ],
  [
    '[0].secret.items[0].path',
    { secret: { secretName: 'a', items: [{ key: 'a', path: '..a' }] } },
    { secret: { secretName: 'a', items: [{ key: 'a', path: 'a/..b' }] } },
  ],
  [
    '[0].downwardAPI.fieldRef.fieldPath',
    { downwardAPI: { items: [{ path: 'a', fieldRef: { fieldPath: 'spec.nodeName' } }] } },
    { downwardAPI: { items: [{ path: 'a', fieldRef: { fieldPath: "metadata.labels['a/b']" } }] } },
  ],
  [
    '[0].downwardAPI.resourceFieldRef.divisor',
    {
      downwardAPI: {
        items: [
          {
            path: 'a',
            resourceFieldRef: { containerName: 'web', resource: 'limits.memory', divisor: '1024' },
          },
        ],
      },
    },
    {
      downwardAPI: {
        items: [
          {
            path: 'a',
            resourceFieldRef: { containerName: 'web', resource: 'limits.memory', divisor: '1024Ki' },
          },
        ],
      },
    },
  ],
  [
    '[0].projected.path',
    { projected: { sources: [{ serviceAccountToken: { path: '/a' } }] } },
    { projected: { sources: [{ serviceAccountToken: { path: 'a' } }] } },
  ],
  [
    '[0].projected',
    {
      projected: {
        sources: [
          {
            configMap: {
              name: 'a',
              items: [
                { key: 'a', path: 'x' },
                { key: 'b', path: 'x' },
              ],
            },
          },
        ],
      },
    },
    {
      projected: {
        sources: [
          {
            configMap: {
              name: 'a',
              items: [
                { key: 'a', path: 'x' },
                { key: 'a', path: 'y' },
              ],
            },
          },
        ],
      },
    },
  ],
  ['[0].persistentDisk.pdName', { gcePersistentDisk: {} }, { gcePersistentDisk: { pdName: 'a' } }],
  [
    '[0].ephemeral.volumeClaimTemplate.spec.resources[storage]',
    { ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'] } } } },
    {
      ephemeral: {
        volumeClaimTemplate: {
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        },
      },
    },
  ],
]

describe('Pods', () => {
  test.each(rows)('%s', (field, breaking, fine) => {
    expect([...new Set(said(podWith(breaking)).causes)]).toEqual([field])
    expect(said(podWith(fine)).causes).toEqual([])
  })

  test.each(volumes)('Volumes: %s', (field, breaking, fine) => {
    const withVolume = (volume: JsonObject) => said(podWith({ volumes: [{ name: 'v', ...volume }] })).causes
    expect([...new Set(withVolume(breaking))]).toEqual([`spec.volumes${field}`])
    expect(withVolume(fine)).toEqual([])
  })

  test('A claim that an ephemeral volume makes is not named by another volume.', () => {
    const spec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: 1 } } }
    const made = { name: 'a', ephemeral: { volumeClaimTemplate: { spec } } }
    const named = (claimName: string) =>
      said(podWith({ volumes: [made, { name: 'b', persistentVolumeClaim: { claimName } }] })).causes
    expect(named('web-a')).toEqual(['spec.volumes[1].persistentVolumeClaim.claimName'])
    expect(named('web-b')).toEqual([])
  })

  test('Requests are filled in from limits, resources of the Pod from its containers.', () => {
    const resources = { limits: { cpu: '2' } }
    const pod = (cpu: string) =>
      said(podWith({ containers: [{ ...container, resources }], resources: { limits: { cpu } } })).causes
    expect(pod('1')).toEqual(['spec.resources.requests', 'spec.resources.containers[0][cpu].limits'])
    expect(pod('2')).toEqual([])
  })

  test('AppArmor as annotation and as field', () => {
    const key = 'container.apparmor.security.beta.kubernetes.io/web'
    const securityContext = { appArmorProfile: { type: 'RuntimeDefault' } }
    const annotated = (value: string, spec: JsonObject) =>
      said(podWith(spec, { annotations: { [key]: value } }))
    const own = { containers: [{ ...container, securityContext }] }
    expect(annotated('unconfined', own).causes).toEqual([
      'spec.containers[0].securityContext.appArmorProfile.type',
    ])
    expect(annotated('unconfined', { securityContext })).toMatchObject({
      causes: [],
      warnings: [`metadata.annotations[${key}]`],
    })
    expect(annotated('runtime/default', { securityContext })).toMatchObject({ causes: [], warnings: [] })
  })

  test('Older versions allow and drop other things.', () => {
    expect(said(podWith({ hostAliases: [{ ip: '1.1.1.01' }] }), 35)).toMatchObject({
      causes: [],
      warnings: ['spec.hostAliases[0].ip'],
    })
    expect(said(podWith({ hostnameOverride: 'A' }), 34)).toMatchObject({
      causes: [],
      dropped: ['spec.hostnameOverride'],
    })
    expect(said(podWith({ resources: { limits: { a: 1 } } }), 33)).toMatchObject({
      causes: [],
      dropped: ['spec.resources'],
    })
    const merged = spread({ labelSelector: { matchLabels: { a: 'b' } }, matchLabelKeys: ['a'] })
    expect(said(podWith(merged), 33).causes).toEqual(['spec.topologySpreadConstraints[0].matchLabelKeys[0]'])
    expect(said(podWith(merged), 34).causes).toEqual([])
  })

  test('Warnings', () => {
    const warnings = (spec: JsonObject, metadata: JsonObject = {}) => said(podWith(spec, metadata)).warnings
    expect(warnings({}, { name: 'a.b' })).toEqual(['metadata.name'])
    expect(warnings({ nodeSelector: { 'beta.kubernetes.io/os': 'a' } })).toEqual([
      'spec.nodeSelector[beta.kubernetes.io/os]',
    ])
    expect(warnings({ imagePullSecrets: [{ name: 'a' }, { name: 'a' }] })).toEqual([
      'spec.imagePullSecrets[1].name',
    ])
    expect(warnings({ hostAliases: [{ ip: 'FD00::1' }, { ip: 'fd00::2' }] })).toEqual([
      'spec.hostAliases[0].ip',
    ])
    expect(warnings({ volumes: [{ name: 'v', storageos: { volumeName: 'a' } }] })).toEqual([
      'spec.volumes[0].storageOS',
    ])
    expect(
      warnings({ volumes: [{ name: 'v', projected: { sources: [{ clusterTrustBundle: { path: 'a' } }] } }] }),
    ).toHaveLength(1)
    expect(warnings({ terminationGracePeriodSeconds: -1 })).toEqual([])
    expect(warnings(spread({ labelSelector: null }))).toEqual([
      'spec.topologySpreadConstraints[0].labelSelector',
    ])
  })
})
