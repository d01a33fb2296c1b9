import { expect, test } from 'vitest'
import type { JsonObject } from '../engine/model/json'
import { admitObject } from './admit'
import { cronJob, job, object, template, workload } from './workloads/examples'

const said = (manifest: JsonObject, minor: number): readonly [refused: string[], dropped: string[]] => {
  const answer = admitObject(manifest, minor)
  const fields = (findings: readonly { readonly place: { readonly field: string } }[] = []): string[] => [
    ...new Set(findings.map(({ place }) => place.field)),
  ]
  return [fields(answer?.causes), fields(answer?.dropped)]
}

const pod = (spec: JsonObject): JsonObject =>
  object('v1', 'Pod', { containers: [{ name: 'web', image: 'nginx:1.29' }], ...spec })
const hook = (preStop: JsonObject): JsonObject =>
  pod({ containers: [{ name: 'web', image: 'nginx:1.29', lifecycle: { preStop } }] })
const spread = (more: JsonObject): JsonObject =>
  pod({
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: {}, ...more },
    ],
  })
const near = (more: JsonObject): JsonObject => {
  const terms = [{ topologyKey: 'zone', labelSelector: {}, ...more }]
  return pod({ affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms } } })
}
const container = (more: JsonObject): JsonObject =>
  pod({ containers: [{ name: 'web', image: 'nginx:1.29', ...more }] })
const term = 'spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]'
const failIndex = {
  podFailurePolicy: {
    rules: [{ action: 'FailIndex', onExitCodes: { operator: 'In', values: [1] } }, { action: 'Count' }],
  },
}

/** An object that is wrong at `field` from a version on, before which the server drops that, or what `dropped` says. */
type Row = readonly [since: number, field: string, manifest: JsonObject, dropped?: string]

const rows: readonly Row[] = [
  [31, 'spec.successPolicy', job({ successPolicy: { rules: [] } })],
  [29, 'spec.backoffLimitPerIndex', job({ backoffLimitPerIndex: 1 })],
  [29, 'spec.podReplacementPolicy', job({ podReplacementPolicy: 'Never' })],
  [32, 'spec.managedBy', job({ managedBy: '' })],
  [
    26,
    'spec.podFailurePolicy.rules[0]',
    job({ podFailurePolicy: { rules: [{ action: 'Count' }] } }),
    'spec.podFailurePolicy',
  ],
  [
    33,
    'spec.securityContext.supplementalGroupsPolicy',
    pod({ securityContext: { supplementalGroupsPolicy: 'All' } }),
  ],
  [33, 'spec.securityContext.seLinuxChangePolicy', pod({ securityContext: { seLinuxChangePolicy: 'All' } })],
  [27, 'spec.schedulingGates[0]', pod({ schedulingGates: [{ name: 'a b' }] }), 'spec.schedulingGates'],
  [33, 'spec.hostNetwork', pod({ hostUsers: false, hostNetwork: true }), 'spec.hostUsers'],
  [27, 'spec.topologySpreadConstraints[0].minDomains', spread({ minDomains: 1 })],
  [26, 'spec.topologySpreadConstraints[0].nodeTaintsPolicy', spread({ nodeTaintsPolicy: 'No' })],
  [31, `${term}.matchLabelKeys[0]`, near({ matchLabelKeys: ['a b'] }), `${term}.matchLabelKeys`],
  [30, 'spec.containers[0].lifecycle.preStop.sleep', hook({ sleep: { seconds: -1 } })],
  [27, 'spec.ordinals.start', workload('StatefulSet', { ordinals: { start: -1 } }), 'spec.ordinals'],
  [
    31,
    'spec.trafficDistribution',
    object('v1', 'Service', { ports: [{ port: 80 }], trafficDistribution: 'Near' }),
  ],
  [
    27,
    'spec.unhealthyPodEvictionPolicy',
    object('policy/v1', 'PodDisruptionBudget', { unhealthyPodEvictionPolicy: 'No' }),
  ],
  [33, 'spec.containers[0].securityContext.procMount', container({ securityContext: { procMount: 'No' } })],
  [
    33,
    'spec.containers[0].resizePolicy',
    container({ resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'No' }] }),
  ],
  [
    30,
    'spec.containers[0].securityContext.appArmorProfile.type',
    container({ securityContext: { appArmorProfile: { type: 'No' } } }),
    'spec.containers[0].securityContext.appArmorProfile',
  ],
  [34, 'spec.resourceClaims[0]', pod({ resourceClaims: [{ name: 'a' }] }), 'spec.resourceClaims'],
]

const cases = rows.map(([since, field, manifest, dropped = field]) => ({ since, field, manifest, dropped }))

test.each(cases)('from 1.$since on $field is refused', ({ since, field, manifest, dropped }) => {
  expect(said(manifest, since)).toEqual([[field], []])
  expect(said(manifest, since - 1)).toEqual([[], [dropped]])
})

test('rules with the action FailIndex are dropped before 1.29, and the server counts the others', () => {
  expect(said(job(failIndex), 28)).toEqual([
    ['spec.podFailurePolicy.rules[0]'],
    ['spec.podFailurePolicy.rules[0]'],
  ])
})

test('the Jobs of a CronJob keep the fields of Jobs', () => {
  const [refused, dropped] = said(
    cronJob({}, { template: template({ restartPolicy: 'Never' }), managedBy: '' }),
    31,
  )
  expect(refused).toEqual(['spec.jobTemplate.spec.managedBy'])
  expect(dropped).toEqual([])
})
