import { expect, test } from 'vitest'
import { fixTable, notesFor } from '../testing/fixTable'
import { a, cronJob, pod, workload } from '../testing/manifests'

const secured = (context: string) => a(`securityContext: {${context}}`)

const flag = 'securityContext: {privileged: true}'

const data = 'volumeMounts: [{name: data, mountPath: /data}]'

fixTable('container-security-context-privileged', [
  [
    'in a CronJob',
    cronJob(secured('privileged: true')),
    'risky Set privileged to false: set spec.jobTemplate.spec.template.spec.containers[0].securityContext.privileged = false',
  ],
  [
    'with capabilities of its own',
    pod(secured('privileged: true, capabilities: {add: [NET_ADMIN]}')),
    'risky Set privileged to false: set spec.containers[0].securityContext.privileged = false',
  ],
  [
    'mounts for others',
    pod(
      a(`${flag}, volumeMounts: [{name: data, mountPath: /mnt, mountPropagation: Bidirectional}]`),
      'volumes: [{name: data, emptyDir: {}}]',
    ),
    'unfixable: Container a mounts /mnt with mountPropagation Bidirectional, which the API allows to privileged containers only. If it has to be, keep it in a namespace of its own and ignore this check there.',
  ],
  [
    'a block device',
    pod(a(`${flag}, volumeDevices: [{name: data, devicePath: /dev/xvda}]`)),
    'unfixable: Container a uses the block device /dev/xvda, mostly to mount it. If it has to be, keep it in a namespace of its own and ignore this check there.',
  ],
  [
    'a device of the node',
    pod(a(`${flag}, ${data}`), 'volumes: [{name: data, hostPath: {path: /dev/kvm}}]'),
    'unfixable: Container a mounts /dev/kvm of the node, so it probably manages the node. If it has to be, keep it in a namespace of its own and ignore this check there.',
  ],
  [
    'a directory of CNI plugins',
    pod(a(`${flag}, ${data}`), 'volumes: [{name: data, hostPath: {path: /opt/cni/bin/}}]'),
    'unfixable: Container a mounts /opt/cni/bin/ of the node, so it probably manages the node. If it has to be, keep it in a namespace of its own and ignore this check there.',
  ],
  [
    'another directory of the node',
    pod(a(`${flag}, ${data}`), 'volumes: [{name: data, hostPath: {path: /development}}]'),
    'risky Set privileged to false: set spec.containers[0].securityContext.privileged = false',
  ],
  [
    'a directory of every node',
    workload(
      'DaemonSet',
      `template: {spec: {containers: [${a(`${flag}, ${data}`)}], volumes: [{name: data, hostPath: {path: /srv}}]}}`,
    ),
    'unfixable: Container a mounts /srv of the node, so it probably manages the node. If it has to be, keep it in a namespace of its own and ignore this check there.',
  ],
  [
    'a directory of the node that another container mounts',
    pod(`{name: b, image: b, ${data}}, ${a(flag)}`, 'volumes: [{name: data, hostPath: {path: /dev}}]'),
    'risky Set privileged to false: set spec.containers[1].securityContext.privileged = false',
  ],
  [
    'the processes of the node',
    pod(a(flag), 'hostPID: true'),
    'unfixable: Container a shares the processes of the node, so it probably manages the node. If it has to be, keep it in a namespace of its own and ignore this check there.',
  ],
  [
    'the memory of the node',
    pod(a(flag), 'hostIPC: true'),
    'unfixable: Container a shares the memory of the node, so it probably manages the node. If it has to be, keep it in a namespace of its own and ignore this check there.',
  ],
  [
    'a network plugin',
    pod(`{name: a, image: "quay.io/calico/calico-node:v3", ${flag}}`),
    'unfixable: Container a seems to manage its node or to run other containers (calico-node), which takes a privileged container. If it has to be, keep it in a namespace of its own and ignore this check there.',
  ],
  [
    'a storage plugin by name',
    pod(`{name: csi-node, image: a, ${flag}}`),
    'unfixable: Container csi-node seems to manage its node or to run other containers (csi-node), which takes a privileged container. If it has to be, keep it in a namespace of its own and ignore this check there.',
  ],
  [
    'Docker in Docker',
    pod(`{name: a, image: "docker:27-dind", ${flag}}`),
    'unfixable: Container a seems to manage its node or to run other containers (docker:27-dind), which takes a privileged container. If it has to be, keep it in a namespace of its own and ignore this check there.',
  ],
  [
    'the network of every node',
    workload('DaemonSet', `template: {spec: {hostNetwork: true, containers: [${a(flag)}]}}`),
    'unfixable: Container a runs on every node in the network of the node, so it probably manages that. If it has to be, keep it in a namespace of its own and ignore this check there.',
  ],
  [
    'the network of a node',
    pod(a(flag), 'hostNetwork: true'),
    'risky Set privileged to false: set spec.containers[0].securityContext.privileged = false',
  ],
  [
    'Windows',
    pod(a(flag), 'os: {name: windows}'),
    'unfixable: These Pods run on Windows, which has no privileged containers, and with os.name windows the API refuses the field. Remove it; a Pod that manages the node sets windowsOptions.hostProcess instead.',
  ],
])

test('the note names single capabilities, or those that are there', async () => {
  const notes = (context: string) => notesFor('container-security-context-privileged', pod(secured(context)))
  expect(await notes('privileged: true')).toEqual([
    'Whatever it needs the flag for then fails. Often a single capability is enough, such as NET_ADMIN for routes or SYS_PTRACE for debuggers: write it below capabilities.add.',
  ])
  expect(await notes('privileged: true, capabilities: {add: [NET_ADMIN]}')).toEqual([
    'Then only the default capabilities and those below add are left: check that it needs no other one, and no device of the node.',
  ])
})
