import type { CheckPage } from '../../pages/checkPage'
import { bad, good, plain } from '../../pages/tones'

const set = `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  serviceName: db
  replicas: 3
  selector:
    matchLabels: { app: db }
  template:
    metadata:
      labels: { app: db }
    spec:
      containers:
        - name: db
          image: registry.example.com/db:16.4
---
`

const budget = (selector: string, maxUnavailable = 1, namespace = ''): string => `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: db
${namespace === '' ? '' : `  namespace: ${namespace}\n`}spec:
  maxUnavailable: ${maxUnavailable}
  selector: ${selector}
`

const app = '{ matchLabels: { app: db } }'

export default {
  enforcedBy: ['API server', 'controller'],
  since: '1.21',
  byDefault: 'No budget: every eviction is allowed',
  number: { text: 'quorum of 3 members is 2', source: 'computed in the text' },
  picture: {
    kind: 'places',
    caption:
      'All nodes with members are drained at once: without a budget every member is away, with maxUnavailable: 1 two of three stay and are a quorum, but of two only one stays.',
    scenes: [
      {
        label: 'No budget, 3 members: all are evicted',
        places: [
          { label: 'node-1', items: [bad('db-0 evicted')] },
          { label: 'node-2', items: [bad('db-1 evicted')] },
          { label: 'node-3', items: [bad('db-2 evicted')] },
        ],
      },
      {
        label: 'maxUnavailable: 1, 3 members: the quorum of 2 stays until db-0 is Ready again',
        places: [
          { label: 'node-1', items: [plain('db-0 evicted')] },
          { label: 'node-2', items: [good('db-1 stays')] },
          { label: 'node-3', items: [good('db-2 stays')] },
        ],
      },
      {
        label: 'maxUnavailable: 1, 2 members: the quorum of 2 is lost until db-0 is Ready again',
        places: [
          { label: 'node-1', items: [bad('db-0 evicted')] },
          { label: 'node-2', items: [bad('db-1 stays, without a quorum')] },
        ],
      },
    ],
  },
  question: {
    ask: 'For the Pods of which StatefulSets does the eviction API find a budget?',
    choices: [
      { label: 'Budget with the selector {}', yaml: set + budget('{}') },
      {
        label: 'Budget that asks for a second label',
        yaml: set + budget('{ matchLabels: { app: db, role: primary } }'),
      },
      { label: 'Budget that allows 3 of 3 to go', yaml: set + budget(app, 3) },
      { label: 'Budget in another namespace', yaml: set + budget(app, 1, 'shop') },
    ],
    explanation:
      'An empty selector fits every Pod of the namespace. A budget covers only Pods that have all its labels, in its own namespace. The one with maxUnavailable: 3 is found and passes this check, but never stops an eviction.',
  },
  related: ['poddisruptionbudget-has-policy', 'statefulset-has-host-podantiaffinity'],
} satisfies CheckPage
