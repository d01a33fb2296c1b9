import type { CheckPage } from '../../pages/checkPage'

const pod = (amounts: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      resources:
${amounts}`

export default {
  enforcedBy: ['scheduler', 'kubelet'],
  since: '1.10',
  byDefault: 'No request and no limit; a limit alone is copied into the request',
  number: { text: '160 GiB', source: 'computed in the text' },
  picture: {
    kind: 'bar',
    caption:
      'The limits of eight Pods with a request of 10Gi and a limit of 20Gi, on a file system of 100 GiB.',
    unit: 'GiB',
    total: 160,
    parts: [
      { label: 'requested', amount: 80, tone: 'good' },
      { label: 'on the disk, not requested', amount: 20, tone: 'plain' },
      { label: 'allowed by limits, not on the disk', amount: 60, tone: 'bad' },
    ],
  },
  question: {
    ask: 'Which of these Pods pass this check?',
    choices: [
      {
        label: 'Request 2048Mi, limit 2Gi',
        yaml: pod(`        requests:
          ephemeral-storage: 2048Mi
        limits:
          ephemeral-storage: 2Gi
`),
      },
      {
        label: 'Request 2G, limit 2Gi',
        yaml: pod(`        requests:
          ephemeral-storage: 2G
        limits:
          ephemeral-storage: 2Gi
`),
      },
      {
        label: 'No request, limit 2Gi',
        yaml: pod(`        limits:
          ephemeral-storage: 2Gi
`),
      },
      {
        label: 'Request 2Gi, no limit',
        yaml: pod(`        requests:
          ephemeral-storage: 2Gi
`),
      },
    ],
    explanation:
      '2G is 2000000000 bytes, about 140Mi less than 2Gi. Where one of the two is missing there is nothing to compare, so this check passes, unlike those of CPU and memory.',
  },
  related: ['container-ephemeral-storage-request-and-limit', 'container-resource-requests-equal-limits'],
} satisfies CheckPage
