import type { CheckPage } from '../../pages/checkPage'
import { bad, good, plain } from '../../pages/tones'

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
    kind: 'places',
    caption:
      'Three replicas and three nodes: without a rule all of them may share a node, a preferred rule lets the extra Pod of a rolling update share one, and a required rule leaves it Pending.',
    scenes: [
      {
        label: 'No rule: other scores may put all replicas on node-a, and all of them fail with it',
        places: [
          { label: 'node-a', items: [bad('web-1'), bad('web-2'), bad('web-3')] },
          { label: 'node-b', items: [] },
          { label: 'node-c', items: [] },
        ],
      },
      {
        label: 'Preferred, during a rolling update: the extra Pod shares a node',
        places: [
          { label: 'node-a', items: [good('web-1'), plain('extra Pod')] },
          { label: 'node-b', items: [good('web-2')] },
          { label: 'node-c', items: [good('web-3')] },
        ],
      },
      {
        label: 'Required, during a rolling update: no node is left, and the update waits',
        places: [
          { label: 'node-a', items: [good('web-1')] },
          { label: 'node-b', items: [good('web-2')] },
          { label: 'node-c', items: [good('web-3')] },
          { label: 'Pending', items: [bad('extra Pod')] },
        ],
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
