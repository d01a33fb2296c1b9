import type { CheckPage } from '../../pages/checkPage'
import { bad, good, plain } from '../../pages/tones'

const service = (key: string, value: string): string => `apiVersion: v1
kind: Service
metadata:
  name: web
  labels:
    app: web
    ${key}: ${value}
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: 8080
`

export default {
  enforcedBy: ['API server'],
  byDefault: 'No labels; an empty value is valid',
  number: {
    text: '63 characters',
    source:
      'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
  },
  picture: {
    kind: 'grid',
    caption:
      'What may stand in a label value and in an annotation: the API server keeps label values simple so that selectors can use them.',
    columns: ['label value', 'annotation'],
    rows: [
      { label: 'letters, digits', cells: [good('yes'), good('yes')] },
      { label: '- _ .', cells: [plain('not at the ends'), good('yes')] },
      { label: '/ + @ and spaces', cells: [bad('no'), good('yes')] },
      { label: 'empty', cells: [good('yes'), good('yes')] },
      { label: '64 characters or more', cells: [bad('no'), good('yes')] },
      { label: 'used by selectors', cells: [good('yes'), bad('no')] },
    ],
  },
  question: {
    ask: 'A pipeline wrote these labels. Which of the Services does the API server accept?',
    choices: [
      { label: 'version: 1.4.2+build7', yaml: service('version', '1.4.2+build7') },
      { label: 'team: Web_Shop.eu', yaml: service('team', 'Web_Shop.eu') },
      { label: 'tier: ""', yaml: service('tier', '""') },
      { label: 'branch: feature-', yaml: service('branch', 'feature-') },
    ],
    explanation:
      'A plus sign is part of a valid version number, but not of a label value. Capitals, underscores and dots are fine, and so is an empty value. A hyphen at the end is what remains when feature/checkout is cleaned and cut too short.',
  },
  related: [
    'deployment-pod-selector-labels-match-template-metadata-labels',
    'service-targets-pod',
    'container-ports-check',
  ],
} satisfies CheckPage
