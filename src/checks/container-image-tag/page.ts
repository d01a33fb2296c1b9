import type { CheckPage } from '../../pages/checkPage'
import { plain } from '../../pages/tones'

const pod = (image: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: ${image}
`

const digest = 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

export default {
  enforcedBy: ['kubelet', 'container runtime'],
  byDefault: 'latest, pulled at every start',
  number: { text: '64 hexadecimal digits', source: 'computed in the text' },
  picture: {
    kind: 'grid',
    caption: 'What each way to name an image promises.',
    columns: ['can stand for another build', 'default pull policy', 'rollback brings the old build back'],
    rows: [
      { label: 'web, web:latest', cells: [plain('after every push'), plain('Always'), plain('no')] },
      { label: 'web:stable', cells: [plain('after every push'), plain('IfNotPresent'), plain('no')] },
      {
        label: 'web:1.4.2',
        cells: [plain('if someone pushes it again'), plain('IfNotPresent'), plain('if the tag did not move')],
      },
      { label: 'web@sha256:…', cells: [plain('no'), plain('IfNotPresent'), plain('yes')] },
    ],
  },
  question: {
    ask: 'Which of these Pods does this check let through?',
    choices: [
      { label: 'Tag latest and a digest', yaml: pod(`registry.example.com/web:latest@${digest}`) },
      { label: 'Tag stable', yaml: pod('registry.example.com/web:stable') },
      { label: 'No tag', yaml: pod('registry.example.com/web') },
      { label: 'No tag, registry on port 5000', yaml: pod('registry.example.com:5000/web') },
    ],
    explanation:
      'The check looks at what follows the last colon. With a digest nothing can move, so that Pod always runs the same build. The tag stable can move like latest, but the text does not show it. In the fourth image the check takes 5000/web for the tag; the runtime pulls latest.',
  },
  related: ['container-image-pull-policy'],
} satisfies CheckPage
