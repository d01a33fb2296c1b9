import type { CheckPage } from '../../pages/checkPage'

const pod = (...containers: readonly string[]): string => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
${containers.join('')}`

const container = (name: string, ...ports: readonly string[]): string => `    - name: ${name}
      image: registry.example.com/${name}:1.4.2
      ports:
${ports.join('')}`

const port = (name: string, number: number, protocol = 'TCP'): string => `        - name: ${name}
          containerPort: ${number}
          protocol: ${protocol}
`

export default {
  enforcedBy: ['API server'],
  byDefault: 'No list: the container can listen all the same, but its ports have no names',
  number: {
    text: '15 characters',
    source: 'https://datatracker.ietf.org/doc/html/rfc6335#section-5.1',
  },
  picture: {
    kind: 'flow',
    caption:
      'A Service looks up its target port by name in the Pod; with a second port of that name there would be two answers.',
    boxes: [
      { label: 'Service, targetPort: http', tone: 'plain' },
      { label: 'Name http', tone: 'plain' },
      { label: 'Port 8080', tone: 'good' },
      { label: 'Port 9090, also http', tone: 'bad' },
    ],
    arrows: [
      { from: 0, to: 1, label: 'asks for', tone: 'plain' },
      { from: 1, to: 2, label: 'first', tone: 'good' },
      { from: 1, to: 3, label: 'second: refused', tone: 'bad' },
    ],
  },
  question: {
    ask: 'Which of these Pods does the API server accept?',
    choices: [
      {
        label: 'dns on TCP and dns on UDP in one container',
        yaml: pod(container('dns', port('dns', 53), port('dns', 53, 'UDP'))),
      },
      {
        label: 'http in two containers of the Pod',
        yaml: pod(container('web', port('http', 8080)), container('proxy', port('http', 8081))),
      },
      { label: 'A port named prometheus-http', yaml: pod(container('web', port('prometheus-http', 9090))) },
      { label: 'A port named metrics-exporter', yaml: pod(container('web', port('metrics-exporter', 9090))) },
    ],
    explanation:
      'Names must differ within one container whatever the protocol, which is why DNS servers use dns and dns-tcp. The same name in two containers is accepted, with a warning. prometheus-http has exactly 15 characters, metrics-exporter has 16.',
  },
  related: ['service-targets-pod', 'pod-probes'],
} satisfies CheckPage
