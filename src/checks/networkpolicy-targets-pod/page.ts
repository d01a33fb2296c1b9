import type { CheckPage } from '../../pages/checkPage'

/** The Deployment has a label that its Pods do not have. */
const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    team: shop
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
        tier: front
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
`

const withSelector = (selector: string): string => `${deployment}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector: ${selector}
  policyTypes: [Ingress]
`

export default {
  enforcedBy: ['network plugin'],
  byDefault: 'The empty selector, which fits every Pod of the namespace',
  number: { text: '1.24', source: 'https://github.com/kubernetes/enhancements/issues/2943' },
  picture: {
    kind: 'flow',
    caption:
      'Which labels the selector of a policy is compared with: those of the Pods, never those of the workload.',
    boxes: [
      { label: 'metadata.labels of the Deployment', tone: 'plain' },
      { label: 'labels of its Pod template', tone: 'plain' },
      { label: 'labels of the Pods', tone: 'good' },
      { label: 'podSelector of the policy', tone: 'plain' },
    ],
    arrows: [
      { from: 1, to: 2, label: 'copied', tone: 'good' },
      { from: 3, to: 2, label: 'compared', tone: 'good' },
      { from: 3, to: 0, label: 'not compared', tone: 'bad' },
    ],
  },
  question: {
    ask: 'The Pods have the labels app: web and tier: front. Which of these policies protect them?',
    choices: [
      { label: 'app: web and tier: db', yaml: withSelector('{ matchLabels: { app: web, tier: db } }') },
      { label: 'The empty selector', yaml: withSelector('{}') },
      {
        label: 'app is web or api',
        yaml: withSelector('{ matchExpressions: [{ key: app, operator: In, values: [web, api] }] }'),
      },
      {
        label: 'team: shop, a label of the Deployment',
        yaml: withSelector('{ matchLabels: { team: shop } }'),
      },
    ],
    explanation:
      'All requirements of a selector must hold, so one wrong label is enough to miss. The empty selector has no requirements. Labels of the Deployment are not passed on to its Pods; those of the template are.',
  },
  related: ['pod-networkpolicy', 'service-targets-pod'],
} satisfies CheckPage
