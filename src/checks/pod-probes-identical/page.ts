import type { CheckPage } from '../../pages/checkPage'

const pod = (readiness: string, liveness: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      ports:
        - name: http
          containerPort: 8080
        - name: admin
          containerPort: 9090
      readinessProbe:
${readiness}      livenessProbe:
${liveness}`

const http = (path: string, port: string, more = ''): string => `        httpGet:
          path: ${path}
          port: ${port}
${more}`

export default {
  enforcedBy: ['kubelet'],
  byDefault: 'No probes; each one acts after 3 failures, 10 seconds apart',
  number: { text: '107 percent', source: 'computed in the text' },
  picture: {
    kind: 'timeline',
    unit: 's',
    until: 90,
    caption:
      'An app is overloaded for 50 seconds, and every probe takes too long: what one shared probe does, and what two different ones do.',
    lanes: [
      {
        label: 'Load',
        spans: [
          { from: 0, to: 10, label: 'normal', tone: 'plain' },
          { from: 10, to: 60, label: 'overloaded', tone: 'bad' },
          { from: 60, to: 90, label: 'normal', tone: 'plain' },
        ],
      },
      {
        label: 'Same question twice',
        spans: [
          { from: 0, to: 40, label: 'has traffic', tone: 'good' },
          { from: 40, to: 90, label: 'killed, starts cold', tone: 'bad' },
        ],
      },
      {
        label: 'Liveness asks /livez',
        spans: [
          { from: 0, to: 40, label: 'has traffic', tone: 'good' },
          { from: 40, to: 60, label: 'no traffic, recovers', tone: 'plain' },
          { from: 60, to: 90, label: 'has traffic', tone: 'good' },
        ],
      },
    ],
  },
  question: {
    ask: 'Which of these Pods have two probes that this check takes for different ones?',
    choices: [
      {
        label: 'Same path, liveness with failureThreshold 6',
        yaml: pod(http('/healthz', '8080'), http('/healthz', '8080', '        failureThreshold: 6\n')),
      },
      {
        label: 'Same path, port http and port admin',
        yaml: pod(http('/healthz', 'http'), http('/healthz', 'admin')),
      },
      {
        label: 'HTTP on port 8080, liveness TCP on port 8080',
        yaml: pod(http('/healthz', '8080'), '        tcpSocket:\n          port: 8080\n'),
      },
      {
        label: 'Same path, port 8080 and port 9090',
        yaml: pod(http('/healthz', '8080'), http('/healthz', '9090')),
      },
    ],
    explanation:
      'The check compares what is asked, not how often: a higher threshold is a sound design, but not seen here. All named ports count as number 0, so http and admin are the same port to it, while 8080 and 9090 are not. Probes of two kinds always differ.',
  },
  related: ['pod-probes', 'deployment-replicas'],
} satisfies CheckPage
