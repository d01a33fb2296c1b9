import type { CheckPage } from '../../pages/checkPage'
import { bad, good, plain } from '../../pages/tones'

const cronJob = (ofPod: string, ofContainer = ''): string => `apiVersion: batch/v1
kind: CronJob
metadata:
  name: invoices
spec:
  schedule: "0 3 * * *"
  startingDeadlineSeconds: 300
  jobTemplate:
    spec:
      template:
        spec:
${ofPod}          containers:
            - name: invoices
              image: registry.example.com/invoices:2.1.0
${ofContainer}`

export default {
  enforcedBy: ['API server', 'kubelet', 'controller'],
  byDefault: 'Always, which the API server refuses in a CronJob',
  number: {
    text: '6 retries',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-backoff-failure-policy',
  },
  picture: {
    kind: 'places',
    caption:
      'A Job tries a third time: Never creates a Pod for each attempt and keeps all logs, OnFailure uses one Pod, which is deleted when the Job gives up.',
    scenes: [
      {
        label: 'Never, third attempt',
        places: [
          { label: 'Pod 1', items: [bad('attempt 1 failed'), good('log is kept')] },
          { label: 'Pod 2', items: [bad('attempt 2 failed'), good('log is kept')] },
          { label: 'Pod 3', items: [plain('attempt 3 runs')] },
        ],
      },
      {
        label: 'OnFailure, third attempt',
        places: [
          {
            label: 'Pod 1',
            items: [
              bad('attempt 1 failed, log is lost'),
              bad('attempt 2 failed, log is kept as the previous one'),
              plain('attempt 3 runs'),
            ],
          },
        ],
      },
      {
        label: 'OnFailure, after the last attempt',
        places: [{ label: 'Pod 1, deleted', items: [bad('no log is left')] }],
      },
    ],
  },
  question: {
    ask: 'Which of these CronJobs does an API server of Kubernetes 1.36 accept?',
    choices: [
      {
        label: 'OnFailure in the container only',
        yaml: cronJob('', '              restartPolicy: OnFailure\n'),
      },
      {
        label: 'Never in the Pod, OnFailure in the container',
        yaml: cronJob('          restartPolicy: Never\n', '              restartPolicy: OnFailure\n'),
      },
      { label: 'Always in the Pod', yaml: cronJob('          restartPolicy: Always\n') },
      { label: 'Never in the Pod', yaml: cronJob('          restartPolicy: Never\n') },
    ],
    explanation:
      'The policy of the Pod must be Never or OnFailure. A container may have its own since 1.35, but that does not replace the one of the Pod, which is filled in as Always where it is missing.',
  },
  related: ['cronjob-has-deadline'],
} satisfies CheckPage
