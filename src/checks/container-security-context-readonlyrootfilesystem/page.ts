import type { CheckPage } from '../../pages/checkPage'
import { bad, good } from '../../pages/tones'

const readOnly = 'securityContext: { readOnlyRootFilesystem: true }'

const pod = (...lines: readonly string[]): string => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
${lines.join('\n')}
`

export default {
  enforcedBy: ['container runtime', 'kernel'],
  byDefault: 'false: a writable layer on top of the image',
  number: {
    text: '30',
    source: 'https://github.com/torvalds/linux/blob/master/include/uapi/asm-generic/errno-base.h',
  },
  picture: {
    kind: 'grid',
    caption: 'Where an intruder can store a program and start it.',
    columns: ['by default', 'with a read-only root'],
    rows: [
      { label: '/usr/local/bin, as root', cells: [bad('yes'), good('no')] },
      { label: '/usr/local/bin, as user 10001', cells: [good('no'), good('no')] },
      { label: '/tmp of the image', cells: [bad('yes'), good('no')] },
      { label: '/tmp on an emptyDir', cells: [bad('yes'), bad('yes')] },
    ],
  },
  question: {
    ask: 'In which of these Pods is the root filesystem of every container read-only?',
    choices: [
      {
        label: 'Set, with a writable emptyDir at /tmp',
        yaml: pod(
          `      ${readOnly}`,
          '      volumeMounts:',
          '        - { name: tmp, mountPath: /tmp }',
          '  volumes:',
          '    - { name: tmp, emptyDir: { sizeLimit: 100Mi } }',
        ),
      },
      {
        label: 'Not set; runs as user 10001 without escalation',
        yaml: pod('      securityContext: { runAsUser: 10001, allowPrivilegeEscalation: false }'),
      },
      {
        label: 'Set, but not at the init container',
        yaml: pod(
          `      ${readOnly}`,
          '  initContainers:',
          '    - name: migrate',
          '      image: registry.example.com/migrate:1.4.2',
        ),
      },
      {
        label: 'Not set; its only volume is mounted with readOnly: true',
        yaml: pod(
          '      volumeMounts:',
          '        - { name: settings, mountPath: /etc/web, readOnly: true }',
          '  volumes:',
          '    - { name: settings, configMap: { name: web } }',
        ),
      },
    ],
    explanation:
      'The field is about the layer on top of the image, and each container needs its own, init containers too. A volume may stay writable. Another user changes who may write to the layer, and readOnly at a mount is about that volume alone.',
  },
  related: ['container-security-context-user-group-id', 'container-ephemeral-storage-request-and-limit'],
} satisfies CheckPage
