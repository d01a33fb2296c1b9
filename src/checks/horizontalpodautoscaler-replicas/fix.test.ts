import { expect, test } from 'vitest'
import { fixTable, placeholdersFor } from '../testing/fixTable'

const scaler = (target: string, spec = '') =>
  `\n---\n{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: web}, spec: {scaleTargetRef: {${target}}${spec}}}`

const target = 'apiVersion: apps/v1, kind: Deployment, name: web'

fixTable('horizontalpodautoscaler-replicas', [
  [
    'too few',
    scaler(target, ', maxReplicas: 5'),
    'review Set minReplicas to 2 (may start Pods): set spec.minReplicas = 2',
  ],
  [
    'an upper bound below',
    scaler(target, ', minReplicas: 1, maxReplicas: 1'),
    'review Set minReplicas to 2 (may start Pods): set spec.minReplicas = 2; set spec.maxReplicas = 2',
  ],
  [
    'none at all',
    scaler(target, ', minReplicas: 0, maxReplicas: 5'),
    'risky Set minReplicas to 2 (may start Pods): set spec.minReplicas = 2',
  ],
])

test('an upper bound that is raised is a guess', async () => {
  const text = scaler(target, ', minReplicas: 1, maxReplicas: 1')
  expect(await placeholdersFor('horizontalpodautoscaler-replicas', text)).toEqual([
    [{ what: 'maxReplicas of the autoscaler', path: ['spec', 'maxReplicas'] }],
  ])
})
