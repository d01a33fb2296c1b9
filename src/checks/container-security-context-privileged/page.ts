import type { CheckPage } from '../../pages/checkPage'

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
  byDefault: 'false',
  podSecurity: 'baseline',
  number: {
    text: '14',
    source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  },
  picture: {
    kind: 'bar',
    caption:
      'Of the 41 capabilities of the kernel, 14 are granted by default; a privileged container gets the other 27 too.',
    unit: 'capabilities',
    total: 41,
    parts: [
      { label: 'by default', amount: 14, tone: 'plain' },
      { label: 'only if privileged', amount: 27, tone: 'bad' },
    ],
  },
  question: {
    ask: 'Which of these Pods does this check let through?',
    choices: [
      {
        label: 'Capability SYS_ADMIN added',
        yaml: pod('      securityContext: { capabilities: { add: [SYS_ADMIN] } }'),
      },
      {
        label: 'Privileged, but as user 10001',
        yaml: pod('      securityContext: { privileged: true, runAsUser: 10001 }'),
      },
      {
        label: 'Only the init container is privileged',
        yaml: pod(
          '  initContainers:',
          '    - name: tune',
          '      image: registry.example.com/tune:1.4.2',
          '      securityContext: { privileged: true }',
        ),
      },
      {
        label: 'The disk of the node as a hostPath volume',
        yaml: pod(
          '      volumeMounts:',
          '        - { name: node, mountPath: /node }',
          '  volumes:',
          '    - { name: node, hostPath: { path: / } }',
        ),
      },
    ],
    explanation:
      'This check looks at one flag, at every container and init container, whatever the user. SYS_ADMIN and a hostPath of / pass here although they lead to the node as well; the Pod Security level baseline refuses all four.',
  },
  related: [
    'container-security-context-user-group-id',
    'container-seccomp-profile',
    'container-security-context-readonlyrootfilesystem',
  ],
} satisfies CheckPage
