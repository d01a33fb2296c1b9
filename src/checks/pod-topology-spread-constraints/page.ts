import type { CheckPage } from '../../pages/checkPage'
import { plain } from '../../pages/tones'

const deployment = (constraint: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
${constraint}      containers:
        - name: web
          image: registry.example.com/web:1.4.2
`

const zones = `      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
`

const selector = `          labelSelector:
            matchLabels:
              app: web
`

const condition = '          whenUnsatisfiable: DoNotSchedule\n'

const nodes = `        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
`

export default {
  enforcedBy: ['scheduler', 'API server'],
  byDefault: 'a preference for different nodes and zones',
  number: { text: '3 − 1 = 2', source: 'computed in the text' },
  picture: {
    kind: 'grid',
    caption:
      'Where a new Pod may go, if zone a and zone b have two Pods of the application and zone c has one.',
    columns: ['zone a', 'zone b', 'zone c'],
    rows: [
      { label: 'maxSkew 1, DoNotSchedule', cells: [plain('no'), plain('no'), plain('yes')] },
      { label: 'maxSkew 2, DoNotSchedule', cells: [plain('yes'), plain('yes'), plain('yes')] },
      {
        label: 'maxSkew 1, ScheduleAnyway',
        cells: [plain('if need be'), plain('if need be'), plain('preferred')],
      },
      {
        label: 'maxSkew 1, DoNotSchedule, no labelSelector',
        cells: [plain('yes'), plain('yes'), plain('yes')],
      },
    ],
  },
  question: {
    ask: 'Which of these Deployments are free of constraints that do nothing?',
    choices: [
      { label: 'Zones as a condition, without a selector', yaml: deployment(zones + condition) },
      {
        label: 'Zones as a preference, with a selector',
        yaml: deployment(`${zones}          whenUnsatisfiable: ScheduleAnyway\n${selector}`),
      },
      {
        label: 'Zones with a selector, and nodes without one',
        yaml: deployment(zones + condition + selector + nodes),
      },
      { label: 'No constraints', yaml: deployment('') },
    ],
    explanation:
      'Every constraint needs a selector of its own; that of the Deployment is not used. Even DoNotSchedule holds nothing back when no Pods are counted. Without constraints the defaults of the scheduler apply.',
  },
  related: ['deployment-has-host-podantiaffinity', 'deployment-replicas'],
} satisfies CheckPage
