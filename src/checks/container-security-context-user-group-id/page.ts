import type { CheckPage } from '../../pages/checkPage'
import { bad, good, plain } from '../../pages/tones'

const pod = (ofPod: string, ofContainer: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext: { ${ofPod} }
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext: { ${ofContainer} }
`

export default {
  enforcedBy: ['container runtime', 'kernel'],
  byDefault: 'The user and group of the image, often 0 (root)',
  number: {
    text: '65535',
    source: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/',
  },
  picture: {
    kind: 'grid',
    caption: 'Which user a process is in its container, and which user it is for the node.',
    columns: ['in the container', 'on the node'],
    rows: [
      { label: 'No field, image without USER', cells: [plain('0 (root)'), bad('0 (root)')] },
      { label: 'runAsUser: 1000', cells: [plain('1000'), bad('1000, perhaps a person')] },
      { label: 'runAsUser: 10001', cells: [plain('10001'), good('10001, rarely an account')] },
      { label: 'runAsUser: 0, hostUsers: false', cells: [plain('0 (root)'), good('above 65535')] },
    ],
  },
  question: {
    ask: 'In which of these Pods do the fields guarantee that both IDs of the container are 10000 or more?',
    choices: [
      {
        label: 'Pod: user 10001, no group',
        yaml: pod('runAsUser: 10001', 'allowPrivilegeEscalation: false'),
      },
      {
        label: 'Pod: both 10001; container: another setting',
        yaml: pod('runAsUser: 10001, runAsGroup: 10001', 'allowPrivilegeEscalation: false'),
      },
      {
        label: 'Pod: both 10001; container: user 1000',
        yaml: pod('runAsUser: 10001, runAsGroup: 10001', 'runAsUser: 1000'),
      },
      {
        label: 'Pod: group 10001; container: user 10001',
        yaml: pod('runAsGroup: 10001', 'runAsUser: 10001'),
      },
    ],
    explanation:
      'The two levels are merged field by field. A security context of the container does not replace that of the Pod as a whole, but each field in it wins over the same field of the Pod. Without a group the runtime falls back to the image, or to 0.',
  },
  related: [
    'container-security-context-privileged',
    'container-security-context-readonlyrootfilesystem',
    'container-seccomp-profile',
  ],
} satisfies CheckPage
