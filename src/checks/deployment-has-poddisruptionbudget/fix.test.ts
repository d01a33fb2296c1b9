import { fixTable } from '../testing/fixTable'
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
    'review Remove namespace of the PodDisruptionBudget: PodDisruptionBudget b: remove metadata.namespace',
    'review Add a PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
  ],
  [
    'a budget elsewhere, for a namespace',
    budget('name: b') + workload('Deployment', selector, 'app: web', 'name: web, namespace: shop'),
    'review Set namespace of the PodDisruptionBudget to shop: PodDisruptionBudget b: set metadata.namespace = "shop"',
    'review Add a PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web", namespace: "shop"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
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
