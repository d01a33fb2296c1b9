import { fixTable } from '../testing/fixTable'
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
    'review Change apiVersion to policy/v1: set apiVersion = "policy/v1"',
  ],
  [
    'autoscaler',
    legacy('autoscaling/v2beta2', 'HorizontalPodAutoscaler', 'metrics: [{}]'),
    'safe Change apiVersion to autoscaling/v2: set apiVersion = "autoscaling/v2"',
  ],
  [
    'first autoscaler',
    legacy('autoscaling/v2beta1', 'HorizontalPodAutoscaler', 'metrics: [{type: Resource}]'),
    'unfixable: Its metrics need another form: targetAverageUtilization: 50 becomes target: {type: Utilization, averageUtilization: 50}. Rewrite each one, then set autoscaling/v2.',
  ],
  [
    'workload without a selector',
    legacy('extensions/v1beta1', 'Deployment', `rollbackTo: {}, ${templateOf('app: web')}`),
    'review Change apiVersion to apps/v1: set apiVersion = "apps/v1"; set spec.selector = {matchLabels: {app: "web"}}; remove spec.rollbackTo',
  ],
  [
    'workload with all',
    legacy('apps/v1beta2', 'StatefulSet', `${selector}, ${templateOf('app: web')}`),
    'review Change apiVersion to apps/v1: set apiVersion = "apps/v1"',
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
