import type { CheckPage } from '../../pages/checkPage'

const pod = (container: string, volumes = ''): string => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
${container}${volumes}`

export default {
  enforcedBy: ['scheduler', 'kubelet'],
  since: '1.10',
  byDefault: 'No request and no limit; a limit alone is copied into the request',
  number: {
    text: '10%',
    source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/',
  },
  picture: {
    kind: 'flow',
    caption:
      'What happens while a container without a limit fills the disk of its node; all Pods have the same priority.',
    boxes: [
      { label: 'the container writes', tone: 'plain' },
      { label: 'DiskPressure: no new Pods', tone: 'bad' },
      { label: 'dead containers and unused images are deleted', tone: 'plain' },
      { label: 'the Pod furthest above its request is evicted', tone: 'bad' },
      { label: 'its replacement starts on another node', tone: 'bad' },
    ],
    arrows: [
      { from: 0, to: 1, label: 'less than 10% free', tone: 'bad' },
      { from: 1, to: 2, label: 'first', tone: 'plain' },
      { from: 2, to: 3, label: 'still too little free', tone: 'bad' },
      { from: 3, to: 4, label: 'controller', tone: 'plain' },
    ],
  },
  question: {
    ask: 'Which of these Pods have a request and a limit for what their container writes to the node’s disk?',
    choices: [
      {
        label: 'Read-only root file system, no amounts',
        yaml: pod(`      securityContext:
        readOnlyRootFilesystem: true
`),
      },
      {
        label: 'An emptyDir volume with a sizeLimit for /tmp, no amounts',
        yaml: pod(
          `      volumeMounts:
        - name: tmp
          mountPath: /tmp
`,
          `  volumes:
    - name: tmp
      emptyDir:
        sizeLimit: 1Gi
`,
        ),
      },
      {
        label: 'Request 1Gi, limit 2Gi',
        yaml: pod(`      resources:
        requests:
          ephemeral-storage: 1Gi
        limits:
          ephemeral-storage: 2Gi
`),
      },
      {
        label: 'Limit 2Gi only',
        yaml: pod(`      resources:
        limits:
          ephemeral-storage: 2Gi
`),
      },
    ],
    explanation:
      'Logs count even when the root file system is read-only, and a sizeLimit covers one volume only. A limit alone is copied into the request by the API server, but this check asks for both to be written down.',
  },
  related: ['container-resources', 'container-ephemeral-storage-request-equals-limit'],
} satisfies CheckPage
