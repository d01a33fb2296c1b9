import { fixTable } from './testing/fixTable'
import { a, cronJob, pod, statefulSet } from './testing/manifests'

const secured = (context: string) => a(`securityContext: {${context}}`)

fixTable('container-security-context-user-group-id', [
  [
    'nothing said',
    pod(a()),
    'review Run the pod as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
  ],
  [
    'two containers',
    pod(`${a()}, {image: b}`),
    'review Run the pod as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
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
    'review Run the pod as user and group 10001: set spec.template.spec.securityContext.runAsUser = 10001; set spec.template.spec.securityContext.runAsGroup = 10001; set spec.template.spec.securityContext.fsGroup = 10001',
  ],
  [
    'volumes with a group',
    statefulSet(a(), 'securityContext: {fsGroup: 5}'),
    'review Run the pod as user and group 10001: set spec.template.spec.securityContext.runAsUser = 10001; set spec.template.spec.securityContext.runAsGroup = 10001',
  ],
  [
    'no group',
    pod(a(), 'securityContext: {runAsUser: 20000}'),
    'review Run the pod as group 10001: set spec.securityContext.runAsGroup = 10001',
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
    'review Run the pod as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
  ],
])

fixTable('container-security-context-privileged', [
  [
    'in a CronJob',
    cronJob(secured('privileged: true')),
    'review Set privileged to false: set spec.jobTemplate.spec.template.spec.containers[0].securityContext.privileged = false',
  ],
])

fixTable('container-security-context-readonlyrootfilesystem', [
  [
    'nothing said',
    pod(a()),
    'review Make the root filesystem read-only, with a volume for /tmp: set spec.containers[0].securityContext.readOnlyRootFilesystem = true; append spec.containers[0].volumeMounts = {name: "tmp", mountPath: "/tmp"}; append spec.volumes = {name: "tmp", emptyDir: {sizeLimit: "100Mi"}}',
    'review Make the root filesystem read-only: set spec.containers[0].securityContext.readOnlyRootFilesystem = true',
  ],
  [
    'in a CronJob, without a name',
    cronJob('{image: a}'),
    'review Make the root filesystem read-only, with a volume for /tmp: set spec.jobTemplate.spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem = true; append spec.jobTemplate.spec.template.spec.containers[0].volumeMounts = {name: "tmp", mountPath: "/tmp"}; append spec.jobTemplate.spec.template.spec.volumes = {name: "tmp", emptyDir: {sizeLimit: "100Mi"}}',
    'review Make the root filesystem read-only: set spec.jobTemplate.spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem = true',
  ],
  [
    'a mount at /tmp',
    pod(a('volumeMounts: [{name: t, mountPath: /tmp/}]'), 'volumes: [{name: t, emptyDir: {}}]'),
    'review Make the root filesystem read-only: set spec.containers[0].securityContext.readOnlyRootFilesystem = true',
  ],
  [
    'a mount below /tmp',
    pod(a('volumeMounts: [{name: t, mountPath: /tmp/x}, {name: u}]'), 'volumes: [{name: t, emptyDir: {}}]'),
    'review Make the root filesystem read-only, with a volume for /tmp: set spec.containers[0].securityContext.readOnlyRootFilesystem = true; append spec.containers[0].volumeMounts = {name: "tmp", mountPath: "/tmp"}; append spec.volumes = {name: "tmp", emptyDir: {sizeLimit: "100Mi"}}',
    'review Make the root filesystem read-only: set spec.containers[0].securityContext.readOnlyRootFilesystem = true',
  ],
  [
    'the name is taken',
    statefulSet(a(), 'volumes: [{name: tmp-2}, {}]'),
    'review Make the root filesystem read-only, with a volume for /tmp: set spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem = true; append spec.template.spec.containers[0].volumeMounts = {name: "tmp-3", mountPath: "/tmp"}; append spec.template.spec.volumes = {name: "tmp-3", emptyDir: {sizeLimit: "100Mi"}}',
    'review Make the root filesystem read-only: set spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem = true',
  ],
  [
    'a program that is known',
    pod('{name: a, image: "docker.io/library/nginx:1.27", volumeMounts: [{name: run, mountPath: /var/run}]}'),
    'review Make the root filesystem read-only, with a volume for /tmp, /var/cache/nginx: set spec.containers[0].securityContext.readOnlyRootFilesystem = true; append spec.containers[0].volumeMounts = {name: "tmp", mountPath: "/tmp"}; append spec.volumes = {name: "tmp", emptyDir: {sizeLimit: "100Mi"}}; append spec.containers[0].volumeMounts = {name: "var-cache-nginx", mountPath: "/var/cache/nginx"}; append spec.volumes = {name: "var-cache-nginx", emptyDir: {sizeLimit: "100Mi"}}',
    'review Make the root filesystem read-only: set spec.containers[0].securityContext.readOnlyRootFilesystem = true',
  ],
  [
    'an init container',
    pod(a('securityContext: {readOnlyRootFilesystem: true}'), 'initContainers: [{name: b}]'),
    'review Make the root filesystem read-only, with a volume for /tmp: set spec.initContainers[0].securityContext.readOnlyRootFilesystem = true; append spec.initContainers[0].volumeMounts = {name: "tmp", mountPath: "/tmp"}; append spec.volumes = {name: "tmp", emptyDir: {sizeLimit: "100Mi"}}',
    'review Make the root filesystem read-only: set spec.initContainers[0].securityContext.readOnlyRootFilesystem = true',
  ],
])

fixTable('container-seccomp-profile', [
  [
    'no containers',
    pod(''),
    'unfixable: Only you know what it should run: add a container with a name and an image, or delete the object.',
  ],
  [
    'nothing said',
    pod(a()),
    'review Set seccomp profile of the pod to RuntimeDefault: set spec.securityContext.seccompProfile = {type: "RuntimeDefault"}',
  ],
  [
    'two containers',
    pod(`${a()}, {image: b}`),
    'review Set seccomp profile of the pod to RuntimeDefault: set spec.securityContext.seccompProfile = {type: "RuntimeDefault"}',
    'review Set seccomp profile of container a to RuntimeDefault: set spec.containers[0].securityContext.seccompProfile = {type: "RuntimeDefault"}',
  ],
  [
    'another has its own',
    pod(`${a()}, {name: b, securityContext: {seccompProfile: {type: Unconfined}}}`),
    'review Set seccomp profile of container a to RuntimeDefault: set spec.containers[0].securityContext.seccompProfile = {type: "RuntimeDefault"}',
    'review Set seccomp profile of the pod to RuntimeDefault: set spec.securityContext.seccompProfile = {type: "RuntimeDefault"}',
  ],
])
