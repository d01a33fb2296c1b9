import type { CheckPage } from '../../pages/checkPage'
import { plain } from '../../pages/tones'

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
    kind: 'grid',
    caption: 'What takes a Pod away, and whether a PodDisruptionBudget can hold it back.',
    columns: ['the budget holds it back'],
    rows: [
      { label: 'kubectl drain', cells: [plain('yes')] },
      { label: 'cluster upgrade that drains nodes', cells: [plain('yes')] },
      { label: 'release (rolling update)', cells: [plain('no')] },
      { label: 'kubectl delete pod', cells: [plain('no')] },
      { label: 'kubelet, when the node runs out of memory', cells: [plain('no')] },
      { label: 'node that fails', cells: [plain('no')] },
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
