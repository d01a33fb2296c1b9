import type { CheckPage } from '../../pages/checkPage'
import { bad, good, plain } from '../../pages/tones'

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
    kind: 'places',
    caption:
      'A Pod starts on each node after the tag 1.4.2 was pushed again, as build B; node-1 still has build A.',
    scenes: [
      {
        label: 'IfNotPresent',
        places: [
          { label: 'Registry', items: [plain('1.4.2 is build B')] },
          { label: 'node-1, has build A', items: [bad('web: build A')] },
          { label: 'node-2, has no image', items: [good('web: build B')] },
        ],
      },
      {
        label: 'Always',
        places: [
          { label: 'Registry', items: [plain('1.4.2 is build B')] },
          { label: 'node-1, has build A', items: [good('web: build B')] },
          { label: 'node-2, has no image', items: [good('web: build B')] },
        ],
      },
      {
        label: 'Always, while the registry is down',
        places: [
          { label: 'Registry', items: [bad('no answer')] },
          { label: 'node-1, has build A', items: [bad('ErrImagePull')] },
          { label: 'node-2, has no image', items: [bad('ErrImagePull')] },
        ],
      },
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
