import { expect, test } from 'vitest'
import { fixTable, notesFor } from '../testing/fixTable'
import { a, cronJob, pod, statefulSet } from '../testing/manifests'

const secured = (context: string) => a(`securityContext: {${context}}`)

const data = 'volumeMounts: [{name: data, mountPath: /data}]'

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
    'risky Run as user and group 10001: set spec.template.spec.securityContext.runAsUser = 10001; set spec.template.spec.securityContext.runAsGroup = 10001; set spec.template.spec.securityContext.fsGroup = 10001; set spec.template.spec.securityContext.fsGroupChangePolicy = "OnRootMismatch"',
  ],
  [
    'volumes with a group',
    statefulSet(a(), 'securityContext: {fsGroup: 5}'),
    'risky Run as user and group 10001: set spec.template.spec.securityContext.runAsUser = 10001; set spec.template.spec.securityContext.runAsGroup = 10001',
  ],
  [
    'a claim, and a policy of its own',
    pod(
      a(),
      'securityContext: {fsGroupChangePolicy: Always}, volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]',
    ),
    'risky Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001; set spec.securityContext.fsGroup = 10001',
  ],
  [
    'a directory of the node, which fsGroup does not change',
    pod(a(data), 'volumes: [{name: data, hostPath: {path: /srv/web}}]'),
    'risky Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
  ],
  [
    'an NFS share',
    pod(a(data), 'volumes: [{name: data, nfs: {server: a, path: /}}]'),
    'risky Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
  ],
  [
    'a volume of a driver that brings secrets',
    pod(a(data), 'volumes: [{name: data, csi: {driver: secrets-store.csi.k8s.io}}]'),
    'review Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
  ],
  [
    'a file of the node that everybody may read',
    pod(a(data), 'volumes: [{name: data, hostPath: {path: /etc/localtime}}]'),
    'review Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
  ],
  [
    'a new volume with each Pod, which belongs to root',
    pod(a(data), 'volumes: [{name: data, ephemeral: {}}]'),
    'review Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001; set spec.securityContext.fsGroup = 10001; set spec.securityContext.fsGroupChangePolicy = "OnRootMismatch"',
  ],
  [
    'a command that installs packages for a language',
    pod(a('command: [sh, -c, "npm ci && npm start"]')),
    'review Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
  ],
  [
    'no group',
    pod(a(), 'securityContext: {runAsUser: 20000}'),
    'review Run as group 20000: set spec.securityContext.runAsGroup = 20000',
  ],
  [
    'no group, for one container',
    pod(secured('runAsUser: 20000')),
    'review Run container a as group 20000: set spec.containers[0].securityContext.runAsGroup = 20000',
  ],
  [
    'no group, with a low user',
    pod(a(), 'securityContext: {runAsUser: 1000}'),
    'review Run as group 10001: set spec.securityContext.runAsGroup = 10001',
  ],
  [
    'no group, with a low user and a group of volumes',
    pod(
      secured('runAsUser: 10500, runAsGroup: 10500').replace('name: a', 'name: b') +
        ', ' +
        secured('runAsUser: 20000'),
      'securityContext: {fsGroup: 30000}',
    ),
    'review Run container a as group 20000: set spec.containers[1].securityContext.runAsGroup = 20000',
  ],
  [
    'no user',
    pod(a(), 'securityContext: {runAsGroup: 20000}'),
    'review Run as user 20000: set spec.securityContext.runAsUser = 20000',
  ],
  [
    'no user and a high group of volumes',
    pod(a(), 'securityContext: {fsGroup: 30000}'),
    'review Run as user 10001 and group 30000: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 30000',
  ],
  [
    'low for all, in a CronJob',
    cronJob(secured('runAsUser: 1000, runAsGroup: 20000')),
    'risky Set user ID to 20000: set spec.jobTemplate.spec.template.spec.containers[0].securityContext.runAsUser = 20000',
  ],
  [
    'low for the pod',
    pod(a(), 'securityContext: {runAsUser: 20000, runAsGroup: 1}'),
    'risky Set group ID to 20000: set spec.securityContext.runAsGroup = 20000',
  ],
  [
    'group 0 for the pod',
    pod(a(), 'securityContext: {runAsUser: 20000, runAsGroup: 0}'),
    'risky Set group ID to 20000: set spec.securityContext.runAsGroup = 20000',
  ],
  [
    'low, with a comment and a claim',
    pod(
      a(),
      'securityContext: {\n  runAsUser: 1000, # owns /data\n  runAsGroup: 20000}, volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]',
    ),
    'risky Set user ID to 20000: set spec.securityContext.runAsUser = 20000; set spec.securityContext.fsGroup = 20000; set spec.securityContext.fsGroupChangePolicy = "OnRootMismatch"',
  ],
  [
    'root on purpose',
    pod(secured('runAsUser: 0, runAsGroup: 20000')),
    'risky Set user ID to 20000: set spec.containers[0].securityContext.runAsUser = 20000',
  ],
  [
    'root on purpose, with a capability',
    pod(secured('runAsUser: 0, runAsGroup: 20000, capabilities: {add: [CAP_NET_BIND_SERVICE]}')),
    'unfixable: Container a adds the capability NET_BIND_SERVICE, and only root gets it: the process of another user starts without it. Decide whether it needs that; if it does, keep root and ignore this check.',
  ],
  [
    'root on purpose, with a low port',
    pod(a('securityContext: {runAsUser: 0, runAsGroup: 20000}, ports: [{containerPort: 443}]')),
    'unfixable: Container a runs as root on purpose, probably to open port 443. Let it listen on a port above 1023, or set the sysctl net.ipv4.ip_unprivileged_port_start to 0; then choose another user.',
  ],
  [
    'root on purpose, probed at a low port',
    pod(a('securityContext: {runAsUser: 0, runAsGroup: 20000}, livenessProbe: {tcpSocket: {port: 80}}')),
    'unfixable: Container a runs as root on purpose, probably to open port 80. Let it listen on a port above 1023, or set the sysctl net.ipv4.ip_unprivileged_port_start to 0; then choose another user.',
  ],
  [
    'root on purpose, with a directory of the node',
    pod(
      a(`securityContext: {runAsUser: 0, runAsGroup: 20000}, ${data}`),
      'volumes: [{name: data, hostPath: {path: /srv/web}}]',
    ),
    'unfixable: Container a mounts /srv/web of the node, where usually only root has access. Decide whether it needs that; if it does, keep root and ignore this check.',
  ],
  [
    'an added capability',
    pod(secured('capabilities: {add: [net_admin]}')),
    'unfixable: Container a adds the capability NET_ADMIN, and only root gets it: the process of another user starts without it. Decide whether it needs that; if it does, keep root and ignore this check.',
  ],
  [
    'a capability that ports need',
    pod(
      a(
        'securityContext: {capabilities: {add: [NET_BIND_SERVICE]}}, ports: [{containerPort: 53, protocol: UDP}]',
      ),
    ),
    'review Run as user and group 10001, allowing port 53: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001; append spec.securityContext.sysctls = {name: "net.ipv4.ip_unprivileged_port_start", value: "0"}',
  ],
  [
    'privileged',
    pod(secured('privileged: true')),
    'unfixable: Container a is privileged, so another user hardly limits it. Decide first whether it has to be privileged.',
  ],
  [
    'the network of the node',
    pod(a(), 'hostNetwork: true'),
    'unfixable: Container a uses the network of the node, and many such programs configure it or open ports below 1024 as root. Decide whether it needs that; if it does, keep root and ignore this check.',
  ],
  [
    'the processes of the node',
    pod(a(), 'hostPID: true'),
    'unfixable: Container a shares the processes of the node, where usually only root has access. Decide whether it needs that; if it does, keep root and ignore this check.',
  ],
  [
    'the memory of the node',
    pod(a(), 'hostIPC: true'),
    'unfixable: Container a shares the memory of the node, where usually only root has access. Decide whether it needs that; if it does, keep root and ignore this check.',
  ],
  [
    'the socket of the container runtime',
    pod(a(data), 'volumes: [{name: data, hostPath: {path: /var/run/docker.sock}}]'),
    'unfixable: Container a mounts /var/run/docker.sock of the node, where usually only root has access. Decide whether it needs that; if it does, keep root and ignore this check.',
  ],
  [
    'the whole node',
    pod(a(data), 'volumes: [{name: data, hostPath: {path: /}}]'),
    'unfixable: Container a mounts / of the node, where usually only root has access. Decide whether it needs that; if it does, keep root and ignore this check.',
  ],
  [
    'a command that changes owners',
    pod(
      secured('runAsUser: 20000, runAsGroup: 20000'),
      `initContainers: [{name: b, image: busybox, command: [sh, -c, "chown -R 999 /data"]}]`,
    ),
    'unfixable: Init container b runs chown, which needs root. With fsGroup in the security context of the Pod it may not be needed at all; if it is, keep root and ignore this check.',
  ],
  [
    'a command that installs packages',
    pod(a('command: [sh, -c, "apt-get update && apt-get install -y curl"]')),
    'unfixable: Container a runs apt-get, which needs root. Decide whether it needs that; if it does, keep root and ignore this check.',
  ],
  [
    'an image with a user that is not root',
    pod(a('securityContext: {runAsNonRoot: true, capabilities: {add: [NET_ADMIN]}}')),
    'review Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
  ],
  [
    'a low port',
    pod(a('ports: [{containerPort: 8080}, {containerPort: 80}]')),
    'review Run as user and group 10001, allowing port 80: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001; append spec.securityContext.sysctls = {name: "net.ipv4.ip_unprivileged_port_start", value: "0"}',
  ],
  [
    'the port of an SSH server',
    pod(a('ports: [{containerPort: 22}]')),
    'unfixable: Container a opens port 22, and an SSH server needs root to start sessions of other users. Decide whether it needs that; if it does, keep root and ignore this check.',
  ],
  [
    'a low port that a probe names, allowed already',
    pod(
      a('readinessProbe: {httpGet: {port: 80}}'),
      'securityContext: {sysctls: [{name: net.ipv4.ip_unprivileged_port_start, value: "80"}]}',
    ),
    'review Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
  ],
  [
    'a web server that starts as root',
    pod('{name: a, image: "docker.io/library/nginx:1.27"}'),
    'unfixable: Container a should keep its user: nginx images start as root to open port 80 and then run as user and group 101, to which their files belong. Use nginxinc/nginx-unprivileged, which works with any user and listens on port 8080, or ignore this check, which asks for 10000 or more.',
  ],
  [
    'the same for any user',
    pod('{name: a, image: "nginxinc/nginx-unprivileged:1.27"}'),
    'review Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
  ],
  [
    'a database',
    statefulSet('{name: a, image: "postgres:17-alpine"}'),
    'unfixable: Container a should keep its user: postgres images start as root to give their data directory to a user of their own and then run as user and group 70, to which the files in volume tmp belong. Use an image that is built for another user, or ignore this check, which asks for 10000 or more.',
  ],
  [
    'a database of which only a tool runs',
    cronJob('{name: a, image: "postgres:17", command: [pg_dump]}'),
    'review Run as user and group 10001: set spec.jobTemplate.spec.template.spec.securityContext.runAsUser = 10001; set spec.jobTemplate.spec.template.spec.securityContext.runAsGroup = 10001',
  ],
  [
    'a database with its own user, chosen',
    pod('{name: a, image: "redis:8", securityContext: {runAsUser: 999, runAsGroup: 20000}}'),
    'unfixable: Container a should keep its user: redis images start as root to give their data directory to a user of their own and then run as user and group 999, to which their files belong. Use an image that is built for another user, or ignore this check, which asks for 10000 or more.',
  ],
  [
    'an image of Bitnami',
    pod('{name: a, image: "bitnami/redis:8"}'),
    'unfixable: Container a should keep its user: redis images run as user 1001, to which their files belong. Use an image that is built for another user, or ignore this check, which asks for 10000 or more.',
  ],
  [
    'an image with a high user',
    statefulSet('{name: a, image: "quay.io/prometheus/prometheus:v3.13.2"}'),
    'review Run as user and group 65534: set spec.template.spec.securityContext.runAsUser = 65534; set spec.template.spec.securityContext.runAsGroup = 65534',
  ],
  [
    'an image that runs as any user',
    pod('{name: a, image: "python:3.14"}'),
    'review Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
  ],
  [
    'a web server and another container',
    pod(`${a()}, {name: b, image: nginx}`),
    'review Run container a as user and group 10001: set spec.containers[0].securityContext.runAsUser = 10001; set spec.containers[0].securityContext.runAsGroup = 10001',
  ],
  [
    'a Secret that others cannot read',
    pod(a(data), 'volumes: [{name: data, secret: {secretName: a, defaultMode: 0400}}]'),
    'review Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001; set spec.securityContext.fsGroup = 10001',
  ],
  [
    'the same in one of two containers',
    pod(
      `${a(data)}, {name: b, image: b}`,
      'volumes: [{name: data, configMap: {name: a, items: [{key: a, path: a, mode: 288}]}}]',
    ),
    'review Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001; set spec.securityContext.fsGroup = 10001',
    'review Run container a as user and group 10001: set spec.containers[0].securityContext.runAsUser = 10001; set spec.containers[0].securityContext.runAsGroup = 10001; set spec.securityContext.fsGroup = 10001',
  ],
  [
    'a projected Secret, with a group',
    pod(
      a(data),
      'securityContext: {fsGroup: 5}, volumes: [{name: data, projected: {defaultMode: 0440, sources: [{secret: {name: a}}]}}]',
    ),
    'review Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
  ],
  [
    'a Secret that everybody can read',
    pod(a(data), 'volumes: [{name: data, secret: {secretName: a, defaultMode: 0444}}]'),
    'review Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
  ],
  [
    'a Secret that this container does not mount',
    pod(a(), 'volumes: [{name: data, secret: {secretName: a, defaultMode: 0400}}]'),
    'review Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
  ],
  [
    'a low user and such a Secret',
    pod(
      a(`securityContext: {runAsUser: 1000, runAsGroup: 20000}, ${data}`),
      'volumes: [{name: data, downwardAPI: {defaultMode: 384}}]',
    ),
    'risky Set user ID to 20000: set spec.containers[0].securityContext.runAsUser = 20000; set spec.securityContext.fsGroup = 20000',
  ],
  [
    'Windows',
    pod(a(), 'os: {name: windows}'),
    'unfixable: These Pods run on Windows, which has no user and group IDs, and with os.name windows the API refuses both. Set windowsOptions.runAsUserName, for example to ContainerUser, and ignore this check.',
  ],
  [
    'Windows by its nodes',
    pod(a(), 'nodeSelector: {kubernetes.io/os: windows}'),
    'unfixable: These Pods run on Windows, which has no user and group IDs, and with os.name windows the API refuses both. Set windowsOptions.runAsUserName, for example to ContainerUser, and ignore this check.',
  ],
  [
    'Windows by affinity',
    pod(
      a(),
      'affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/os, operator: In, values: [windows]}]}]}}}',
    ),
    'unfixable: These Pods run on Windows, which has no user and group IDs, and with os.name windows the API refuses both. Set windowsOptions.runAsUserName, for example to ContainerUser, and ignore this check.',
  ],
  [
    'Windows or not',
    pod(
      a(),
      'affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/os, operator: In, values: [windows, linux]}]}]}}}',
    ),
    'review Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
  ],
  [
    'a context of the wrong type',
    pod(a('securityContext: none')),
    'review Run as user and group 10001: set spec.securityContext.runAsUser = 10001; set spec.securityContext.runAsGroup = 10001',
  ],
])

const anyUser =
  'Check that the image runs as any user: some need root at start, or own the directories they write to.'

test.each([
  ['an unknown image', pod(a()), anyUser],
  [
    'a claim template',
    statefulSet(a()),
    'Existing files in volume tmp belong to another user: check that the group can use them, or change their owner first. fsGroup gives the group access to the volumes, which takes long when they are large, but with OnRootMismatch only once.',
  ],
  [
    'a claim whose Pod changes the group at every start',
    pod(
      a(),
      'securityContext: {fsGroupChangePolicy: Always}, volumes: [{name: data, persistentVolumeClaim: {}}]',
    ),
    'Existing files in volume data belong to another user: check that the group can use them, or change their owner first. fsGroup gives the group access to the volumes, which takes long when they are large.',
  ],
  [
    'a directory of the node',
    pod(a(data), 'volumes: [{name: data, hostPath: {path: /srv/web}}]'),
    `Existing files in volume data belong to another user, and fsGroup does not change that: check their owner and mode. ${anyUser}`,
  ],
  [
    'a chosen user',
    pod(secured('runAsUser: 999, runAsGroup: 20000')),
    'It replaces user 999, to which files in the image and in the volumes may belong.',
  ],
  [
    'root on purpose',
    pod(secured('runAsUser: 0, runAsGroup: 20000')),
    'It replaces root: check that the program neither writes where only root may, nor needs a capability.',
  ],
  [
    'a chosen group',
    pod(secured('runAsUser: 20000, runAsGroup: 999')),
    'It replaces group 999, to which files in the image and in volumes may belong.',
  ],
  [
    'group 0',
    pod(secured('runAsUser: 20000, runAsGroup: 0')),
    'It replaces group 0, to which many images give the directories that any user may write to: check that the program needs none of them.',
  ],
  [
    'no group beside a high user',
    pod(secured('runAsUser: 20000')),
    'User 20000 then has no other group: check that it does not need files of the group it has in the image.',
  ],
  [
    'a low port',
    pod(a('ports: [{containerPort: 80}]')),
    `${anyUser} The sysctl net.ipv4.ip_unprivileged_port_start lets it open port 80 without root.`,
  ],
  [
    'a Secret that others cannot read',
    pod(a(data), 'volumes: [{name: data, secret: {defaultMode: 0400}}]'),
    `${anyUser} fsGroup lets the group read volume data (mode 0400), which a program that checks the mode may refuse.`,
  ],
  [
    'an image that runs as any user',
    pod('{name: a, image: "python:3.14"}'),
    'python images run as any user: check the directories that your program writes to.',
  ],
  [
    'an image with a high user',
    pod('{name: a, image: prom/prometheus}'),
    'prometheus images run as this user anyway: check that yours does, too.',
  ],
  [
    'an image with a user that is not root',
    pod(secured('runAsNonRoot: true')),
    'The image has a user other than root, to which files in it may belong: check that it runs as any user.',
  ],
])('the note for %s', async (_, text, note) => {
  expect(await notesFor('container-security-context-user-group-id', text)).toEqual([note])
})
