import { expect, test } from 'vitest'
import { removalOf } from './removals'

test.each([
  ['policy/v1beta1', 'PodDisruptionBudget', '1.5', '1.25', 'policy/v1'],
  ['extensions/v1beta1', 'Ingress', '1.1', '1.22', 'networking.k8s.io/v1'],
  ['extensions/v1beta1', 'PodSecurityPolicy', '1.2', '1.16', undefined],
  ['policy/v1beta1', 'PodSecurityPolicy', '1.10', '1.25', undefined],
  ['storage.k8s.io/v1beta1', 'VolumeAttributesClass', '1.31', '1.37', 'storage.k8s.io/v1'],
])(
  '%s %s was served from %s, was removed in %s and replaced by %s',
  (apiVersion, kind, introduced, removed, successor) => {
    expect(removalOf(apiVersion, kind)).toMatchObject({
      introduced,
      removed,
      ...(successor && { successor }),
    })
    expect(removalOf(apiVersion, kind)?.successor).toBe(successor)
  },
)

test.each([
  ['policy/v1', 'PodDisruptionBudget'],
  ['policy/v1beta1', 'Deployment'],
  ['example.com/v1', 'Widget'],
])('%s %s was not removed', (apiVersion, kind) => {
  expect(removalOf(apiVersion, kind)).toBeUndefined()
})
