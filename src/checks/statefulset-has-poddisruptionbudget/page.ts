import type { CheckPage } from '../../pages/checkPage'
import { plain } from '../../pages/tones'

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
    kind: 'grid',
    caption: 'How many members of a quorum may be away, and whether maxUnavailable: 1 keeps the majority.',
    columns: ['quorum', 'may be away', 'safe with maxUnavailable: 1'],
    rows: [
      { label: '2 members', cells: [plain('2'), plain('0'), plain('no')] },
      { label: '3 members', cells: [plain('2'), plain('1'), plain('yes')] },
      { label: '4 members', cells: [plain('3'), plain('1'), plain('yes')] },
      { label: '5 members', cells: [plain('3'), plain('2'), plain('yes')] },
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
