import { fixTable } from '../testing/fixTable'
import { a, cronJob } from '../testing/manifests'

const secured = (context: string) => a(`securityContext: {${context}}`)

fixTable('container-security-context-privileged', [
  [
    'in a CronJob',
    cronJob(secured('privileged: true')),
    'review Set privileged to false: set spec.jobTemplate.spec.template.spec.containers[0].securityContext.privileged = false',
  ],
])
