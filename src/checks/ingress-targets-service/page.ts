import type { CheckPage } from '../../pages/checkPage'

const service = (port: number): string => `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: { app: web }
  ports:
    - name: http
      port: ${port}
      targetPort: 8080
---
`

const ingress = (port: string, namespace = ''): string => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
${namespace === '' ? '' : `  namespace: ${namespace}\n`}spec:
  rules:
    - host: www.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port: { ${port} }
`

export default {
  enforcedBy: ['controller'],
  since: '1.19',
  byDefault: 'None: every path needs a backend',
  number: {
    text: 'March 2026',
    source: 'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/',
  },
  picture: {
    kind: 'flow',
    caption: 'Three ports between a client and a container: the Ingress names the one in the middle.',
    boxes: [
      { label: 'Client', tone: 'plain' },
      { label: 'Ingress, backend port 80', tone: 'plain' },
      { label: 'Service, port 80', tone: 'plain' },
      { label: 'Pod, targetPort 8080', tone: 'plain' },
    ],
    arrows: [
      { from: 0, to: 1, label: 'https, 443', tone: 'plain' },
      { from: 1, to: 2, label: 'number 80 or name http', tone: 'good' },
      { from: 2, to: 3, label: '8080', tone: 'plain' },
    ],
  },
  question: {
    ask: 'Which of these Ingresses reach a port of the Service web?',
    choices: [
      { label: 'The number of the container port', yaml: service(80) + ingress('number: 8080') },
      { label: 'The number of the Service port', yaml: service(80) + ingress('number: 80') },
      { label: 'The name, and another number', yaml: service(8000) + ingress('name: http') },
      { label: 'From another namespace', yaml: service(80) + ingress('number: 80', 'shop') },
    ],
    explanation:
      'The backend names a port of the Service, by number or by name; targetPort is a matter between the Service and its Pods. An Ingress reaches only Services of its own namespace.',
  },
  related: ['service-targets-pod', 'networkpolicy-targets-pod'],
} satisfies CheckPage
