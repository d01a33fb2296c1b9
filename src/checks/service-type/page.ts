import type { CheckPage } from '../../pages/checkPage'

const service = (before: string, ofPort = ''): string => `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
${before}  selector:
    app: web
  ports:
    - port: 80
      targetPort: 8080
${ofPort}`

export default {
  enforcedBy: ['kube-proxy', 'API server', 'cloud provider'],
  byDefault: 'ClusterIP',
  number: {
    text: '30000–32767',
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
  },
  picture: {
    kind: 'flow',
    caption:
      'Two ways from a client to a Pod: one passes the Gateway with its TLS and login, the node port does not.',
    boxes: [
      { label: 'Client', tone: 'plain' },
      { label: 'Gateway: TLS, login, log', tone: 'good' },
      { label: 'Any node, port 31744', tone: 'bad' },
      { label: 'Pod', tone: 'plain' },
    ],
    arrows: [
      { from: 0, to: 1, label: 'port 443', tone: 'good' },
      { from: 1, to: 3, label: 'ClusterIP', tone: 'good' },
      { from: 0, to: 2, label: 'NodePort', tone: 'bad' },
      { from: 2, to: 3, label: 'unchecked', tone: 'bad' },
    ],
  },
  question: {
    ask: 'Which of these Services open no port on the nodes?',
    choices: [
      { label: 'No type', yaml: service('') },
      { label: 'NodePort without a port number', yaml: service('  type: NodePort\n') },
      { label: 'ClusterIP with clusterIP: None', yaml: service('  type: ClusterIP\n  clusterIP: None\n') },
      {
        label: 'NodePort 31744 with externalTrafficPolicy: Local',
        yaml: service('  type: NodePort\n  externalTrafficPolicy: Local\n', '      nodePort: 31744\n'),
      },
    ],
    explanation:
      'The default is ClusterIP, and a headless Service has no address at all. A NodePort Service without a number gets one from the range. With Local, nodes without a ready Pod drop the traffic, but the others still take it.',
  },
  related: ['service-targets-pod', 'ingress-targets-service', 'pod-networkpolicy'],
} satisfies CheckPage
