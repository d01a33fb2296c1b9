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
  enforcedBy: ['scheduler', 'kubelet', 'kernel'],
  byDefault: 'No request and no limit; a limit alone is copied into the request',
  number: {
    text: '100Mi',
    source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/',
  },
  picture: {
    kind: 'bar',
    caption:
      'The limits of 16 Pods with a request of 512Mi and a limit of 1Gi, on a node with 8 GiB for Pods.',
    unit: 'GiB',
    total: 16,
    parts: [
      { label: 'requested: there even when all use it', amount: 8, tone: 'good' },
      {
        label: 'above the requests: not there when all use it, so a Pod is evicted or a process killed',
        amount: 8,
        tone: 'bad',
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
