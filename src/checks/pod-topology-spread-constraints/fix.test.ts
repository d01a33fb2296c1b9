import { fixTable } from '../testing/fixTable'

const spread = (constraint: string, metadata = 'labels: {app: web}') =>
  `{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {template: {metadata: {${metadata}}, spec: {containers: [], topologySpreadConstraints: [{${constraint}}]}}}}`

fixTable('pod-topology-spread-constraints', [
  [
    'no selector',
    spread(''),
    'review Select its own Pods: set spec.template.spec.topologySpreadConstraints[0].labelSelector = {matchLabels: {app: "web"}}',
  ],
  [
    'no selector and no labels',
    spread('', ''),
    'review Select its own Pods: set spec.template.metadata.labels.app = "web"; set spec.template.spec.topologySpreadConstraints[0].labelSelector = {matchLabels: {app: "web"}}',
  ],
  [
    'no skew',
    spread('labelSelector: {}'),
    'review Set maxSkew to 1: set spec.template.spec.topologySpreadConstraints[0].maxSkew = 1',
  ],
  [
    'no domains',
    spread('labelSelector: {}, maxSkew: 1, minDomains: 0'),
    'risky Remove minDomains: remove spec.template.spec.topologySpreadConstraints[0].minDomains',
  ],
  [
    'no domains, where they count',
    spread('labelSelector: {}, maxSkew: 1, minDomains: 0, topologyKey: a, whenUnsatisfiable: DoNotSchedule'),
    'safe Set minDomains to 1: set spec.template.spec.topologySpreadConstraints[0].minDomains = 1',
    'risky Remove minDomains: remove spec.template.spec.topologySpreadConstraints[0].minDomains',
  ],
  [
    'no selector, as a requirement',
    spread('whenUnsatisfiable: DoNotSchedule'),
    'review Select its own Pods (Pods may stay pending): set spec.template.spec.topologySpreadConstraints[0].labelSelector = {matchLabels: {app: "web"}}',
  ],
  [
    'no topology',
    spread('labelSelector: {}, maxSkew: 1, minDomains: 1'),
    'review Spread across zones: set spec.template.spec.topologySpreadConstraints[0].topologyKey = "topology.kubernetes.io/zone"',
    'review Spread across nodes: set spec.template.spec.topologySpreadConstraints[0].topologyKey = "kubernetes.io/hostname"',
  ],
  [
    'no policy',
    spread('labelSelector: {}, maxSkew: 1, minDomains: 1, topologyKey: a'),
    'review Set to ScheduleAnyway: set spec.template.spec.topologySpreadConstraints[0].whenUnsatisfiable = "ScheduleAnyway"',
    'review Set to DoNotSchedule (Pods may stay pending): set spec.template.spec.topologySpreadConstraints[0].whenUnsatisfiable = "DoNotSchedule"',
  ],
  [
    'other letters',
    spread('labelSelector: {}, maxSkew: 1, minDomains: 1, topologyKey: a, whenUnsatisfiable: scheduleanyway'),
    'safe Set to ScheduleAnyway: set spec.template.spec.topologySpreadConstraints[0].whenUnsatisfiable = "ScheduleAnyway"',
  ],
])
