import type { CheckPage } from '../../pages/checkPage'
import { bad, good, plain } from '../../pages/tones'

const pod = (resources: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
${resources}`

export default {
  enforcedBy: ['scheduler', 'kubelet', 'kernel'],
  byDefault: 'No values: the class BestEffort',
  number: {
    text: '-997',
    source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/',
  },
  picture: {
    kind: 'grid',
    caption:
      'What the values of all containers mean for the QoS class, and for the kernel and the kubelet when memory runs out.',
    columns: ['QoS class', 'oom_score_adj (highest dies)', 'above its request (evicted first)'],
    rows: [
      { label: 'requests equal limits', cells: [good('Guaranteed'), good('-997'), good('never')] },
      {
        label: 'something in between',
        cells: [plain('Burstable'), plain('2 to 999'), plain('if it uses more')],
      },
      { label: 'no values', cells: [bad('BestEffort'), bad('1000'), bad('always')] },
    ],
  },
  question: {
    ask: 'Which of these Pods pass this check, whatever their QoS class is?',
    choices: [
      {
        label: 'CPU and memory equal',
        yaml: pod(`      resources:
        requests:
          cpu: 500m
          memory: 256Mi
        limits:
          cpu: 500m
          memory: 256Mi
`),
      },
      {
        label: 'Limits only, so the Pod is Guaranteed',
        yaml: pod(`      resources:
        limits:
          cpu: 500m
          memory: 256Mi
`),
      },
      {
        label: 'Memory equal, a CPU request without a limit',
        yaml: pod(`      resources:
        requests:
          cpu: 500m
          memory: 256Mi
        limits:
          memory: 256Mi
`),
      },
      { label: 'No values at all, so the Pod is BestEffort', yaml: pod('') },
    ],
    explanation:
      'The check compares what is written, and a missing amount counts as 0. So a Pod without any values passes and is the first to be killed when memory runs out, and a Pod with limits only fails, although the API server makes it Guaranteed.',
  },
  related: [
    'container-cpu-requests-equal-limits',
    'container-memory-requests-equal-limits',
    'container-resources',
  ],
} satisfies CheckPage
