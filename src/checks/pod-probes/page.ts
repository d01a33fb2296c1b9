import type { CheckPage } from '../../pages/checkPage'

const probe = (kind: string, path: string): string => `      ${kind}:
        httpGet:
          path: ${path}
          port: 8080
`

/** A Pod of the given containers, and the Service that sends traffic to it. */
const served = (...containers: readonly string[]): string => `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: 8080
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
spec:
  containers:
${containers.join('')}`

const container = (name: string, ...probes: readonly string[]): string => `    - name: ${name}
      image: registry.example.com/${name}:1.4.2
${probes.join('')}`

export default {
  enforcedBy: ['kubelet', 'controller'],
  byDefault: 'No probe: the container counts as healthy and ready as soon as it runs',
  number: {
    text: '30 seconds',
    source: 'https://kubernetes.io/docs/concepts/workloads/pods/probes/#configure-probes',
  },
  picture: {
    kind: 'timeline',
    unit: 's',
    until: 60,
    caption:
      'An app needs 20 seconds to start and breaks after 31, one second after a good answer: which probes give it traffic, and when.',
    lanes: [
      {
        label: 'App',
        spans: [
          { from: 0, to: 20, label: 'starts', tone: 'plain' },
          { from: 20, to: 31, label: 'works', tone: 'good' },
          { from: 31, to: 60, label: 'broken', tone: 'bad' },
        ],
      },
      {
        label: 'Traffic without a readiness probe',
        spans: [
          { from: 0, to: 20, label: 'errors', tone: 'bad' },
          { from: 20, to: 31, label: 'answers', tone: 'good' },
          { from: 31, to: 60, label: 'errors', tone: 'bad' },
        ],
      },
      {
        label: 'Traffic with a readiness probe every 10 s',
        spans: [
          { from: 0, to: 20, label: 'none', tone: 'plain' },
          { from: 20, to: 31, label: 'answers', tone: 'good' },
          { from: 31, to: 60, label: 'errors until the third failure', tone: 'bad' },
        ],
      },
    ],
  },
  question: {
    ask: 'All of these Pods receive traffic from a Service. Which of them pass this check?',
    choices: [
      {
        label: 'Startup and liveness probe, no readiness probe',
        yaml: served(container('web', probe('startupProbe', '/livez'), probe('livenessProbe', '/livez'))),
      },
      {
        label: 'Readiness probe only',
        yaml: served(container('web', probe('readinessProbe', '/readyz'))),
      },
      {
        label: 'Readiness and liveness probe',
        yaml: served(container('web', probe('readinessProbe', '/readyz'), probe('livenessProbe', '/livez'))),
      },
      {
        label: 'App without probes, proxy beside it with both',
        yaml: served(
          container('web'),
          container('proxy', probe('readinessProbe', '/ready'), probe('livenessProbe', '/live')),
        ),
      },
    ],
    explanation:
      'One readiness and one liveness probe anywhere in the Pod are enough for the check, so the proxy hides the app, which still gets traffic before it can answer. A startup probe does not replace a readiness probe: once it has passed, nothing takes the Pod out of the Service. Readiness alone gets advice about the liveness probe; you may decide against one.',
  },
  related: ['pod-probes-identical', 'deployment-strategy', 'service-targets-pod'],
} satisfies CheckPage
