import type { CheckPage } from '../../pages/checkPage'

const service = (selector: string, targetPort = 8080): string => `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: { ${selector} }
  ports:
    - port: 80
      targetPort: ${targetPort}
---
`

const pod = (labels: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels: { ${labels} }
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      ports:
        - containerPort: 8080
`

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: { app: web, tier: front }
spec:
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
`

export default {
  enforcedBy: ['controller', 'kube-proxy'],
  byDefault: 'No endpoints until somebody else creates them',
  number: {
    text: 'at most 100 in each',
    source: 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/',
  },
  picture: {
    kind: 'flow',
    caption: 'How a connection finds a Pod, and where it ends when the selector matches none.',
    boxes: [
      { label: 'Client', tone: 'plain' },
      { label: 'Service web-api, app=webapi', tone: 'plain' },
      { label: 'EndpointSlice, empty', tone: 'bad' },
      { label: 'Pods, app=web-api', tone: 'plain' },
    ],
    arrows: [
      { from: 0, to: 1, label: 'the DNS name resolves', tone: 'good' },
      { from: 1, to: 2, label: 'no address: refused', tone: 'bad' },
      { from: 2, to: 3, label: 'no Pod has the label', tone: 'bad' },
    ],
  },
  question: {
    ask: 'The Pods are Ready. Which of these Services get an endpoint?',
    choices: [
      { label: 'Both labels on the Deployment', yaml: service('app: web, tier: front') + deployment },
      { label: 'One of two labels of the Pod', yaml: service('app: web') + pod('app: web, tier: front') },
      { label: 'One label more than the Pod', yaml: service('app: web, tier: front') + pod('app: web') },
      { label: 'The wrong target port', yaml: service('app: web', 9090) + pod('app: web') },
    ],
    explanation:
      'The Pod needs every label of the selector and may have more. Labels of the Deployment itself do not reach its Pods. A wrong port still gives an endpoint, but one at which nothing listens; this check does not see that.',
  },
  related: ['ingress-targets-service', 'networkpolicy-targets-pod'],
} satisfies CheckPage
