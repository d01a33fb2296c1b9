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
      labels: { app: db, tier: data }
    spec:
      containers:
        - name: db
          image: registry.example.com/db:16.4
---
`

const service = (name: string, clusterIP: string, selector = 'app: db'): string => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
${clusterIP}  selector: { ${selector} }
  ports:
    - port: 5432
`

const headless = '  clusterIP: None\n'

export default {
  enforcedBy: ['controller'],
  byDefault: 'Empty: the Pods have no DNS names of their own',
  number: {
    text: '30 seconds',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
  },
  picture: {
    kind: 'grid',
    caption:
      'What the cluster DNS answers once all Pods are Ready: only a headless Service with the name in serviceName gives each Pod a name.',
    columns: ['lookup of db', 'lookup of db-0.db'],
    rows: [
      { label: 'no Service db', cells: [bad('not found'), bad('not found')] },
      { label: 'ordinary Service db', cells: [plain('one cluster IP'), bad('not found')] },
      { label: 'headless Service db', cells: [good('all Ready Pods'), good('Pod db-0')] },
    ],
  },
  question: {
    ask: 'All Pods are Ready. Where can db-1 look up db-0.db?',
    choices: [
      { label: 'Headless Service db, one of two labels', yaml: set + service('db', headless) },
      { label: 'Ordinary Service db', yaml: set + service('db', '') },
      { label: 'Headless Service db-headless', yaml: set + service('db-headless', headless) },
      {
        label: 'Headless Service db, a label too many',
        yaml: set + service('db', headless, 'app: db, role: primary'),
      },
    ],
    explanation:
      'Three things must come together: the name in serviceName, no cluster IP, and a selector that matches the Pods. The label role: primary is on no Pod, so that Service has no endpoints and no names.',
  },
  related: ['service-targets-pod', 'statefulset-pod-selector-labels-match-template-metadata-labels'],
} satisfies CheckPage
