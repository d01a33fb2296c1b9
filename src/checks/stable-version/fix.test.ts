import { expect, test } from 'vitest'
import { fixTable, notesFor } from '../testing/fixTable'
import { templateOf } from '../testing/manifests'

const selector = 'selector: {matchLabels: {app: web}}'

const ingress = (backend: string, version = 'networking.k8s.io/v1', spec = '') =>
  `\n---\n{apiVersion: ${version}, kind: Ingress, metadata: {name: web}, spec: {${spec}rules: [{http: {paths: [{path: /, backend: ${backend}}]}}]}}`

const legacy = (version: string, kind: string, spec: string) =>
  `{apiVersion: ${version}, kind: ${kind}, metadata: {name: web}, spec: {${spec}}}`

fixTable('stable-version', [
  [
    'CronJob',
    legacy('batch/v1beta1', 'CronJob', 'schedule: "@daily"'),
    'safe Change apiVersion to batch/v1: set apiVersion = "batch/v1"',
  ],
  [
    'CronJob with a time zone',
    legacy('batch/v1beta1', 'CronJob', 'schedule: "TZ=Europe/Berlin 0 3 * * *"'),
    'review Change apiVersion to batch/v1: set apiVersion = "batch/v1"; set spec.schedule = "0 3 * * *"; set spec.timeZone = "Europe/Berlin"',
  ],
  [
    'budget',
    legacy('policy/v1beta1', 'PodDisruptionBudget', selector),
    'safe Change apiVersion to policy/v1: set apiVersion = "policy/v1"',
  ],
  [
    'budget for none',
    legacy('policy/v1beta1', 'PodDisruptionBudget', 'selector: {}'),
    'review Change apiVersion to policy/v1 and remove the empty selector: set apiVersion = "policy/v1"; remove spec.selector',
    'risky Change apiVersion to policy/v1: set apiVersion = "policy/v1"',
  ],
  [
    'autoscaler',
    legacy('autoscaling/v2beta2', 'HorizontalPodAutoscaler', 'metrics: [{}]'),
    'safe Change apiVersion to autoscaling/v2: set apiVersion = "autoscaling/v2"',
  ],
  [
    'first autoscaler',
    legacy(
      'autoscaling/v2beta1',
      'HorizontalPodAutoscaler',
      'metrics: [{type: Resource, resource: {name: cpu, targetAverageUtilization: 50}}, {type: Resource, resource: {name: memory, target: {type: Utilization, averageUtilization: 50}}}, {type: External, external: {metricName: q, metricSelector: {}, targetAverageValue: 5}}, {type: Pods, pods: {metricName: p, targetAverageValue: 1k}}, {type: Object, object: {target: {kind: Service, name: a}, metricName: o, targetValue: 3}}]',
    ),
    'review Change apiVersion to autoscaling/v2: set apiVersion = "autoscaling/v2"; ' +
      'set spec.metrics[0] = {type: "Resource", resource: {name: "cpu", target: {type: "Utilization", averageUtilization: 50}}}; ' +
      'set spec.metrics[2] = {type: "External", external: {metric: {name: "q", selector: {}}, target: {type: "AverageValue", averageValue: 5}}}; ' +
      'set spec.metrics[3] = {type: "Pods", pods: {metric: {name: "p"}, target: {type: "AverageValue", averageValue: "1k"}}}; ' +
      'set spec.metrics[4] = {type: "Object", object: {describedObject: {kind: "Service", name: "a"}, metric: {name: "o"}, target: {type: "Value", value: 3}}}',
  ],
  [
    'first autoscaler with the target of the one before',
    legacy('autoscaling/v2beta1', 'HorizontalPodAutoscaler', 'targetCPUUtilizationPercentage: 50'),
    'review Change apiVersion to autoscaling/v2: set apiVersion = "autoscaling/v2"; remove spec.targetCPUUtilizationPercentage; ' +
      'append spec.metrics = {type: "Resource", resource: {name: "cpu", target: {type: "Utilization", averageUtilization: 50}}}',
  ],
  [
    'first autoscaler without a target',
    legacy('autoscaling/v2beta1', 'HorizontalPodAutoscaler', 'metrics: [{type: Resource}]'),
    'unfixable: One of its metrics has no target that autoscaling/v2 can express. Write a target for each one, such as target: {type: Utilization, averageUtilization: 50}, then set autoscaling/v2.',
  ],
  [
    'workload that asks for a rollback',
    legacy('apps/v1beta1', 'Deployment', `rollbackTo: {revision: 3}, ${selector}, ${templateOf('app: web')}`),
    'risky Change apiVersion to apps/v1: set apiVersion = "apps/v1"; remove spec.rollbackTo',
  ],
  [
    'workload with a selector, and Pods without labels',
    legacy('apps/v1beta1', 'StatefulSet', `${selector}, template: {}`),
    'review Change apiVersion to apps/v1: set spec.template.metadata.labels.app = "web"; set apiVersion = "apps/v1"',
  ],
  [
    'workload without a selector',
    legacy('extensions/v1beta1', 'Deployment', `rollbackTo: {}, ${templateOf('app: web')}`),
    'review Change apiVersion to apps/v1: set apiVersion = "apps/v1"; set spec.selector = {matchLabels: {app: "web"}}; remove spec.rollbackTo',
  ],
  [
    'workload with all',
    legacy('apps/v1beta2', 'StatefulSet', `${selector}, ${templateOf('app: web')}`),
    'safe Change apiVersion to apps/v1: set apiVersion = "apps/v1"',
  ],
  [
    'workload without labels',
    legacy('apps/v1beta1', 'Deployment', 'template: {}'),
    'review Change apiVersion to apps/v1: set spec.template.metadata.labels.app = "web"; set apiVersion = "apps/v1"; set spec.selector = {matchLabels: {app: "web"}}',
  ],
  [
    'Ingress',
    ingress(
      '{serviceName: web, servicePort: http}',
      'extensions/v1beta1',
      'backend: {serviceName: a, servicePort: 80}, ',
    ),
    'review Change apiVersion to networking.k8s.io/v1: set apiVersion = "networking.k8s.io/v1"; rename spec.backend to defaultBackend; set spec.defaultBackend = {service: {name: "a", port: {number: 80}}}; set spec.rules[0].http.paths[0].backend = {service: {name: "web", port: {name: "http"}}}; set spec.rules[0].http.paths[0].pathType = "ImplementationSpecific"',
  ],
  [
    'Ingress that is not complete',
    ingress('{serviceName: web}', 'extensions/v1beta1'),
    'unfixable: A backend lacks the name or the port of its Service, which the stable version requires. Complete it first.',
  ],
])

test.each<[version: string, kind: string, spec: string, note: string]>([
  [
    'apps/v1beta1',
    'StatefulSet',
    '',
    'By default, apps/v1beta1 replaces Pods only after somebody deletes them (OnDelete); apps/v1 replaces them by itself (RollingUpdate).',
  ],
  ['apps/v1beta1', 'Deployment', '', 'By default, apps/v1beta1 keeps 2 old revisions instead of 10.'],
  [
    'extensions/v1beta1',
    'Deployment',
    'strategy: {type: Recreate}, ',
    'By default, extensions/v1beta1 sets no progress deadline instead of 10 minutes, keeps all old revisions instead of 10.',
  ],
  [
    'extensions/v1beta1',
    'DaemonSet',
    'updateStrategy: {type: OnDelete}, ',
    'Both versions read these fields in the same way.',
  ],
  [
    'apps/v1beta1',
    'Deployment',
    'revisionHistoryLimit: 2, rollbackTo: {revision: 3}, ',
    'Removes “rollbackTo”, which apps/v1 does not have.',
  ],
])('what was different by default in %s %s {%s}', async (version, kind, spec, note) => {
  const text = legacy(version, kind, `${spec}${selector}, ${templateOf('app: web')}`)
  expect(await notesFor('stable-version', text)).toEqual([note])
})
