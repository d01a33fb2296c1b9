import type { CheckPage } from '../../pages/checkPage'

const deployment = (replicas: number, strategy = ''): string => `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: 8080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: ${replicas}
${strategy}  selector:
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

const recreate = '  strategy:\n    type: Recreate\n'

const oneMissing = `  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 0
      maxUnavailable: 1
`

const budget = `---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  minAvailable: 2
  selector:
    matchLabels:
      app: web
`

export default {
  enforcedBy: ['controller'],
  byDefault: 'RollingUpdate, with maxSurge and maxUnavailable of 25%',
  number: {
    text: '25 %',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-unavailable',
  },
  picture: {
    kind: 'timeline',
    caption:
      'A release that begins at 0 s, if an old Pod needs 10 s to stop and a new one 30 s to become ready.',
    unit: 's',
    until: 60,
    lanes: [
      {
        label: 'Recreate',
        spans: [
          { from: 0, to: 10, label: 'old Pods stop', tone: 'bad' },
          { from: 10, to: 40, label: 'new Pods start', tone: 'bad' },
          { from: 40, to: 60, label: 'new Pods answer', tone: 'good' },
        ],
      },
      {
        label: 'RollingUpdate, old Pods',
        spans: [
          { from: 0, to: 30, label: 'answer', tone: 'good' },
          { from: 30, to: 40, label: 'stop', tone: 'plain' },
        ],
      },
      {
        label: 'RollingUpdate, new Pods',
        spans: [
          { from: 0, to: 30, label: 'start', tone: 'plain' },
          { from: 30, to: 60, label: 'answer', tone: 'good' },
        ],
      },
    ],
  },
  question: {
    ask: 'During a release, which of these Deployments always keep a Pod that is ready?',
    choices: [
      { label: 'One replica, no strategy', yaml: deployment(1) },
      { label: 'Three replicas, Recreate', yaml: deployment(3, recreate) },
      {
        label: 'Three replicas, Recreate, and a budget with minAvailable 2',
        yaml: deployment(3, recreate) + budget,
      },
      { label: 'Two replicas, no extra Pod, one may be missing', yaml: deployment(2, oneMissing) },
    ],
    explanation:
      'Without a strategy a single Pod stays until its successor is ready, because 25 % of 1 is rounded down to none missing. A PodDisruptionBudget limits evictions, not releases.',
  },
  related: ['pod-probes', 'deployment-replicas', 'deployment-has-poddisruptionbudget'],
} satisfies CheckPage
