import type { CheckPage } from '../../pages/checkPage'
import { plain } from '../../pages/tones'

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
    kind: 'grid',
    caption: 'Which directions a NetworkPolicy covers, from its policyTypes and its rules.',
    columns: ['covers ingress', 'covers egress'],
    rows: [
      { label: 'No list, no egress rules', cells: [plain('yes'), plain('no')] },
      { label: 'No list, egress rules', cells: [plain('yes'), plain('yes')] },
      { label: '[Ingress], egress rules', cells: [plain('yes'), plain('no')] },
      { label: '[Egress], no rules', cells: [plain('no'), plain('yes, all of it is blocked')] },
      {
        label: '[Ingress, Egress], no rules',
        cells: [plain('yes, all of it is blocked'), plain('yes, all of it is blocked')],
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
