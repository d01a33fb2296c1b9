import { fixTable } from '../testing/fixTable'
import { a, cronJob, pod, statefulSet } from '../testing/manifests'

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
