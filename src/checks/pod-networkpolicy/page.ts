import type { CheckPage } from '../../pages/checkPage'
import { bad, good, plain } from '../../pages/tones'

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`

const policy = (name: string, selector: string, rest: string): string => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${name}
spec:
  podSelector: ${selector}
${rest}`

const web = '{ matchLabels: { app: web } }'

const types = (list: string): string => `  policyTypes: [${list}]\n`

const ingress = `  ingress:
    - ports:
        - port: 8080
`

const egress = `  egress:
    - ports:
        - port: 53
          protocol: UDP
`

export default {
  enforcedBy: ['network plugin'],
  byDefault: 'Without a policy, every connection in and out is allowed',
  number: { text: '99', source: 'computed in the text' },
  picture: {
    kind: 'places',
    caption:
      'Who can connect to web, and what web can connect to, in a cluster with 100 Pods of which 5 are in the namespace of web: a policy restricts only the directions that it covers.',
    scenes: [
      {
        label: 'No policy: the other 99 Pods can connect, and web can connect to anything',
        places: [
          { label: 'Namespace of web', items: [plain('4 Pods: allowed')] },
          { label: 'Other namespaces', items: [bad('95 Pods: allowed')] },
          { label: 'Reached from web', items: [bad('anything')] },
        ],
      },
      {
        label: 'The policy below: only 4 Pods can connect, and egress is open',
        places: [
          { label: 'Namespace of web', items: [good('4 Pods: allowed')] },
          { label: 'Other namespaces', items: [good('95 Pods: blocked')] },
          { label: 'Reached from web', items: [bad('anything')] },
        ],
      },
      {
        label: 'With the egress rules below it: web reaches only its namespace and DNS',
        places: [
          { label: 'Namespace of web', items: [good('4 Pods: allowed')] },
          { label: 'Other namespaces', items: [good('95 Pods: blocked')] },
          { label: 'Reached from web', items: [good('4 Pods and cluster DNS')] },
        ],
      },
    ],
  },
  question: {
    ask: 'In which of these cases are both directions of the Pod restricted?',
    choices: [
      { label: 'No policyTypes, an egress rule', yaml: pod + policy('web', web, egress) },
      {
        label: 'policyTypes: [Ingress], an egress rule',
        yaml: pod + policy('web', web, types('Ingress') + egress),
      },
      {
        label: 'Two policies, one for each direction',
        yaml: pod + policy('in', web, types('Ingress') + ingress) + policy('out', '{}', types('Egress')),
      },
      { label: 'No policyTypes, an ingress rule', yaml: pod + policy('web', web, ingress) },
    ],
    explanation:
      'Without policyTypes a policy covers ingress in any case, and egress if it has egress rules. A list that is written down decides alone: an egress rule below [Ingress] has no effect. All policies that select the Pod count together.',
  },
  related: ['networkpolicy-targets-pod', 'service-targets-pod'],
} satisfies CheckPage
