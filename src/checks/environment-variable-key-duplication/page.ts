import type { CheckPage } from '../../pages/checkPage'
import { bad, plain } from '../../pages/tones'

const pod = (container: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
${container}`

const env = (...entries: readonly (readonly [name: string, value: string])[]): string =>
  `      env:\n${entries.map(([name, value]) => `        - name: ${name}\n          value: ${value}\n`).join('')}`

const fromConfigMap = `      envFrom:
        - configMapRef:
            name: web-defaults
`

export default {
  enforcedBy: ['kubelet', 'API server'],
  byDefault: 'The last entry with a name wins, and env wins over envFrom',
  number: { text: '1.29', source: 'https://github.com/kubernetes/kubernetes/pull/121575' },
  picture: {
    kind: 'places',
    caption:
      'What a new container gets when DB_HOST is there twice, when client-side apply takes one of the two away, and when server-side apply sends both.',
    scenes: [
      {
        label: 'Client-side apply of both',
        places: [
          {
            label: 'env of the manifest',
            items: [plain('DB_HOST: db'), plain('DB_HOST: db.production.svc')],
          },
          { label: 'New container', items: [plain('DB_HOST: db.production.svc')] },
        ],
      },
      {
        label: 'Then client-side apply of one',
        places: [
          { label: 'env of the manifest', items: [plain('DB_HOST: db.production.svc')] },
          { label: 'New container', items: [bad('DB_HOST can be missing')] },
        ],
      },
      {
        label: 'Server-side apply of both',
        places: [
          {
            label: 'env of the manifest',
            items: [plain('DB_HOST: db'), plain('DB_HOST: db.production.svc')],
          },
          { label: 'No new container', items: [bad('duplicate entries for key')] },
        ],
      },
    ],
  },
  question: {
    ask: 'Which of these Pods can be applied with server-side apply?',
    choices: [
      {
        label: 'LOG_LEVEL in a ConfigMap of envFrom and in env',
        yaml: pod(fromConfigMap + env(['LOG_LEVEL', 'debug'])),
      },
      {
        label: 'LOG_LEVEL twice with the same value',
        yaml: pod(env(['LOG_LEVEL', 'info'], ['DB_HOST', 'db'], ['LOG_LEVEL', 'info'])),
      },
      {
        label: 'JAVA_OPTS, then JAVA_OPTS that extends it',
        yaml: pod(env(['JAVA_OPTS', '-Xms256m'], ['JAVA_OPTS', '$(JAVA_OPTS) -Xmx512m'])),
      },
      {
        label: 'http_proxy and HTTP_PROXY',
        yaml: pod(env(['http_proxy', 'http://proxy:3128'], ['HTTP_PROXY', 'http://proxy:3128'])),
      },
    ],
    explanation:
      'Only names within one env list can clash, and case counts. Overriding a ConfigMap is what env is for. Equal values do not help, and neither does a sensible reference: the kubelet handles both well, but tools that merge the list by name do not.',
  },
  related: ['container-ports-check', 'label-values'],
} satisfies CheckPage
