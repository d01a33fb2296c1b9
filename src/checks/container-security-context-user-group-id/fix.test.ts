import { fixTable } from '../testing/fixTable'
import { a, cronJob, pod, statefulSet } from '../testing/manifests'

const secured = (context: string) => a(`securityContext: {${context}}`)

fixTable('container-security-context-user-group-id', [
  [
    'nothing said',
    pod(a()),
    'review Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
  ],
  [
    'two containers',
    pod(`${a()}, {image: b}`),
    'review Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
    'review Run container a as user and group 10001: set spec.containers[0].securityContext.runAsUser = 10001; set spec.containers[0].securityContext.runAsGroup = 10001',
  ],
  [
    'another has its own',
    pod(`{name: b}, ${secured('runAsUser: 20000, runAsGroup: 20000')}`),
    'review Run container b as user and group 10001: set spec.containers[0].securityContext.runAsUser = 10001; set spec.containers[0].securityContext.runAsGroup = 10001',
  ],
  [
    'an init container that is root',
    pod(a(), 'initContainers: [{name: b, securityContext: {runAsUser: 0, runAsGroup: 20000}}]'),
    'review Run container a as user and group 10001: set spec.containers[0].securityContext.runAsUser = 10001; set spec.containers[0].securityContext.runAsGroup = 10001',
  ],
  [
    'volumes that stay',
    statefulSet(a()),
    'review Run as user and group 10001: set spec.template.spec.securityContext.runAsUser = 10001; set spec.template.spec.securityContext.runAsGroup = 10001; set spec.template.spec.securityContext.fsGroup = 10001',
  ],
  [
    'volumes with a group',
    statefulSet(a(), 'securityContext: {fsGroup: 5}'),
    'review Run as user and group 10001: set spec.template.spec.securityContext.runAsUser = 10001; set spec.template.spec.securityContext.runAsGroup = 10001',
  ],
  [
    'no group',
    pod(a(), 'securityContext: {runAsUser: 20000}'),
    'review Run as group 10001: set spec.securityContext.runAsGroup = 10001',
  ],
  [
    'low for all, in a CronJob',
    cronJob(secured('runAsUser: 1000, runAsGroup: 20000')),
    'review Set user ID to 10001: set spec.jobTemplate.spec.template.spec.containers[0].securityContext.runAsUser = 10001',
  ],
  [
    'low for the pod',
    pod(a(), 'securityContext: {runAsUser: 20000, runAsGroup: 1}'),
    'review Set group ID to 10001: set spec.securityContext.runAsGroup = 10001',
  ],
  [
    'a context of the wrong type',
    pod(a('securityContext: none')),
    'review Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
  ],
])
