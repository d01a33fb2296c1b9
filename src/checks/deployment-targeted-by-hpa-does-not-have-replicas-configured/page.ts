import type { CheckPage } from '../../pages/checkPage'

const scaled = (replicas: string, minReplicas = ''): string => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
${minReplicas === '' ? '' : `  minReplicas: ${minReplicas}\n`}  maxReplicas: 40
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
${replicas === '' ? '' : `  replicas: ${replicas}\n`}  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
`

export default {
  enforcedBy: ['API server', 'controller'],
  byDefault: '1 Pod when the Deployment is created; after that the autoscaler decides',
  number: {
    text: '15 seconds',
    source:
      'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#default-behavior',
  },
  picture: {
    kind: 'timeline',
    caption:
      'How many Pods are wanted after a manifest with replicas: 3 is applied while 40 carry the load: down at once, back in four rounds.',
    unit: 's',
    until: 90,
    lanes: [
      {
        label: 'kubectl apply',
        spans: [{ from: 15, to: 17, label: 'replicas: 3', tone: 'bad' }],
      },
      {
        label: 'Pods wanted',
        spans: [
          { from: 0, to: 15, label: '40', tone: 'good' },
          { from: 15, to: 30, label: '3', tone: 'bad' },
          { from: 30, to: 45, label: '7', tone: 'bad' },
          { from: 45, to: 60, label: '14', tone: 'bad' },
          { from: 60, to: 75, label: '28', tone: 'bad' },
          { from: 75, to: 90, label: '40', tone: 'good' },
        ],
      },
    ],
  },
  question: {
    ask: '20 Pods are running. Which of these can you apply once more without changing that number?',
    choices: [
      { label: 'replicas: 3, the same as minReplicas', yaml: scaled('3', '3') },
      { label: 'replicas: 40, the same as maxReplicas', yaml: scaled('40', '3') },
      { label: 'No replicas, minReplicas: 3', yaml: scaled('', '3') },
      { label: 'No replicas, no minReplicas', yaml: scaled('') },
    ],
    explanation:
      'Any number in the manifest is written over the one that the autoscaler has chosen, whether it is a bound of the autoscaler or not. Without the field, apply leaves the number alone, and minReplicas only says how far the autoscaler may go down.',
  },
  related: ['horizontalpodautoscaler-replicas', 'horizontalpodautoscaler-has-target', 'deployment-replicas'],
} satisfies CheckPage
