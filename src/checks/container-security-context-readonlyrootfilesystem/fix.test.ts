import { expect, test } from 'vitest'
import { fixTable, notesFor } from '../testing/fixTable'
import { a, cronJob, pod, statefulSet } from '../testing/manifests'

fixTable('container-security-context-readonlyrootfilesystem', [
  [
    'nothing said',
    pod(a()),
    'review Make the root filesystem read-only, with a volume for /tmp: set spec.containers[0].securityContext.readOnlyRootFilesystem = true; append spec.containers[0].volumeMounts = {name: "tmp", mountPath: "/tmp"}; append spec.volumes = {name: "tmp", emptyDir: {}}',
    'risky Make the root filesystem read-only: set spec.containers[0].securityContext.readOnlyRootFilesystem = true',
  ],
  [
    'in a CronJob, without a name',
    cronJob('{image: a}'),
    'review Make the root filesystem read-only, with a volume for /tmp: set spec.jobTemplate.spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem = true; append spec.jobTemplate.spec.template.spec.containers[0].volumeMounts = {name: "tmp", mountPath: "/tmp"}; append spec.jobTemplate.spec.template.spec.volumes = {name: "tmp", emptyDir: {}}',
    'risky Make the root filesystem read-only: set spec.jobTemplate.spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem = true',
  ],
  [
    'a mount at /tmp',
    pod(a('volumeMounts: [{name: t, mountPath: /tmp/}]'), 'volumes: [{name: t, emptyDir: {}}]'),
    'review Make the root filesystem read-only: set spec.containers[0].securityContext.readOnlyRootFilesystem = true',
  ],
  [
    'a mount below /tmp',
    pod(a('volumeMounts: [{name: t, mountPath: /tmp/x}, {name: u}]'), 'volumes: [{name: t, emptyDir: {}}]'),
    'review Make the root filesystem read-only, with a volume for /tmp: set spec.containers[0].securityContext.readOnlyRootFilesystem = true; append spec.containers[0].volumeMounts = {name: "tmp", mountPath: "/tmp"}; append spec.volumes = {name: "tmp", emptyDir: {}}',
    'risky Make the root filesystem read-only: set spec.containers[0].securityContext.readOnlyRootFilesystem = true',
  ],
  [
    'the name is taken',
    statefulSet(a(), 'volumes: [{name: tmp-2}, {}]'),
    'review Make the root filesystem read-only, with a volume for /tmp: set spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem = true; append spec.template.spec.containers[0].volumeMounts = {name: "tmp-3", mountPath: "/tmp"}; append spec.template.spec.volumes = {name: "tmp-3", emptyDir: {}}',
    'risky Make the root filesystem read-only: set spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem = true',
  ],
  [
    'a program that is known',
    pod('{name: a, image: "docker.io/library/nginx:1.27", volumeMounts: [{name: run, mountPath: /run}]}'),
    'review Make the root filesystem read-only, with volumes for /tmp, /var/cache/nginx: set spec.containers[0].securityContext.readOnlyRootFilesystem = true; append spec.containers[0].volumeMounts = {name: "tmp", mountPath: "/tmp"}; append spec.volumes = {name: "tmp", emptyDir: {}}; append spec.containers[0].volumeMounts = {name: "var-cache-nginx", mountPath: "/var/cache/nginx"}; append spec.volumes = {name: "var-cache-nginx", emptyDir: {}}',
  ],
  [
    'a database without a volume',
    pod('{name: a, image: redis}'),
    'review Make the root filesystem read-only, with volumes for /tmp, /data: set spec.containers[0].securityContext.readOnlyRootFilesystem = true; append spec.containers[0].volumeMounts = {name: "tmp", mountPath: "/tmp"}; append spec.volumes = {name: "tmp", emptyDir: {}}; append spec.containers[0].volumeMounts = {name: "data", mountPath: "/data"}; append spec.volumes = {name: "data", emptyDir: {}}',
  ],
  [
    'a database whose data has a volume',
    pod('{name: a, image: postgres, volumeMounts: [{name: data, mountPath: /var/lib/postgresql/data}]}'),
    'review Make the root filesystem read-only, with volumes for /tmp, /var/run/postgresql: set spec.containers[0].securityContext.readOnlyRootFilesystem = true; append spec.containers[0].volumeMounts = {name: "tmp", mountPath: "/tmp"}; append spec.volumes = {name: "tmp", emptyDir: {}}; append spec.containers[0].volumeMounts = {name: "var-run-postgresql", mountPath: "/var/run/postgresql"}; append spec.volumes = {name: "var-run-postgresql", emptyDir: {}}',
  ],
  [
    'a program that writes nothing',
    pod('{name: a, image: "quay.io/brancz/kube-rbac-proxy:v0.22.1"}'),
    'review Make the root filesystem read-only: set spec.containers[0].securityContext.readOnlyRootFilesystem = true',
  ],
  [
    'a program that changes its settings',
    pod(
      '{name: a, image: zookeeper, volumeMounts: [{name: data, mountPath: /data}, {name: data, mountPath: /datalog}]}',
    ),
    'risky Make the root filesystem read-only, with volumes for /tmp, /logs: set spec.containers[0].securityContext.readOnlyRootFilesystem = true; append spec.containers[0].volumeMounts = {name: "tmp", mountPath: "/tmp"}; append spec.volumes = {name: "tmp", emptyDir: {}}; append spec.containers[0].volumeMounts = {name: "logs", mountPath: "/logs"}; append spec.volumes = {name: "logs", emptyDir: {}}',
  ],
  [
    'a program whose settings have a volume',
    pod(
      '{name: a, image: zookeeper, volumeMounts: [{name: conf, mountPath: /conf}, {name: data, mountPath: /data}, {name: data, mountPath: /datalog}, {name: data, mountPath: /logs}, {name: data, mountPath: /tmp}]}',
    ),
    'review Make the root filesystem read-only: set spec.containers[0].securityContext.readOnlyRootFilesystem = true',
  ],
  [
    'variables that name directories',
    pod(
      a(
        'env: [{name: XDG_CACHE_HOME, value: /var/cache/web}, {name: TMPDIR, value: /tmp/web}, {name: JAVA_HOME, value: /usr/lib/jvm}, {name: DATA_DIR, value: /app/data}, {name: LOG_FILE, value: /logs/a.log}, {name: CACHE_URL, value: /cache}]',
      ),
    ),
    'review Make the root filesystem read-only, with volumes for /tmp, /var/cache/web: set spec.containers[0].securityContext.readOnlyRootFilesystem = true; append spec.containers[0].volumeMounts = {name: "tmp", mountPath: "/tmp"}; append spec.volumes = {name: "tmp", emptyDir: {}}; append spec.containers[0].volumeMounts = {name: "var-cache-web", mountPath: "/var/cache/web"}; append spec.volumes = {name: "var-cache-web", emptyDir: {}}',
  ],
  [
    'a home below /tmp',
    pod('{name: a, image: haproxy, env: [{name: HOME, value: /tmp/home}]}'),
    'review Make the root filesystem read-only, with a volume for /tmp: set spec.containers[0].securityContext.readOnlyRootFilesystem = true; append spec.containers[0].volumeMounts = {name: "tmp", mountPath: "/tmp"}; append spec.volumes = {name: "tmp", emptyDir: {}}',
  ],
  [
    'flags that name directories',
    pod(
      a(
        'args: [--data-dir=/data, --log-dir, /logs/, --config-dir=/conf, --cache-dir=$(CACHE), --storage.path=/data/blocks]',
      ),
    ),
    'review Make the root filesystem read-only, with volumes for /tmp, /data, /logs: set spec.containers[0].securityContext.readOnlyRootFilesystem = true; append spec.containers[0].volumeMounts = {name: "tmp", mountPath: "/tmp"}; append spec.volumes = {name: "tmp", emptyDir: {}}; append spec.containers[0].volumeMounts = {name: "data", mountPath: "/data"}; append spec.volumes = {name: "data", emptyDir: {}}; append spec.containers[0].volumeMounts = {name: "logs", mountPath: "/logs"}; append spec.volumes = {name: "logs", emptyDir: {}}',
  ],
  [
    'flags in a shell, where volumes are',
    pod(
      a('command: [sh, -c, "web --upload-dir /uploads"], volumeMounts: [{name: data, mountPath: /uploads}]'),
    ),
    'review Make the root filesystem read-only, with a volume for /tmp: set spec.containers[0].securityContext.readOnlyRootFilesystem = true; append spec.containers[0].volumeMounts = {name: "tmp", mountPath: "/tmp"}; append spec.volumes = {name: "tmp", emptyDir: {}}',
    'risky Make the root filesystem read-only: set spec.containers[0].securityContext.readOnlyRootFilesystem = true',
  ],
  [
    'a file that the command writes',
    pod(a('command: [sh, -c, "date > /out/date; web 2>/dev/null"]')),
    'risky Make the root filesystem read-only, with a volume for /tmp: set spec.containers[0].securityContext.readOnlyRootFilesystem = true; append spec.containers[0].volumeMounts = {name: "tmp", mountPath: "/tmp"}; append spec.volumes = {name: "tmp", emptyDir: {}}',
  ],
  [
    'a file that the command writes to a volume',
    pod(a('command: [sh, -c, "date > /out/date"], volumeMounts: [{name: data, mountPath: /out}]')),
    'review Make the root filesystem read-only, with a volume for /tmp: set spec.containers[0].securityContext.readOnlyRootFilesystem = true; append spec.containers[0].volumeMounts = {name: "tmp", mountPath: "/tmp"}; append spec.volumes = {name: "tmp", emptyDir: {}}',
    'risky Make the root filesystem read-only: set spec.containers[0].securityContext.readOnlyRootFilesystem = true',
  ],
  [
    'a command that installs packages',
    pod(a('command: [sh, -c, "apk add --no-cache curl && web"]')),
    'unfixable: Container a installs packages with apk when it starts, which writes to the root filesystem. Build an image that has them, then make the filesystem read-only.',
  ],
  [
    'a command that installs packages for a language',
    pod(a('command: [sh, -c, "npm ci && npm start"]')),
    'unfixable: Container a installs packages with npm when it starts, which writes to the root filesystem. Build an image that has them, then make the filesystem read-only.',
  ],
  [
    'an init container',
    pod(a('securityContext: {readOnlyRootFilesystem: true}'), 'initContainers: [{name: b}]'),
    'review Make the root filesystem read-only, with a volume for /tmp: set spec.initContainers[0].securityContext.readOnlyRootFilesystem = true; append spec.initContainers[0].volumeMounts = {name: "tmp", mountPath: "/tmp"}; append spec.volumes = {name: "tmp", emptyDir: {}}',
    'risky Make the root filesystem read-only: set spec.initContainers[0].securityContext.readOnlyRootFilesystem = true',
  ],
  [
    'Windows',
    pod(a(), 'nodeSelector: {beta.kubernetes.io/os: windows}'),
    'unfixable: These Pods run on Windows, where the root filesystem cannot be read-only, and with os.name windows the API refuses the field. Limit the user with windowsOptions.runAsUserName, and ignore this check.',
  ],
])

const size =
  'The new volumes have no size limit, so they can fill the disk of the node, as the container can today.'

test.each([
  [
    'an unknown image',
    pod(a()),
    `Writes to any other directory fail: check where else the program writes. ${size}`,
    'Many programs write to /tmp, and this one would fail there: check that it does not.',
  ],
  [
    'a known image',
    pod('{name: a, image: nginx}'),
    `Writes to any other directory fail: check whether your settings make nginx write anywhere else. ${size}`,
  ],
  [
    'an image that changes its settings',
    pod('{name: a, image: zookeeper}'),
    'The image zookeeper writes zoo.cfg to /conf at start, which then fails: mount a volume with all files there, or keep the filesystem writable.',
  ],
  [
    'a command that writes a file',
    pod(a('command: [sh, -c, "date > /out/date"]')),
    'The command writes to /out/date, which then fails: mount a volume there if the image has no files of its own in that directory.',
  ],
])('the notes for %s', async (_, text, ...notes) => {
  expect(await notesFor('container-security-context-readonlyrootfilesystem', text)).toEqual(notes)
})
