import { expect, test } from 'vitest'
import { risky } from '../findings/remedy'
import type { Path } from '../model/path'
import type { KubernetesObject } from '../objects/readObjects'
import { effectOf } from './effect'

const objectOf = (kind: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind,
  namespace: '',
  name: 'web',
  path: [],
  range: { from: 0, to: 0 },
  labels: {},
  annotations: {},
  isSupportedKind: true,
  data: {},
})

const fixOf = (...paths: readonly string[]) => ({
  title: 'Change it',
  ...risky('It may break.'),
  changes: paths.map((path) => {
    const steps: Path = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
    return { kind: 'set', path: steps, value: 1 } as const
  }),
})

const always = () => true

test.each([
  ['Deployment', 'spec.template.spec.containers.0.image', 'restarts Pods'],
  ['DaemonSet', 'spec.template.metadata.labels.app', 'restarts Pods'],
  ['ReplicaSet', 'spec.template.spec.hostNetwork', 'new Pods only'],
  ['CronJob', 'spec.jobTemplate.spec.template.spec.restartPolicy', 'from next run'],
  ['CronJob', 'spec.startingDeadlineSeconds', 'no restart'],
  ['Job', 'spec.template.spec.containers.0.imagePullPolicy', 'delete and create again'],
  ['Job', 'spec.parallelism', 'no restart'],
  ['Pod', 'spec.containers.0.livenessProbe', 'delete and create again'],
  ['Pod', 'spec.containers.0.image', 'restarts the container'],
  ['Pod', 'metadata.labels.app', 'no restart'],
  ['Deployment', 'spec.replicas', 'changes Pod count'],
  ['Deployment', 'spec.strategy.type', 'no restart'],
  ['Deployment', 'spec.selector.matchLabels.app', 'delete and create again'],
  ['StatefulSet', 'spec.serviceName', 'delete and create again'],
  ['StatefulSet', 'spec.template.spec.containers.0.image', 'restarts Pods'],
  ['Service', 'spec.ports.0.port', 'no restart'],
  ['Service', 'spec.clusterIP', 'delete and create again'],
  ['ConfigMap', 'metadata.name', 'creates another object'],
])('a fix in a %s at %s: %s', (kind, path, effect) => {
  expect(effectOf(fixOf(path), objectOf(kind), always)).toBe(effect)
})

test('the most disruptive of several changes is named, and new objects with it', () => {
  const deployment = objectOf('Deployment')
  const both = fixOf('metadata.labels.app', 'spec.template.metadata.labels.app')
  expect(effectOf(both, deployment, always)).toBe('restarts Pods')
  expect(effectOf({ ...both, adds: [{ kind: 'Service' }] }, deployment, always)).toBe(
    'new object, restarts Pods',
  )
  expect(effectOf({ ...fixOf(), adds: [{}, {}] }, deployment, always)).toBe('new objects')
})

test('what the proposal says comes first', () => {
  expect(effectOf({ ...fixOf('spec.type'), effect: 'cuts traffic' }, objectOf('Service'), always)).toBe(
    'cuts traffic',
  )
})

test('a document that is no object restarts nothing', () => {
  expect(effectOf(fixOf('spec'), undefined, always)).toBe('no restart')
})

test('a selector that is new is not a change of one', () => {
  const fix = fixOf('spec.selector')
  expect(effectOf(fix, objectOf('Deployment'), always)).toBe('delete and create again')
  expect(effectOf(fix, objectOf('Deployment'), () => false)).toBe('no restart')
})

test('no effect has more than five words, not even with a new object', () => {
  const paths = [
    'spec.template.a',
    'spec.jobTemplate.spec.template.a',
    'spec.replicas',
    'spec.a',
    'spec.containers.0.image',
    'kind',
  ]
  for (const kind of ['Deployment', 'CronJob', 'Job', 'Pod', 'ReplicaSet', 'StatefulSet'])
    for (const path of paths)
      for (const adds of [[], [{}], [{}, {}]])
        expect(effectOf({ ...fixOf(path), adds }, objectOf(kind), always).split(' ').length).toBeLessThan(6)
})
