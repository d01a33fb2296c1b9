import type { CheckPage } from '../../pages/checkPage'
import { bad, good, plain } from '../../pages/tones'

const budget = (label: string, rest = ''): string => `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
${rest}spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      ${label}
---
`

const deployment = (strategy = ''): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
  labels:
    app.kubernetes.io/part-of: shop
spec:
  replicas: 3
${strategy}  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
        tier: frontend
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
`

const inShop = '  namespace: shop\n'

const noneMissing = `  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 0
`

export default {
  enforcedBy: ['API server', 'controller'],
  byDefault: 'no budget: every eviction is allowed',
  number: { text: '3 − (3 − 1) = 1', source: 'computed in the text' },
  picture: {
    kind: 'places',
    caption:
      'The drain of a node that runs two of three replicas: without a budget both are evicted at once, with maxUnavailable: 1 two replicas are ready all the time.',
    scenes: [
      {
        label: 'No budget: one ready Pod is left until the replacements are ready',
        places: [
          { label: 'node-a, drained', items: [bad('web-1 evicted'), bad('web-2 evicted')] },
          { label: 'node-b', items: [good('web-3 ready')] },
          { label: 'node-c', items: [plain('web-4 starting'), plain('web-5 starting')] },
        ],
      },
      {
        label: 'maxUnavailable: 1, first eviction: 0 more are allowed, so the drain waits',
        places: [
          { label: 'node-a, drained', items: [plain('web-1 evicted'), good('web-2 ready')] },
          { label: 'node-b', items: [good('web-3 ready')] },
          { label: 'node-c', items: [plain('web-4 starting')] },
        ],
      },
      {
        label: 'maxUnavailable: 1, second eviction: the replacement is ready, so 1 is allowed again',
        places: [
          { label: 'node-a, drained', items: [plain('web-2 evicted')] },
          { label: 'node-b', items: [good('web-3 ready')] },
          { label: 'node-c', items: [good('web-4 ready'), plain('web-5 starting')] },
        ],
      },
    ],
  },
  question: {
    ask: 'Two nodes are drained at once. Which Deployments keep at least two of their three Pods?',
    choices: [
      {
        label: 'Budget for tier: frontend, in the same namespace',
        yaml: budget('tier: frontend', inShop) + deployment(),
      },
      {
        label: 'Budget for a label of the Deployment itself',
        yaml: budget('app.kubernetes.io/part-of: shop', inShop) + deployment(),
      },
      {
        label: 'Budget for app: web, in another namespace',
        yaml: budget('app: web', '  namespace: budgets\n') + deployment(),
      },
      { label: 'No budget, a rolling update with maxUnavailable 0', yaml: deployment(noneMissing) },
    ],
    explanation:
      'A budget selects Pods of its own namespace, by any label of the Pod template; it need not be that of the Deployment’s selector. Labels of the Deployment are not on its Pods, and the limits of a rolling update count during a release only.',
  },
  related: ['poddisruptionbudget-has-policy', 'deployment-replicas', 'deployment-has-host-podantiaffinity'],
} satisfies CheckPage
