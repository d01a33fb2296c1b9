import type { CheckPage } from '../../pages/checkPage'
import { plain } from '../../pages/tones'

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
    kind: 'grid',
    caption: 'What each restart policy means for the Pods of a CronJob.',
    columns: ['accepted', 'who tries again', 'new Pod per attempt', 'logs after the last failure'],
    rows: [
      { label: 'Never', cells: [plain('yes'), plain('Job controller'), plain('yes'), plain('yes')] },
      { label: 'OnFailure', cells: [plain('yes'), plain('kubelet'), plain('no'), plain('no')] },
      { label: 'Always', cells: [plain('no'), plain('–'), plain('–'), plain('–')] },
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
