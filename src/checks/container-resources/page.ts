import type { CheckPage } from '../../pages/checkPage'

/** All four values, indented for a container or for the Pod. */
const amounts = (indent: string): string =>
  [
    'resources:',
    '  requests:',
    '    cpu: 100m',
    '    memory: 256Mi',
    '  limits:',
    '    cpu: 500m',
    '    memory: 256Mi',
  ]
    .map((line) => `${indent}${line}\n`)
    .join('')

/** A Pod with the container `web`; `spec` holds further fields of the Pod. */
const pod = (container: string, spec = ''): string => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
${spec}  containers:
    - name: web
      image: registry.example.com/web:1.4.2
${container}`

export default {
  enforcedBy: ['scheduler', 'kernel'],
  byDefault: 'No request and no limit; a limit alone is copied into the request',
  number: {
    text: '100 milliseconds',
    source: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
  },
  picture: {
    kind: 'timeline',
    caption: 'When four busy threads on four free cores run and when they wait, by CPU limit.',
    unit: 'ms',
    until: 200,
    lanes: [
      {
        label: 'limit 500m',
        spans: [
          { from: 0, to: 12.5, label: 'run', tone: 'good' },
          { from: 12.5, to: 100, label: 'throttled', tone: 'bad' },
          { from: 100, to: 112.5, label: 'run', tone: 'good' },
          { from: 112.5, to: 200, label: 'throttled', tone: 'bad' },
        ],
      },
      {
        label: 'limit 2',
        spans: [
          { from: 0, to: 50, label: 'run', tone: 'good' },
          { from: 50, to: 100, label: 'throttled', tone: 'bad' },
          { from: 100, to: 150, label: 'run', tone: 'good' },
          { from: 150, to: 200, label: 'throttled', tone: 'bad' },
        ],
      },
      { label: 'no limit', spans: [{ from: 0, to: 200, label: 'run', tone: 'good' }] },
    ],
  },
  question: {
    ask: 'Which of these Pods state a request and a limit for each of their containers?',
    choices: [
      {
        label: 'Limits only; the API server copies them into the requests',
        yaml: pod(`      resources:
        limits:
          cpu: 500m
          memory: 256Mi
`),
      },
      { label: 'All four values for the container', yaml: pod(amounts('      ')) },
      {
        label: 'All four values for the container, none for its init container',
        yaml: pod(
          amounts('      '),
          `  initContainers:
    - name: migrate
      image: registry.example.com/migrate:1.4.2
`,
        ),
      },
      { label: 'All four values for the whole Pod', yaml: pod('', amounts('  ')) },
    ],
    explanation:
      'Only what is written in each container counts, init containers included. Copied requests work in the cluster, and so do values for the whole Pod, but this check still asks for them in the containers.',
  },
  related: ['container-memory-requests-equal-limits', 'container-ephemeral-storage-request-and-limit'],
} satisfies CheckPage
