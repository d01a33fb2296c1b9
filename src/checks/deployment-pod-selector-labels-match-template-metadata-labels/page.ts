import type { CheckPage } from '../../pages/checkPage'

const deployment = (selector: string, labels: string, own = ''): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
${own}spec:
  selector:
${selector}  template:
    metadata:
      labels:
${labels}    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
`

const matchLabels = (...labels: readonly string[]): string =>
  `    matchLabels:\n${labels.map((label) => `      ${label}\n`).join('')}`

const template = (...labels: readonly string[]): string =>
  labels.map((label) => `        ${label}\n`).join('')

const eitherTier = `    matchExpressions:
      - key: tier
        operator: In
        values: [frontend, backend]
`

export default {
  enforcedBy: ['API server'],
  byDefault: 'none, the field is required',
  number: {
    text: '422',
    source:
      'https://github.com/kubernetes/community/blob/master/contributors/devel/sig-architecture/api-conventions.md',
  },
  picture: {
    kind: 'flow',
    caption:
      'What the API server prevents: a controller that does not recognise its own Pods and never stops creating them.',
    boxes: [
      { label: 'selector: app=web, tier=frontend', tone: 'plain' },
      { label: 'new Pod: app=web', tone: 'bad' },
    ],
    arrows: [
      { from: 0, to: 1, label: 'a Pod is missing: create one', tone: 'plain' },
      { from: 1, to: 0, label: 'tier is missing: not counted', tone: 'bad' },
    ],
  },
  question: {
    ask: 'Which of these Deployments does the API server accept?',
    choices: [
      {
        label: 'The template has one label more',
        yaml: deployment(matchLabels('app: web'), template('app: web', 'version: 1.4.2')),
      },
      {
        label: 'The template has another version than the selector',
        yaml: deployment(matchLabels('app: web', 'version: 1.4.1'), template('app: web', 'version: 1.4.2')),
      },
      {
        label: 'The second label is only on the Deployment itself',
        yaml: deployment(
          matchLabels('app: web', 'tier: frontend'),
          template('app: web'),
          '  labels:\n    tier: frontend\n',
        ),
      },
      {
        label: 'An expression that two values would meet',
        yaml: deployment(eitherTier, template('app: web', 'tier: frontend')),
      },
    ],
    explanation:
      'The template must meet every requirement of the selector and may have more labels. Labels of the Deployment itself are not given to its Pods.',
  },
  related: [
    'statefulset-pod-selector-labels-match-template-metadata-labels',
    'service-targets-pod',
    'label-values',
  ],
} satisfies CheckPage
