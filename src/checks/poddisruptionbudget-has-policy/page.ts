import type { CheckPage } from '../../pages/checkPage'
import { bad, good, plain } from '../../pages/tones'

const budget = (policy: string): string => `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
${policy}  selector:
    matchLabels:
      app: web
`

export default {
  enforcedBy: ['controller', 'API server'],
  byDefault: 'no eviction is allowed',
  number: {
    text: '7 replicas',
    source:
      'https://kubernetes.io/docs/tasks/run-application/configure-pdb/#rounding-logic-when-specifying-percentages',
  },
  picture: {
    kind: 'grid',
    caption:
      'How many of 7 ready Pods must stay, and how many may go before a replacement is ready: without a number none may, although none must stay.',
    columns: ['must stay', 'may go'],
    rows: [
      { label: 'maxUnavailable: 1', cells: [plain('6'), good('1')] },
      { label: 'minAvailable: 50%', cells: [plain('4'), good('3')] },
      { label: 'maxUnavailable: 50%', cells: [plain('3'), good('4')] },
      { label: 'maxUnavailable: 0', cells: [plain('7'), plain('0, as written')] },
      { label: 'neither', cells: [plain('0'), bad('0')] },
    ],
  },
  question: {
    ask: 'Three Pods of a Deployment are ready, and a node with one of them is drained. Which budgets let that Pod go?',
    choices: [
      { label: 'Only a selector', yaml: budget('') },
      { label: 'minAvailable: 50%', yaml: budget('  minAvailable: 50%\n') },
      {
        label: 'AlwaysAllow for unhealthy Pods, no number',
        yaml: budget('  unhealthyPodEvictionPolicy: AlwaysAllow\n'),
      },
      { label: 'maxUnavailable: 1', yaml: budget('  maxUnavailable: 1\n') },
    ],
    explanation:
      'Half of three is rounded up, so two must stay and one may go. Without a number nothing may go, and AlwaysAllow concerns only Pods that are not ready.',
  },
  related: ['deployment-has-poddisruptionbudget', 'statefulset-has-poddisruptionbudget'],
} satisfies CheckPage
