import type { CheckPage } from '../../pages/checkPage'
import { bad, good, plain } from '../../pages/tones'

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
    kind: 'places',
    caption:
      'Where a new Pod may go if the zones have 2, 2 and 1 Pods of the application: a condition leaves only zone c, a preference favours it, and a constraint without a labelSelector does nothing.',
    scenes: [
      {
        label: 'maxSkew 1, DoNotSchedule: only zone c is left',
        places: [
          { label: 'zone a', items: [plain('web-1'), plain('web-2'), bad('new: no, skew 2')] },
          { label: 'zone b', items: [plain('web-3'), plain('web-4'), bad('new: no, skew 2')] },
          { label: 'zone c', items: [plain('web-5'), good('new: yes')] },
        ],
      },
      {
        label: 'maxSkew 1, ScheduleAnyway: zone c is preferred',
        places: [
          { label: 'zone a', items: [plain('web-1'), plain('web-2'), plain('new: if need be')] },
          { label: 'zone b', items: [plain('web-3'), plain('web-4'), plain('new: if need be')] },
          { label: 'zone c', items: [plain('web-5'), good('new: preferred')] },
        ],
      },
      {
        label: 'maxSkew 1, DoNotSchedule, no labelSelector: every zone counts 0 Pods',
        places: [
          { label: 'zone a', items: [plain('web-1'), plain('web-2'), bad('new: yes')] },
          { label: 'zone b', items: [plain('web-3'), plain('web-4'), bad('new: yes')] },
          { label: 'zone c', items: [plain('web-5'), plain('new: yes')] },
        ],
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
