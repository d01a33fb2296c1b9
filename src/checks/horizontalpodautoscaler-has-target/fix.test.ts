import { expect, test } from 'vitest'
import { fixTable, notesFor } from '../testing/fixTable'
import { workload } from '../testing/manifests'

const legacy = (version: string, kind: string, spec: string) =>
  `{apiVersion: ${version}, kind: ${kind}, metadata: {name: web}, spec: {${spec}}}`

const scaler = (target: string, spec = '') =>
  `\n---\n{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: web}, spec: {scaleTargetRef: {${target}}${spec}}}`

const target = 'apiVersion: apps/v1, kind: Deployment, name: web'

fixTable('horizontalpodautoscaler-has-target', [
  [
    'another version',
    scaler('apiVersion: extensions/v1beta1, kind: Deployment, name: web') + workload('Deployment', ''),
    'safe Scale Deployment web (starts autoscaling): set spec.scaleTargetRef.apiVersion = "apps/v1"',
  ],
  [
    'another kind',
    scaler('apiVersion: apps/v1, kind: StatefulSet, name: web') + workload('Deployment', ''),
    'review Scale Deployment web (starts autoscaling): set spec.scaleTargetRef.kind = "Deployment"',
  ],
  [
    'a near name',
    scaler('kind: Deployment, name: weeb') + workload('Deployment', ''),
    'review Scale Deployment web (starts autoscaling): set spec.scaleTargetRef.apiVersion = "apps/v1"; set spec.scaleTargetRef.name = "web"',
  ],
  [
    'a kind of others',
    scaler('apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: web') + workload('Deployment', ''),
    'unfixable: No object in this text has a similar name. Add the workload that it scales, or ignore this check if it is deployed elsewhere.',
  ],
  [
    'a target that is old itself',
    scaler(target) + `\n---\n${legacy('apps/v1beta1', 'Deployment', '')}`,
    'unfixable: Deployment web still uses apps/v1beta1. Change that to the stable version first.',
  ],
])

test('the note says why it is only a guess', async () => {
  const other = scaler('apiVersion: apps/v1, kind: StatefulSet, name: web') + workload('Deployment', '')
  const near = scaler('kind: Deployment, name: weeb') + workload('Deployment', '')
  expect([
    ...(await notesFor('horizontalpodautoscaler-has-target', other)),
    ...(await notesFor('horizontalpodautoscaler-has-target', near)),
  ]).toEqual([
    'It has the same name, but is a Deployment. Check that this is the workload you want.',
    'It only has the closest name in this text. Check that this is the workload you want.',
  ])
})
