import type { CheckPage } from '../../pages/checkPage'

const service = `apiVersion: v1
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
`

const deployment = (fields: string): string => `${service}apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
${fields}  selector:
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

const budget = `---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 0
  selector:
    matchLabels:
      app: web
`

const surge = `  replicas: 1
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
`

export default {
  enforcedBy: ['controller'],
  byDefault: '1',
  number: {
    text: '300 s',
    source:
      'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#taint-based-evictions',
  },
  picture: {
    kind: 'timeline',
    caption: 'What clients see when a node is lost at 0 s and a new Pod needs 30 s to become ready.',
    unit: 's',
    until: 420,
    lanes: [
      {
        label: 'one replica',
        spans: [
          { from: 0, to: 50, label: 'no answer', tone: 'bad' },
          { from: 50, to: 350, label: 'no answer, no replacement yet', tone: 'bad' },
          { from: 350, to: 380, label: 'new Pod starts', tone: 'bad' },
          { from: 380, to: 420, label: 'new Pod answers', tone: 'good' },
        ],
      },
      {
        label: 'two replicas on two nodes',
        spans: [
          { from: 0, to: 50, label: 'some requests fail', tone: 'bad' },
          { from: 50, to: 420, label: 'the other Pod answers', tone: 'good' },
        ],
      },
    ],
  },
  question: {
    ask: 'One node fails, and one Pod with it. Which of these Deployments still have a Pod that answers?',
    choices: [
      { label: 'Replicas left out', yaml: deployment('') },
      {
        label: 'Two replicas, strategy Recreate',
        yaml: deployment('  replicas: 2\n  strategy:\n    type: Recreate\n'),
      },
      { label: 'One replica, a rolling update that starts the new Pod first', yaml: deployment(surge) },
      {
        label: 'One replica, a PodDisruptionBudget that allows no eviction',
        yaml: deployment('  replicas: 1\n') + budget,
      },
    ],
    explanation:
      'Only a second Pod helps. The strategy counts during a release and a budget during a drain; neither knows of a node that fails. A missing replicas means 1.',
  },
  related: [
    'deployment-has-host-podantiaffinity',
    'deployment-has-poddisruptionbudget',
    'deployment-targeted-by-hpa-does-not-have-replicas-configured',
  ],
} satisfies CheckPage
