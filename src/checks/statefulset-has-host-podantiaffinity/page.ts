import type { CheckPage } from '../../pages/checkPage'
import { bad, good, plain } from '../../pages/tones'

const set = (terms: string): string => `apiVersion: apps/v1
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
      affinity:
        podAntiAffinity:
${terms}`

const required = (topologyKey: string, selector: string): string =>
  set(`          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: ${topologyKey}
${selector}`)

const preferred = set(`          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 1
              podAffinityTerm:
                topologyKey: kubernetes.io/hostname
                labelSelector:
                  matchLabels: { app: db }
`)

const selecting = (labels: string): string => `              labelSelector:
                matchLabels: { ${labels} }
`

export default {
  enforcedBy: ['scheduler'],
  byDefault: 'A weak preference for different nodes (maxSkew 3) and zones (maxSkew 5)',
  number: {
    text: 'maxSkew: 3',
    source:
      'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#internal-default-constraints',
  },
  picture: {
    kind: 'places',
    caption:
      'Three members and three nodes, of which node-3 is down for a while: with a preferred term two members then share a node and stay there, with a required one the third waits for a node of its own.',
    scenes: [
      {
        label: 'No term or a preferred one, node-3 is back: if node-1 fails, the quorum is lost',
        places: [
          { label: 'node-1', items: [bad('db-0'), bad('db-2')] },
          { label: 'node-2', items: [plain('db-1')] },
          { label: 'node-3', items: [] },
        ],
      },
      {
        label: 'Required, while node-3 is down: db-2 waits',
        places: [
          { label: 'node-1', items: [plain('db-0')] },
          { label: 'node-2', items: [plain('db-1')] },
          { label: 'Pending', items: [bad('db-2')] },
        ],
      },
      {
        label: 'Required, node-3 is back: whichever node fails, two members are left',
        places: [
          { label: 'node-1', items: [good('db-0')] },
          { label: 'node-2', items: [good('db-1')] },
          { label: 'node-3', items: [good('db-2')] },
        ],
      },
    ],
  },
  question: {
    ask: 'Which of these rules keep the Pods of db away from one another, if only as a preference?',
    choices: [
      { label: 'Preferred, per node, weight 1', yaml: preferred },
      {
        label: 'Required, selects app: database',
        yaml: required('kubernetes.io/hostname', selecting('app: database')),
      },
      { label: 'Required, no labelSelector', yaml: required('kubernetes.io/hostname', '') },
      {
        label: 'Required, per zone',
        yaml: required('topology.kubernetes.io/zone', selecting('app: db')),
      },
    ],
    explanation:
      'A term keeps a Pod away from the Pods that its selector matches. A selector with other labels keeps db away from something else, and a missing one matches no Pods at all. Different zones are always different nodes.',
  },
  related: ['statefulset-has-poddisruptionbudget', 'pod-topology-spread-constraints'],
} satisfies CheckPage
