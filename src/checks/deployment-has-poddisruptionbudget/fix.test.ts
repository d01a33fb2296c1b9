import { expect, it } from 'vitest'
import { fixTable, notesFor } from '../testing/fixTable'
import { workload } from '../testing/manifests'

const selector = 'selector: {matchLabels: {app: web}}'

const budget = (metadata: string, app = 'web') =>
  `\n---\n{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {${metadata}}, spec: {maxUnavailable: 1, selector: {matchLabels: {app: ${app}}}}}`

fixTable('deployment-has-poddisruptionbudget', [
  [
    'none',
    workload('Deployment', `replicas: 2, ${selector}`),
    'review Add a PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
  ],
  [
    'in a namespace',
    workload('Deployment', `replicas: 2, ${selector}`, 'app: web', 'name: web, namespace: shop'),
    'review Add a PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web", namespace: "shop"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
  ],
  [
    'matchExpressions',
    workload(
      'Deployment',
      'selector: {matchExpressions: [{key: app, operator: In, values: [web, api]}, {key: old, operator: DoesNotExist}]}',
    ),
    'review Add a PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchExpressions: [{key: "app", operator: "In", values: ["web", "api"]}, {key: "old", operator: "DoesNotExist"}]}}}',
  ],
  [
    'a budget elsewhere',
    budget('name: b, namespace: shop') + workload('Deployment', selector),
    'review Add a PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
    'risky Remove namespace of the PodDisruptionBudget: PodDisruptionBudget b: remove metadata.namespace',
  ],
  [
    'a budget elsewhere, for a namespace',
    budget('name: b') + workload('Deployment', selector, 'app: web', 'name: web, namespace: shop'),
    'review Add a PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web", namespace: "shop"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
    'risky Set namespace of the PodDisruptionBudget to shop: PodDisruptionBudget b: set metadata.namespace = "shop"',
  ],
  [
    'a budget elsewhere that is needed there',
    budget('name: b') +
      workload('Deployment', selector, 'app: web', 'name: web, namespace: shop') +
      workload('DaemonSet', selector),
    'review Add a PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web", namespace: "shop"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
  ],
  [
    'an idle budget of the same name',
    budget('name: web', 'wep') + workload('Deployment', selector),
    'review Select the Pods of Deployment web: PodDisruptionBudget web: set spec.selector = {matchLabels: {app: "web"}}',
    'review Add a PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web-2"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
  ],
  [
    'an idle budget of the same name, for quite other Pods',
    budget('name: web', 'database') + workload('Deployment', selector),
    'review Add a PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web-2"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
    'risky Select the Pods of Deployment web: PodDisruptionBudget web: set spec.selector = {matchLabels: {app: "web"}}',
  ],
  [
    'an idle budget of the same name, without a selector',
    '\n---\n{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: web}, spec: {maxUnavailable: 1}}' +
      workload('Deployment', selector),
    'review Select the Pods of Deployment web: PodDisruptionBudget web: set spec.selector = {matchLabels: {app: "web"}}',
    'review Add a PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web-2"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
  ],
  [
    'a name that is not legal',
    workload('Deployment', selector, 'app: web', 'name: Web_App'),
    'review Add a PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web-app"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
  ],
  [
    'its own selector, version included',
    workload(
      'Deployment',
      'selector: {matchLabels: {app: web, version: v1}}',
      'app: web, version: v1, tier: x',
    ),
    'review Add a PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web", version: "v1"}}}}',
  ],
  [
    'no selector of its own: the labels that last',
    workload('Deployment', '', 'app: web, version: v1'),
    'review Add a PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
  ],
  [
    'no labels',
    workload('Deployment', 'selector: {}', ''),
    'review Add a PodDisruptionBudget: set spec.template.metadata.labels.app = "web"; add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
  ],
  [
    'no labels, and a selector that asks for some',
    workload('Deployment', 'selector: {matchLabels: {tier: front}}', ''),
    'review Add a PodDisruptionBudget: set spec.template.metadata.labels.tier = "front"; add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {tier: "front"}}}}',
  ],
  [
    'no name',
    workload('Deployment', selector, 'app: web', 'generateName: web-'),
    'unfixable: The object has no name to derive one from. Name it, or write the new object by hand.',
  ],
])

const autoscaler =
  '\n---\n{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: web}, spec: {maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}}'

const usual =
  'It allows one Pod to be evicted at a time. Allow more where many replicas would make a drain slow.'

const single =
  'It allows one Pod to be evicted at a time. With one replica, the default, it never blocks a drain and protects nothing: set replicas too.'

it.each([
  ['two replicas', workload('Deployment', `replicas: 2, ${selector}`), usual],
  ['no replicas', workload('Deployment', selector), single],
  ['no replicas, but an autoscaler', workload('Deployment', selector) + autoscaler, usual],
  [
    'a budget elsewhere',
    budget('name: b, namespace: shop') + workload('Deployment', `replicas: 2, ${selector}`),
    usual,
    'A budget covers only Pods of its own namespace: those in namespace shop, here or elsewhere, lose it.',
  ],
  [
    'an idle budget',
    budget('name: web', 'database') + workload('Deployment', `replicas: 2, ${selector}`),
    usual,
    'The selector app=database is lost: Pods outside this text that it matches are no longer covered.',
  ],
])('%s', async (_, text, ...notes) =>
  expect(await notesFor('deployment-has-poddisruptionbudget', text)).toEqual(notes),
)
