import type { CheckPage } from '../../pages/checkPage'
import { plain } from '../../pages/tones'

const pod = (image: string, policy = ''): string => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: ${image}
${policy === '' ? '' : `      imagePullPolicy: ${policy}\n`}`

export default {
  enforcedBy: ['API server', 'kubelet'],
  byDefault: 'IfNotPresent; Always without a tag or with the tag latest',
  number: {
    text: '1.35',
    source: 'https://kubernetes.io/docs/concepts/containers/images/#ensureimagepullcredentialverification',
  },
  picture: {
    kind: 'grid',
    caption: 'What the kubelet does when a container starts and its image is already on the node.',
    columns: ['asks the registry', 'starts while the registry is down', 'sees a tag that moved'],
    rows: [
      { label: 'Always', cells: [plain('yes'), plain('no'), plain('yes')] },
      { label: 'IfNotPresent', cells: [plain('no'), plain('yes'), plain('no')] },
      { label: 'Never', cells: [plain('no'), plain('yes'), plain('no')] },
    ],
  },
  question: {
    ask: 'Which of these Pods ask the registry at every start?',
    choices: [
      { label: 'Tag 1.4.2, no policy', yaml: pod('registry.example.com/web:1.4.2') },
      { label: 'Tag 1.4.2, Always', yaml: pod('registry.example.com/web:1.4.2', 'Always') },
      { label: 'Tag latest, no policy', yaml: pod('registry.example.com/web:latest') },
      { label: 'Tag latest, IfNotPresent', yaml: pod('registry.example.com/web:latest', 'IfNotPresent') },
    ],
    explanation:
      'Without a policy the API server fills in Always for the tag latest and for no tag, and IfNotPresent for any other tag. A policy that is written down always counts.',
  },
  related: ['container-image-tag'],
} satisfies CheckPage
