import type { CheckPage } from '../../pages/checkPage'

const pod = (resources: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      resources:
${resources}`

export default {
  enforcedBy: ['scheduler', 'kernel'],
  byDefault: 'No request and no limit; a limit alone is copied into the request',
  number: { text: '16 × 250m = 4 CPUs', source: 'computed in the text' },
  picture: {
    kind: 'bar',
    caption:
      'The limits of 16 Pods with a request of 250m and a limit of 500m, on a node with 4 CPUs for Pods.',
    unit: 'CPUs',
    total: 8,
    parts: [
      { label: 'requested: there even when all are busy', amount: 4, tone: 'good' },
      { label: 'above the requests: not there when all are busy', amount: 4, tone: 'bad' },
    ],
  },
  question: {
    ask: 'In which of these Pods does this check see no difference between CPU request and limit?',
    choices: [
      {
        label: 'Request 1000m, limit 1',
        yaml: pod(`        requests:
          cpu: 1000m
          memory: 256Mi
        limits:
          cpu: 1
          memory: 256Mi
`),
      },
      {
        label: 'No request, limit 500m',
        yaml: pod(`        requests:
          memory: 256Mi
        limits:
          cpu: 500m
          memory: 256Mi
`),
      },
      {
        label: 'Request 500m, no limit',
        yaml: pod(`        requests:
          cpu: 500m
          memory: 256Mi
        limits:
          memory: 256Mi
`),
      },
      {
        label: 'Neither a request nor a limit for CPU',
        yaml: pod(`        requests:
          memory: 256Mi
        limits:
          memory: 256Mi
`),
      },
    ],
    explanation:
      'Amounts are compared, and a missing one counts as 0. So two missing values are equal, but one missing value is a difference, even for a limit that the API server would copy into the request.',
  },
  related: ['container-resource-requests-equal-limits', 'container-memory-requests-equal-limits'],
} satisfies CheckPage
