import { expect, test } from 'vitest'
import { fixTable, placeholdersFor } from '../testing/fixTable'

const cronJob = (spec: string, template = 'restartPolicy: Never', container = '') =>
  `{apiVersion: batch/v1, kind: CronJob, metadata: {name: a}, spec: {${spec}, jobTemplate: {spec: {template: {spec: {containers: [{name: a, image: a:1${container}}]${template && `, ${template}`}}}}}}}`

fixTable('cronjob-has-deadline', [
  [
    'once a day',
    cronJob('schedule: "0 3 * * *"'),
    'review Set a deadline of 300 seconds: set spec.startingDeadlineSeconds = 300',
  ],
  [
    'each minute',
    cronJob('schedule: "* * * * *"'),
    'review Set a deadline of 60 seconds: set spec.startingDeadlineSeconds = 60',
  ],
  [
    'every two minutes of an hour',
    cronJob('schedule: "CRON_TZ=UTC 0-10/2 1 * * *"'),
    'review Set a deadline of 120 seconds: set spec.startingDeadlineSeconds = 120',
  ],
  [
    'by a macro',
    cronJob('schedule: "@hourly"'),
    'review Set a deadline of 300 seconds: set spec.startingDeadlineSeconds = 300',
  ],
])

test('the deadline is a guess', async () => {
  expect(await placeholdersFor('cronjob-has-deadline', cronJob('schedule: "0 3 * * *"'))).toEqual([
    [{ what: 'seconds that a run may start late', path: ['spec', 'startingDeadlineSeconds'] }],
  ])
})
