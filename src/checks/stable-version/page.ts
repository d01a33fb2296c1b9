import type { CheckPage } from '../../pages/checkPage'
import { bad, good } from '../../pages/tones'

const autoscaler = (version: string, target: string): string => `apiVersion: ${version}
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  minReplicas: 2
  maxReplicas: 6
${target}`

const budget = (version: string): string => `apiVersion: ${version}
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: web
`

const metrics = `  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70
`

export default {
  enforcedBy: ['API server'],
  byDefault: 'None: every object must name its version',
  number: {
    text: '1.25',
    source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/#v1-25',
  },
  picture: {
    kind: 'grid',
    caption: 'From which Kubernetes version there is a stable version, and from which the old one is gone.',
    columns: ['stable since', 'old version gone since'],
    rows: [
      { label: 'Deployment, DaemonSet, StatefulSet', cells: [good('1.9'), bad('1.16')] },
      { label: 'Ingress', cells: [good('1.19'), bad('1.22')] },
      { label: 'CronJob, PodDisruptionBudget', cells: [good('1.21'), bad('1.25')] },
      { label: 'HorizontalPodAutoscaler v2beta1', cells: [good('1.23'), bad('1.25')] },
      { label: 'HorizontalPodAutoscaler v2beta2', cells: [good('1.23'), bad('1.26')] },
    ],
  },
  question: {
    ask: 'Which of these manifests can still be applied to a cluster that runs Kubernetes 1.36?',
    choices: [
      {
        label: 'autoscaling/v1',
        yaml: autoscaler('autoscaling/v1', '  targetCPUUtilizationPercentage: 70\n'),
      },
      { label: 'autoscaling/v2beta2', yaml: autoscaler('autoscaling/v2beta2', metrics) },
      { label: 'policy/v1beta1', yaml: budget('policy/v1beta1') },
      { label: 'policy/v1', yaml: budget('policy/v1') },
    ],
    explanation:
      'Old is not the same as unstable: autoscaling/v1 is a stable version that is still served beside v2. Beta versions are removed some releases after their stable version appears; v2beta2 ended in 1.26 and policy/v1beta1 in 1.25.',
  },
  related: [
    'poddisruptionbudget-has-policy',
    'ingress-targets-service',
    'horizontalpodautoscaler-has-target',
  ],
} satisfies CheckPage
