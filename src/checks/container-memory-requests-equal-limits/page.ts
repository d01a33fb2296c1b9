import type { CheckPage } from '../../pages/checkPage'
import { plain } from '../../pages/tones'

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
  enforcedBy: ['scheduler', 'kubelet', 'kernel'],
  byDefault: 'No request and no limit; a limit alone is copied into the request',
  number: {
    text: '100Mi',
    source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/',
  },
  picture: {
    kind: 'grid',
    caption: 'How a container ends when memory runs out, and who decides.',
    columns: ['who acts', 'what ends', 'what you see', 'what comes back'],
    rows: [
      {
        label: 'it reaches its limit',
        cells: [
          plain('kernel'),
          plain('the container'),
          plain('OOMKilled, 137'),
          plain('the container, in its Pod'),
        ],
      },
      {
        label: 'the node has less than 100Mi',
        cells: [plain('kubelet'), plain('a Pod above its request'), plain('Evicted'), plain('a new Pod')],
      },
      {
        label: 'the node runs out at once',
        cells: [
          plain('kernel'),
          plain('a container'),
          plain('OOMKilled, 137'),
          plain('the container, in its Pod'),
        ],
      },
    ],
  },
  question: {
    ask: 'In which of these Pods does this check see no difference between memory request and limit?',
    choices: [
      {
        label: 'Request 1024Mi, limit 1Gi, no CPU limit',
        yaml: pod(`        requests:
          cpu: 250m
          memory: 1024Mi
        limits:
          memory: 1Gi
`),
      },
      {
        label: 'Request 1G, limit 1Gi',
        yaml: pod(`        requests:
          cpu: 250m
          memory: 1G
        limits:
          memory: 1Gi
`),
      },
      {
        label: 'No request, limit 1Gi',
        yaml: pod(`        requests:
          cpu: 250m
        limits:
          memory: 1Gi
`),
      },
      {
        label: 'Neither a request nor a limit for memory',
        yaml: pod(`        requests:
          cpu: 250m
`),
      },
    ],
    explanation:
      '1024Mi is 1Gi, but 1G is only 1000000000 bytes, about 70Mi less. A missing amount counts as 0, so two missing ones are equal; one missing request is a difference, although the API server would copy the limit.',
  },
  related: [
    'container-resources',
    'container-cpu-requests-equal-limits',
    'container-resource-requests-equal-limits',
  ],
} satisfies CheckPage
