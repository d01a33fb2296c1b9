import { expect, test } from 'vitest'
import { fixTable, notesFor } from '../testing/fixTable'
import { workload } from '../testing/manifests'

const scaler = (target: string, spec = '') =>
  `\n---\n{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: web}, spec: {scaleTargetRef: {${target}}${spec}}}`

const target = 'apiVersion: apps/v1, kind: Deployment, name: web'

fixTable('deployment-targeted-by-hpa-does-not-have-replicas-configured', [
  [
    'replicas',
    scaler(target) + workload('Deployment', 'replicas: 3'),
    'risky Remove replicas (may stop Pods once): remove spec.replicas',
  ],
])

test('the note says which number is lost', async () => {
  const [note] = await notesFor(
    'deployment-targeted-by-hpa-does-not-have-replicas-configured',
    scaler(target) + workload('Deployment', 'replicas: 3'),
  )
  expect(note).toMatch(/^The number 3 is lost, /)
})
