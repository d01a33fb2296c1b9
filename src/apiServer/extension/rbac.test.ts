import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { causes } from './testing/causes'

const object = (kind: string, rest: JsonObject): JsonObject => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind,
  metadata: { name: 'a' },
  ...rest,
})
const role = (rule: JsonObject): JsonObject => object('Role', { rules: [rule] })
const clusterRole = (rule: JsonObject): JsonObject => object('ClusterRole', { rules: [rule] })
const binding = (kind: string, subject: JsonObject, ref: JsonObject = {}): JsonObject =>
  object(kind, { roleRef: { kind: 'ClusterRole', name: 'r', ...ref }, subjects: [subject] })
const pods = { apiGroups: [''], resources: ['pods'], verbs: ['get'] }
const account = { kind: 'ServiceAccount', name: 'a', namespace: 'default' }

test.each<[what: string, broken: JsonObject, expected: string[], sound: JsonObject]>([
  ['no verbs', role({ ...pods, verbs: [] }), ['Required rules[0].verbs'], role(pods)],
  [
    'no groups and resources',
    role({ verbs: ['get'] }),
    ['Required rules[0].apiGroups', 'Required rules[0].resources'],
    role({ ...pods, resourceNames: ['x'] }),
  ],
  [
    'an address in a Role',
    role({ nonResourceURLs: ['/x'], verbs: ['get'] }),
    ['Invalid rules[0].nonResourceURLs'],
    clusterRole({ nonResourceURLs: ['x'], verbs: ['get'] }),
  ],
  [
    'an address and resources',
    clusterRole({ ...pods, nonResourceURLs: ['/x'] }),
    ['Invalid rules[0].nonResourceURLs'],
    clusterRole(pods),
  ],
  [
    'aggregation without selectors',
    object('ClusterRole', { aggregationRule: {} }),
    ['Required aggregationRule.clusterRoleSelectors'],
    object('ClusterRole', { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: 'b' } }] } }),
  ],
  [
    'aggregation by a label that cannot be',
    object('ClusterRole', { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: 'b c' } }] } }),
    [
      'Invalid aggregationRule.clusterRoleSelectors[0].matchLabels',
      'Invalid aggregationRule.clusterRoleSelectors[0]',
    ],
    object('ClusterRole', { aggregationRule: { clusterRoleSelectors: [{}] } }),
  ],
  [
    'the group of the role',
    binding('RoleBinding', account, { apiGroup: 'x' }),
    ['NotSupported roleRef.apiGroup'],
    binding('RoleBinding', account, { apiGroup: '' }),
  ],
  [
    'a Role in a ClusterRoleBinding',
    binding('ClusterRoleBinding', account, { kind: 'Role' }),
    ['NotSupported roleRef.kind'],
    binding('RoleBinding', account, { kind: 'Role' }),
  ],
  [
    'a role without a name',
    binding('RoleBinding', account, { name: '' }),
    ['Required roleRef.name'],
    binding('RoleBinding', account, { name: 'System:A' }),
  ],
  [
    'the name of a service account',
    binding('RoleBinding', { ...account, name: 'My_A' }),
    ['Invalid subjects[0].name'],
    binding('RoleBinding', { ...account, namespace: 'My_N' }),
  ],
  [
    'the group of a service account',
    binding('RoleBinding', { ...account, apiGroup: 'v1' }),
    ['NotSupported subjects[0].apiGroup'],
    binding('RoleBinding', { ...account, apiGroup: '' }),
  ],
  [
    'a service account without namespace in a ClusterRoleBinding',
    binding('ClusterRoleBinding', { kind: 'ServiceAccount', name: 'a' }),
    ['Required subjects[0].namespace'],
    binding('RoleBinding', { kind: 'ServiceAccount', name: 'a' }),
  ],
  [
    'the kind of a subject',
    binding('RoleBinding', { kind: 'Pod', name: 'a' }),
    ['NotSupported subjects[0].kind'],
    binding('RoleBinding', { kind: 'Group', name: 'a' }),
  ],
])('%s', (_what, broken, expected, sound) => {
  expect(causes(broken)).toEqual(expected)
  expect(causes(sound)).toEqual([])
})
