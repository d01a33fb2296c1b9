import { fixTable } from '../testing/fixTable'

const cronJob = (spec: string, template = 'restartPolicy: Never', container = '') =>
  `{apiVersion: batch/v1, kind: CronJob, metadata: {name: a}, spec: {${spec}, jobTemplate: {spec: {template: {spec: {containers: [{name: a, image: a:1${container}}]${template && `, ${template}`}}}}}}}`

fixTable('cronjob-restartpolicy', [
  [
    'none',
    cronJob('schedule: "@daily"', ''),
    'review Set restartPolicy to OnFailure: set spec.jobTemplate.spec.template.spec.restartPolicy = "OnFailure"',
    'review Set restartPolicy to Never: set spec.jobTemplate.spec.template.spec.restartPolicy = "Never"',
  ],
  [
    'one level too deep',
    cronJob('schedule: "@daily"', '', ', restartPolicy: Never'),
    'safe Move restartPolicy to the Pod: remove spec.jobTemplate.spec.template.spec.containers[0].restartPolicy; set spec.jobTemplate.spec.template.spec.restartPolicy = "Never"',
    'review Set restartPolicy to OnFailure: set spec.jobTemplate.spec.template.spec.restartPolicy = "OnFailure"',
    'review Set restartPolicy to Never: set spec.jobTemplate.spec.template.spec.restartPolicy = "Never"',
  ],
  [
    'one that a Job cannot have',
    cronJob('schedule: "@daily"', 'restartPolicy: Always'),
    'review Set restartPolicy to OnFailure: set spec.jobTemplate.spec.template.spec.restartPolicy = "OnFailure"',
    'review Set restartPolicy to Never: set spec.jobTemplate.spec.template.spec.restartPolicy = "Never"',
  ],
])
