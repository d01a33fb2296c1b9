import { expect, test } from 'vitest'
import { mergeShape, type MergeShape } from './mergeShape'

/** The merged lists of a shape, each as `path: keys`. */
const listsOf = (shape: MergeShape | undefined, path = ''): readonly string[] => [
  ...[...(shape?.lists ?? [])].flatMap(([name, { keys, items }]) => [
    `${path}${name}: ${keys.join(' ')}`,
    ...listsOf(items, `${path}${name}[].`),
  ]),
  ...[...(shape?.fields ?? [])].flatMap(([name, inner]) => listsOf(inner, `${path}${name}.`)),
]

const ofMetadata = (path: string) => [`${path}metadata.finalizers: `, `${path}metadata.ownerReferences: uid`]

const ofPod = (path: string) => [
  `${path}containers: name`,
  `${path}containers[].env: name`,
  `${path}containers[].ports: containerPort protocol`,
  `${path}containers[].volumeDevices: devicePath`,
  `${path}containers[].volumeMounts: mountPath`,
  `${path}ephemeralContainers: name`,
  `${path}ephemeralContainers[].env: name`,
  `${path}ephemeralContainers[].volumeDevices: devicePath`,
  `${path}ephemeralContainers[].volumeMounts: mountPath`,
  `${path}hostAliases: ip`,
  `${path}imagePullSecrets: name`,
  `${path}initContainers: name`,
  `${path}initContainers[].env: name`,
  `${path}initContainers[].ports: containerPort protocol`,
  `${path}initContainers[].volumeDevices: devicePath`,
  `${path}initContainers[].volumeMounts: mountPath`,
  `${path}topologySpreadConstraints: topologyKey whenUnsatisfiable`,
  `${path}volumes: name`,
  ...ofMetadata(`${path}volumes[].ephemeral.volumeClaimTemplate.`),
]

test.each<[apiVersion: string, kind: string, lists: readonly string[]]>([
  ['v1', 'ConfigMap', ofMetadata('')],
  ['v1', 'ServiceAccount', [...ofMetadata(''), 'secrets: name']],
  ['v1', 'Service', [...ofMetadata(''), 'spec.ports: port protocol', 'status.conditions: type']],
  ['v1', 'Pod', [...ofMetadata(''), ...ofPod('spec.'), 'status.conditions: type', 'status.podIPs: ip']],
  [
    'apps/v1',
    'Deployment',
    [
      ...ofMetadata(''),
      ...ofMetadata('spec.template.'),
      ...ofPod('spec.template.spec.'),
      'status.conditions: type',
    ],
  ],
  [
    'batch/v1',
    'CronJob',
    [
      ...ofMetadata(''),
      ...ofMetadata('spec.jobTemplate.'),
      ...ofMetadata('spec.jobTemplate.spec.template.'),
      ...ofPod('spec.jobTemplate.spec.template.spec.'),
    ],
  ],
  ['policy/v1', 'PodDisruptionBudget', [...ofMetadata(''), 'status.conditions: type']],
  ['networking.k8s.io/v1', 'Ingress', ofMetadata('')],
])('the merged lists of %s %s', (apiVersion, kind, lists) => {
  expect([...listsOf(mergeShape(apiVersion, kind))].sort()).toEqual([...lists].sort())
})

test.each([
  ['autoscaling/v2', 'HorizontalPodAutoscaler'],
  ['extensions/v1beta1', 'Deployment'],
  ['example.com/v1', 'Deployment'],
  ['v1', 'constructor'],
])('kustomize does not know %s %s', (apiVersion, kind) => {
  expect(mergeShape(apiVersion, kind)).toBeUndefined()
})
