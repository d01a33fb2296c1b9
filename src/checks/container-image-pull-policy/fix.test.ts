import { fixTable } from '../testing/fixTable'
import { a, cronJob, pod } from '../testing/manifests'

fixTable('container-image-pull-policy', [
  ['none', pod(a()), 'review Set pull policy to Always: set spec.containers[0].imagePullPolicy = "Always"'],
  [
    'only if it is absent',
    pod(a('imagePullPolicy: IfNotPresent')),
    'review Set pull policy to Always: set spec.containers[0].imagePullPolicy = "Always"',
  ],
  [
    'another one, in a CronJob',
    cronJob(a('imagePullPolicy: Never')),
    'risky Set pull policy to Always: set spec.jobTemplate.spec.template.spec.containers[0].imagePullPolicy = "Always"',
  ],
])
