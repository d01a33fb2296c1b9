import type { CheckPage } from '../../pages/checkPage'
import { bad, good } from '../../pages/tones'

const set = (selector: string, labels: string): string => `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  serviceName: db
  selector:
${selector}  template:
    metadata:
      labels: { ${labels} }
    spec:
      containers:
        - name: db
          image: registry.example.com/db:16.4
`

const matchLabels = (labels: string): string => `    matchLabels: { ${labels} }\n`

const expression = (text: string): string => `    matchExpressions:\n      - { ${text} }\n`

export default {
  enforcedBy: ['API server', 'controller'],
  byDefault: 'None: the API server requires a selector',
  number: {
    text: '422',
    source:
      'https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#http-status-codes',
  },
  picture: {
    kind: 'grid',
    caption:
      'Whether the API server accepts a StatefulSet: the template needs every label that the selector asks for, and may have more.',
    columns: ['template: app=db', 'template: app=db, shard=orders'],
    rows: [
      { label: 'selector: app=db', cells: [good('accepted'), good('accepted')] },
      { label: 'selector: app=db, shard=orders', cells: [bad('refused, 422'), good('accepted')] },
      { label: 'selector: shard=orders', cells: [bad('refused, 422'), good('accepted')] },
    ],
  },
  question: {
    ask: 'Which of these StatefulSets does the API server accept?',
    choices: [
      { label: 'Template with one label more', yaml: set(matchLabels('app: db'), 'app: db, tier: data') },
      { label: 'Selector with one label more', yaml: set(matchLabels('app: db, shard: orders'), 'app: db') },
      { label: 'Upper and lower case differ', yaml: set(matchLabels('app: DB'), 'app: db') },
      {
        label: 'shard NotIn [orders], no label shard',
        yaml: set(
          matchLabels('app: db') + expression('key: shard, operator: NotIn, values: [orders]'),
          'app: db',
        ),
      },
    ],
    explanation:
      'The template needs all that the selector asks for and may have more. Values are compared letter by letter. NotIn also holds for a label that is not there.',
  },
  related: ['statefulset-has-servicename', 'deployment-pod-selector-labels-match-template-metadata-labels'],
} satisfies CheckPage
