import { fixTable } from '../testing/fixTable'
import { workload } from '../testing/manifests'

const scaler = (target: string, spec = '') =>
  `\n---\n{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: web}, spec: {scaleTargetRef: {${target}}${spec}}}`

const target = 'apiVersion: apps/v1, kind: Deployment, name: web'

fixTable('deployment-targeted-by-hpa-does-not-have-replicas-configured', [
  [
    'replicas',
    scaler(target) + workload('Deployment', 'replicas: 3'),
    'review Remove replicas: remove spec.replicas',
  ],
])
