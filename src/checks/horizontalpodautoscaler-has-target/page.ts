import type { CheckPage } from '../../pages/checkPage'

type Target = { readonly kind?: string; readonly namespace?: string }

const autoscaler = ({ kind = 'Deployment', namespace = 'shop' }: Target) =>
  `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
  namespace: ${namespace}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: ${kind}
    name: web
  minReplicas: 2
  maxReplicas: 10
`

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector:
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

export default {
  enforcedBy: ['controller'],
  byDefault: 'none: an autoscaler must name a target',
  number: {
    text: '15 seconds',
    source: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/',
  },
  picture: {
    kind: 'flow',
    caption:
      'The autoscaler names webapi, so its controller asks for webapi every 15 seconds, and the Deployment web-api is never scaled.',
    boxes: [
      { label: 'HPA web-api: scale webapi', tone: 'plain' },
      { label: 'Autoscaler’s controller', tone: 'plain' },
      { label: 'Deployment webapi: not found', tone: 'bad' },
      { label: 'Deployment web-api: keeps 2 Pods', tone: 'bad' },
    ],
    arrows: [
      { from: 0, to: 1, label: 'read', tone: 'plain' },
      { from: 1, to: 2, label: 'FailedGetScale', tone: 'bad' },
      { from: 1, to: 3, label: 'never scaled', tone: 'bad' },
    ],
  },
  question: {
    ask: 'Which of these autoscalers scale the Deployment web?',
    choices: [
      { label: 'Deployment first, then its autoscaler', yaml: `${deployment}---\n${autoscaler({})}` },
      {
        label: 'kind: StatefulSet, name: web',
        yaml: `${autoscaler({ kind: 'StatefulSet' })}---\n${deployment}`,
      },
      {
        label: 'Autoscaler in the namespace default',
        yaml: `${autoscaler({ namespace: 'default' })}---\n${deployment}`,
      },
      { label: 'kind: deployment', yaml: `${autoscaler({ kind: 'deployment' })}---\n${deployment}` },
    ],
    explanation:
      'The order in the file does not matter. The controller takes the kind literally, so it looks for a StatefulSet or finds no kind at all, and it never looks in another namespace. All four are accepted by the API server.',
  },
  related: [
    'deployment-targeted-by-hpa-does-not-have-replicas-configured',
    'horizontalpodautoscaler-replicas',
    'container-resources',
  ],
} satisfies CheckPage
