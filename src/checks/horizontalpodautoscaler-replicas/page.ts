import type { CheckPage } from '../../pages/checkPage'

const autoscaler = (bounds: string): string => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
${bounds}`

export default {
  enforcedBy: ['API server', 'controller'],
  byDefault: '1',
  number: { text: '10 × 5 / 50 = 1', source: 'computed in the text' },
  picture: {
    kind: 'timeline',
    caption:
      'An example, with a drain after 30 minutes: with minReplicas: 1 nobody answers until the new Pod is ready, with minReplicas: 2 the other Pod does.',
    unit: 'min',
    until: 60,
    lanes: [
      {
        label: 'minReplicas: 1',
        spans: [
          { from: 0, to: 30, label: '1 Pod ready', tone: 'plain' },
          { from: 30, to: 32, label: '0 Pods ready', tone: 'bad' },
          { from: 32, to: 60, label: '1 Pod ready', tone: 'plain' },
        ],
      },
      {
        label: 'minReplicas: 2',
        spans: [
          { from: 0, to: 30, label: '2 Pods ready', tone: 'good' },
          { from: 30, to: 32, label: '1 Pod ready', tone: 'plain' },
          { from: 32, to: 60, label: '2 Pods ready', tone: 'good' },
        ],
      },
    ],
  },
  question: {
    ask: 'There is almost no load all night. Which of these autoscalers still keep a second Pod?',
    choices: [
      { label: 'Only maxReplicas: 20', yaml: autoscaler('  maxReplicas: 20\n') },
      { label: 'From 1 to 20', yaml: autoscaler('  minReplicas: 1\n  maxReplicas: 20\n') },
      { label: 'From 2 to 2', yaml: autoscaler('  minReplicas: 2\n  maxReplicas: 2\n') },
      { label: 'From 3 to 20', yaml: autoscaler('  minReplicas: 3\n  maxReplicas: 20\n') },
    ],
    explanation:
      'Only minReplicas counts when there is no load, and it is 1 where it is left out. From 2 to 2 nothing is scaled any more, but there are always two Pods.',
  },
  related: ['deployment-replicas', 'deployment-has-poddisruptionbudget', 'pod-topology-spread-constraints'],
} satisfies CheckPage
