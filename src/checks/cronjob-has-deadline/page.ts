import type { CheckPage } from '../../pages/checkPage'

const cronJob = (ofCronJob: string, ofJob = ''): string => `apiVersion: batch/v1
kind: CronJob
metadata:
  name: invoices
spec:
  schedule: "0 3 * * *"
  timeZone: Etc/UTC
${ofCronJob}  jobTemplate:
    spec:
${ofJob}      template:
        spec:
          restartPolicy: Never
          containers:
            - name: invoices
              image: registry.example.com/invoices:2.1.0
`

export default {
  enforcedBy: ['controller', 'API server'],
  byDefault: 'none: a missed run may start at any later time',
  number: {
    text: '100',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#job-creation',
  },
  picture: {
    kind: 'timeline',
    caption:
      'The controller is down from two to nine. Without a deadline the run of three o’clock starts at nine; with one hour it does not.',
    unit: 'h',
    until: 12,
    lanes: [
      {
        label: 'Controller',
        spans: [
          { from: 0, to: 2, label: 'up', tone: 'good' },
          { from: 2, to: 9, label: 'down', tone: 'bad' },
          { from: 9, to: 12, label: 'up', tone: 'good' },
        ],
      },
      {
        label: 'No deadline',
        spans: [
          { from: 3, to: 9, label: 'may start', tone: 'plain' },
          { from: 9, to: 11, label: 'runs, 6 hours late', tone: 'bad' },
        ],
      },
      {
        label: 'Deadline 3600',
        spans: [
          { from: 3, to: 4, label: 'may start', tone: 'plain' },
          { from: 4, to: 12, label: 'skipped', tone: 'good' },
        ],
      },
    ],
  },
  question: {
    ask: 'The control plane is down from 02:00 to 09:00. Which of these CronJobs skip the run of 03:00?',
    choices: [
      { label: 'activeDeadlineSeconds: 3600', yaml: cronJob('', '      activeDeadlineSeconds: 3600\n') },
      { label: 'startingDeadlineSeconds: 3600', yaml: cronJob('  startingDeadlineSeconds: 3600\n') },
      { label: 'concurrencyPolicy: Forbid', yaml: cronJob('  concurrencyPolicy: Forbid\n') },
      {
        label: 'startingDeadlineSeconds: 300, Replace',
        yaml: cronJob('  startingDeadlineSeconds: 300\n  concurrencyPolicy: Replace\n'),
      },
    ],
    explanation:
      'Only startingDeadlineSeconds limits how late a run may start. activeDeadlineSeconds limits how long it runs once it has started, and concurrencyPolicy says what happens when two runs would overlap.',
  },
  related: ['cronjob-restartpolicy'],
} satisfies CheckPage
