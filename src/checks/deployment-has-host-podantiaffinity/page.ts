import type { CheckPage } from '../../pages/checkPage'
import { plain } from '../../pages/tones'

const deployment = (rule: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
        tier: frontend
    spec:
${rule}      containers:
        - name: web
          image: registry.example.com/web:1.4.2
`

const preferred = (topologyKey: string, label: string): string => `      affinity:
        podAntiAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 1
              podAffinityTerm:
                topologyKey: ${topologyKey}
                labelSelector:
                  matchLabels:
                    ${label}
`

const required = `      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: kubernetes.io/hostname
              labelSelector:
                matchLabels:
                  app: database
`

const spread = `      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels:
              app: web
`

export default {
  enforcedBy: ['scheduler'],
  byDefault: 'a weak preference for different nodes and zones',
  number: {
    text: 'maxSkew: 3',
    source:
      'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#internal-default-constraints',
  },
  picture: {
    kind: 'grid',
    caption: 'What the scheduler does with the replicas of a Deployment, by the rule for different nodes.',
    columns: ['two replicas may share a node', 'a Pod starts when every node has one', 'passes this check'],
    rows: [
      { label: 'no rule', cells: [plain('yes'), plain('yes'), plain('no')] },
      {
        label: 'preferred anti-affinity',
        cells: [plain('if other scores outweigh it'), plain('yes'), plain('yes')],
      },
      { label: 'required anti-affinity', cells: [plain('no'), plain('no, it stays Pending'), plain('yes')] },
      {
        label: 'spread constraint, maxSkew 1, DoNotSchedule',
        cells: [plain('once every node has one'), plain('yes'), plain('no')],
      },
    ],
  },
  question: {
    ask: 'Which of these Deployments does this check accept?',
    choices: [
      {
        label: 'Required: away from app: database, another workload',
        yaml: deployment(required),
      },
      {
        label: 'Preferred with weight 1: away from tier: frontend, by zone',
        yaml: deployment(preferred('topology.kubernetes.io/zone', 'tier: frontend')),
      },
      {
        label: 'Preferred: away from app: web, by a node label of one’s own',
        yaml: deployment(preferred('example.com/rack', 'app: web')),
      },
      { label: 'A spread constraint for nodes', yaml: deployment(spread) },
    ],
    explanation:
      'The term must select the Pod’s own labels; any of them will do, and a preference is enough. Different zones are always different nodes. Own node labels and spread constraints can separate the replicas just as well, but kube-score does not count them.',
  },
  related: ['pod-topology-spread-constraints', 'deployment-has-poddisruptionbudget', 'deployment-replicas'],
} satisfies CheckPage
