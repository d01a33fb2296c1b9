import type { CheckPage } from '../../pages/checkPage'
import { plain } from '../../pages/tones'

const runtimeDefault = '{ seccompProfile: { type: RuntimeDefault } }'

const container = (name: string, context = ''): string => `    - name: ${name}
      image: registry.example.com/${name}:1.4.2
${context === '' ? '' : `      securityContext: ${context}\n`}`

const pod = (spec: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
${spec}`

export default {
  enforcedBy: ['container runtime', 'kernel'],
  since: '1.19',
  byDefault: 'Unconfined, unless the kubelet runs with seccompDefault',
  podSecurity: 'restricted',
  number: { text: '44', source: 'https://docs.docker.com/engine/security/seccomp/' },
  picture: {
    kind: 'flow',
    caption:
      'The filter of RuntimeDefault refuses the call unshare before the kernel acts on it; Unconfined is no filter at all.',
    boxes: [plain('Ordinary container'), plain('Filter in the kernel'), plain('Call in the kernel')],
    arrows: [
      { from: 0, to: 1, label: 'RuntimeDefault: write', tone: 'plain' },
      { from: 1, to: 2, label: 'allowed', tone: 'good' },
      { from: 0, to: 1, label: 'RuntimeDefault: unshare', tone: 'plain' },
      { from: 1, to: 0, label: 'Operation not permitted', tone: 'good' },
      { from: 0, to: 2, label: 'Unconfined: unshare', tone: 'bad' },
    ],
  },
  question: {
    ask: 'Which of these Pods pass this check, filtered or not?',
    choices: [
      {
        label: 'Pod: Unconfined',
        yaml: pod(`  securityContext: { seccompProfile: { type: Unconfined } }
  containers:
${container('web')}`),
      },
      {
        label: 'A profile at one of two containers',
        yaml: pod(`  containers:
${container('web', runtimeDefault)}${container('proxy')}`),
      },
      {
        label: 'A profile at the container, none at the init container',
        yaml: pod(`  initContainers:
${container('migrate')}  containers:
${container('web', runtimeDefault)}`),
      },
      {
        label: 'A profile at the init container only',
        yaml: pod(`  initContainers:
${container('migrate', runtimeDefault)}  containers:
${container('web')}`),
      },
    ],
    explanation:
      'A profile of the Pod is enough, even Unconfined, which filters nothing. Without it every container needs its own. Init containers are not checked, so the third Pod passes although migrate runs without a filter; Pod Security would refuse the first and the third.',
  },
  related: ['container-security-context-privileged', 'container-security-context-user-group-id'],
} satisfies CheckPage
