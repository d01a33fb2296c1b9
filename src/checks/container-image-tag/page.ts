import type { CheckPage } from '../../pages/checkPage'
import { bad, good, plain } from '../../pages/tones'

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
    caption: 'What each way to name an image promises: only a digest always means the same build.',
    columns: ['stands for another build', 'default pull policy', 'old build after a rollback'],
    rows: [
      { label: 'web, web:latest', cells: [bad('after every push'), plain('Always'), bad('no')] },
      { label: 'web:stable', cells: [bad('after every push'), plain('IfNotPresent'), bad('no')] },
      {
        label: 'web:1.4.2',
        cells: [plain('if pushed again'), plain('IfNotPresent'), plain('if not pushed again')],
      },
      { label: 'web@sha256:…', cells: [good('never'), plain('IfNotPresent'), good('yes')] },
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
