import { fixTable, serviceFor, templateOf, workload } from './testing/fixTable'

const selector = 'selector: {matchLabels: {app: web}}'

const service = serviceFor('app: web', ', ports: [{port: 80}]')

const claim = 'volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]'

const budget = (metadata: string, app = 'web') =>
  `\n---\n{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {${metadata}}, spec: {maxUnavailable: 1, selector: {matchLabels: {app: ${app}}}}}`

const cronJob = (spec: string, template = 'restartPolicy: Never', container = '') =>
  `{apiVersion: batch/v1, kind: CronJob, metadata: {name: a}, spec: {${spec}, jobTemplate: {spec: {template: {spec: {containers: [{name: a, image: a:1${container}}]${template && `, ${template}`}}}}}}}`

const ingress = (backend: string, version = 'networking.k8s.io/v1', spec = '') =>
  `\n---\n{apiVersion: ${version}, kind: Ingress, metadata: {name: web}, spec: {${spec}rules: [{http: {paths: [{path: /, backend: ${backend}}]}}]}}`

const legacy = (version: string, kind: string, spec: string) =>
  `{apiVersion: ${version}, kind: ${kind}, metadata: {name: web}, spec: {${spec}}}`

fixTable('deployment-strategy', [
  [
    'recreate',
    service + workload('Deployment', 'strategy: {type: Recreate}'),
    'review Roll out pod by pod: set spec.strategy.type = "RollingUpdate"',
  ],
  [
    'with a claim',
    service + workload('Deployment', `strategy: {type: Recreate}, ${templateOf('app: web', claim)}`),
    'unfixable: The pods mount the claim data. Where only one node or pod may have it at a time, Recreate is right; with a volume for many, set RollingUpdate.',
  ],
  [
    'unknown word',
    service + workload('Deployment', `strategy: {type: rolling}, ${templateOf('app: web', claim)}`),
    'review Roll out pod by pod: set spec.strategy.type = "RollingUpdate"',
  ],
])

fixTable('deployment-replicas', [
  ['none given', service + workload('Deployment', selector), 'review Run 2 replicas: set spec.replicas = 2'],
  [
    'with a claim',
    service + workload('Deployment', templateOf('app: web', claim)),
    'unfixable: All replicas would mount the claim data. Only a volume for many (ReadWriteMany) bears that; else a StatefulSet gives each pod its own.',
  ],
])

fixTable('cronjob-has-deadline', [
  [
    'once a day',
    cronJob('schedule: "0 3 * * *"'),
    'review Set a deadline of 300 seconds: set spec.startingDeadlineSeconds = 300',
  ],
  [
    'each minute',
    cronJob('schedule: "* * * * *"'),
    'review Set a deadline of 60 seconds: set spec.startingDeadlineSeconds = 60',
  ],
  [
    'every two minutes of an hour',
    cronJob('schedule: "CRON_TZ=UTC 0-10/2 1 * * *"'),
    'review Set a deadline of 120 seconds: set spec.startingDeadlineSeconds = 120',
  ],
  [
    'by a macro',
    cronJob('schedule: "@hourly"'),
    'review Set a deadline of 300 seconds: set spec.startingDeadlineSeconds = 300',
  ],
])

fixTable('cronjob-restartpolicy', [
  [
    'none',
    cronJob('schedule: "@daily"', ''),
    'review Restart on failure: set spec.jobTemplate.spec.template.spec.restartPolicy = "OnFailure"',
    'review Never restart: set spec.jobTemplate.spec.template.spec.restartPolicy = "Never"',
  ],
  [
    'one level too deep',
    cronJob('schedule: "@daily"', '', ', restartPolicy: Never'),
    'safe Move restartPolicy to the pod: remove spec.jobTemplate.spec.template.spec.containers[0].restartPolicy; set spec.jobTemplate.spec.template.spec.restartPolicy = "Never"',
    'review Restart on failure: set spec.jobTemplate.spec.template.spec.restartPolicy = "OnFailure"',
    'review Never restart: set spec.jobTemplate.spec.template.spec.restartPolicy = "Never"',
  ],
  [
    'one that a Job cannot have',
    cronJob('schedule: "@daily"', 'restartPolicy: Always'),
    'review Restart on failure: set spec.jobTemplate.spec.template.spec.restartPolicy = "OnFailure"',
    'review Never restart: set spec.jobTemplate.spec.template.spec.restartPolicy = "Never"',
  ],
])

fixTable('deployment-has-poddisruptionbudget', [
  [
    'none',
    workload('Deployment', `replicas: 2, ${selector}`),
    'review Add PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
  ],
  [
    'in a namespace',
    workload('Deployment', `replicas: 2, ${selector}`, 'app: web', 'name: web, namespace: shop'),
    'review Add PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web", namespace: "shop"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
  ],
  [
    'matchExpressions',
    workload(
      'Deployment',
      'selector: {matchExpressions: [{key: app, operator: In, values: [web, api]}, {key: old, operator: DoesNotExist}]}',
    ),
    'review Add PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchExpressions: [{key: "app", operator: "In", values: ["web", "api"]}, {key: "old", operator: "DoesNotExist"}]}}}',
  ],
  [
    'a budget elsewhere',
    budget('name: b, namespace: shop') + workload('Deployment', selector),
    'review Remove namespace of PodDisruptionBudget: PodDisruptionBudget b: remove metadata.namespace',
    'review Add PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
  ],
  [
    'a budget elsewhere, for a namespace',
    budget('name: b') + workload('Deployment', selector, 'app: web', 'name: web, namespace: shop'),
    'review Move PodDisruptionBudget to namespace shop: PodDisruptionBudget b: set metadata.namespace = "shop"',
    'review Add PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web", namespace: "shop"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
  ],
  [
    'a budget elsewhere that is needed there',
    budget('name: b') +
      workload('Deployment', selector, 'app: web', 'name: web, namespace: shop') +
      workload('DaemonSet', selector),
    'review Add PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web", namespace: "shop"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
  ],
  [
    'an idle budget of the same name',
    budget('name: web', 'wep') + workload('Deployment', selector),
    'review Let PodDisruptionBudget select Deployment web: PodDisruptionBudget web: set spec.selector = {matchLabels: {app: "web"}}',
    'review Add PodDisruptionBudget: add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web-2"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
  ],
  [
    'no labels',
    workload('Deployment', 'selector: {}', ''),
    'review Add PodDisruptionBudget: set spec.template.metadata.labels.app = "web"; add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {app: "web"}}}}',
  ],
  [
    'no labels, and a selector that asks for some',
    workload('Deployment', 'selector: {matchLabels: {tier: front}}', ''),
    'review Add PodDisruptionBudget: set spec.template.metadata.labels.tier = "front"; add {apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "web"}, spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: {matchLabels: {tier: "front"}}}}',
  ],
  [
    'no name',
    workload('Deployment', selector, 'app: web', 'generateName: web-'),
    'unfixable: It has no name that a new object could share. Give it one, or write the object by hand.',
  ],
])

fixTable('poddisruptionbudget-has-policy', [
  [
    'none',
    '{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: a}, spec: {selector: {}}}',
    'review Let one pod go at a time: set spec.maxUnavailable = 1',
  ],
])

fixTable('stable-version', [
  [
    'CronJob',
    legacy('batch/v1beta1', 'CronJob', 'schedule: "@daily"'),
    'safe Move to batch/v1: set apiVersion = "batch/v1"',
  ],
  [
    'CronJob with a time zone',
    legacy('batch/v1beta1', 'CronJob', 'schedule: "TZ=Europe/Berlin 0 3 * * *"'),
    'review Move to batch/v1: set apiVersion = "batch/v1"; set spec.schedule = "0 3 * * *"; set spec.timeZone = "Europe/Berlin"',
  ],
  [
    'budget',
    legacy('policy/v1beta1', 'PodDisruptionBudget', selector),
    'safe Move to policy/v1: set apiVersion = "policy/v1"',
  ],
  [
    'budget for none',
    legacy('policy/v1beta1', 'PodDisruptionBudget', 'selector: {}'),
    'review Move to policy/v1: set apiVersion = "policy/v1"',
  ],
  [
    'autoscaler',
    legacy('autoscaling/v2beta2', 'HorizontalPodAutoscaler', 'metrics: [{}]'),
    'safe Move to autoscaling/v2: set apiVersion = "autoscaling/v2"',
  ],
  [
    'first autoscaler',
    legacy('autoscaling/v2beta1', 'HorizontalPodAutoscaler', 'metrics: [{type: Resource}]'),
    'unfixable: Its metrics need another form: targetAverageUtilization: 50 becomes target: {type: Utilization, averageUtilization: 50}. Rewrite each, then set autoscaling/v2.',
  ],
  [
    'workload without a selector',
    legacy('extensions/v1beta1', 'Deployment', `rollbackTo: {}, ${templateOf('app: web')}`),
    'review Move to apps/v1: set apiVersion = "apps/v1"; set spec.selector = {matchLabels: {app: "web"}}; remove spec.rollbackTo',
  ],
  [
    'workload with all',
    legacy('apps/v1beta2', 'StatefulSet', `${selector}, ${templateOf('app: web')}`),
    'review Move to apps/v1: set apiVersion = "apps/v1"',
  ],
  [
    'workload without labels',
    legacy('apps/v1beta1', 'Deployment', 'template: {}'),
    'review Move to apps/v1: set spec.template.metadata.labels.app = "web"; set apiVersion = "apps/v1"; set spec.selector = {matchLabels: {app: "web"}}',
  ],
  [
    'Ingress',
    ingress(
      '{serviceName: web, servicePort: http}',
      'extensions/v1beta1',
      'backend: {serviceName: a, servicePort: 80}, ',
    ),
    'review Move to networking.k8s.io/v1: set apiVersion = "networking.k8s.io/v1"; rename spec.backend to defaultBackend; set spec.defaultBackend = {service: {name: "a", port: {number: 80}}}; set spec.rules[0].http.paths[0].backend = {service: {name: "web", port: {name: "http"}}}; set spec.rules[0].http.paths[0].pathType = "ImplementationSpecific"',
  ],
  [
    'Ingress that is not complete',
    ingress('{serviceName: web}', 'extensions/v1beta1'),
    'unfixable: A backend lacks the name or the port of its Service, which the stable version demands. Complete it first.',
  ],
])

fixTable('statefulset-has-host-podantiaffinity', [
  [
    'none',
    workload('StatefulSet', `replicas: 2, ${selector}`),
    'review Prefer different nodes: append spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution = {weight: 100, podAffinityTerm: {topologyKey: "kubernetes.io/hostname", labelSelector: {matchLabels: {app: "web"}}}}',
  ],
  [
    'beside another term',
    workload(
      'StatefulSet',
      templateOf(
        'app: web',
        'affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1}]}}',
      ),
    ),
    'review Prefer different nodes: append spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution = {weight: 100, podAffinityTerm: {topologyKey: "kubernetes.io/hostname", labelSelector: {matchLabels: {app: "web"}}}}',
  ],
  [
    'no labels',
    workload('StatefulSet', '', ''),
    'review Prefer different nodes: set spec.template.metadata.labels.app = "web"; append spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution = {weight: 100, podAffinityTerm: {topologyKey: "kubernetes.io/hostname", labelSelector: {matchLabels: {app: "web"}}}}',
  ],
])

fixTable('deployment-pod-selector-labels-match-template-metadata-labels', [
  [
    'labels are missing',
    workload('Deployment', 'selector: {matchLabels: {app: web, a: x, b: z}}'),
    'safe Add 2 labels to the template: set spec.template.metadata.labels.a = "x"; set spec.template.metadata.labels.b = "z"',
  ],
  [
    'an expression that leaves no choice',
    workload('Deployment', 'selector: {matchExpressions: [{key: a, operator: In, values: [x]}]}'),
    'safe Add label a to the template: set spec.template.metadata.labels.a = "x"',
  ],
  [
    'an expression that leaves a choice',
    workload('Deployment', 'selector: {matchExpressions: [{key: a, operator: In, values: [x, y]}]}'),
    'review Set label a of the template: set spec.template.metadata.labels.a = "x"',
  ],
  [
    'an expression without a value',
    workload('Deployment', 'selector: {matchExpressions: [{key: a, operator: Exists}]}'),
    'unfixable: The selector leaves open which label the template should carry. Decide that, or select by a label with a value.',
  ],
  [
    'another value',
    workload('Deployment', 'selector: {matchLabels: {app: api}}'),
    'review Set label app of the template: set spec.template.metadata.labels.app = "api"',
    'review Select the labels of the template: set spec.selector.matchLabels.app = "web"',
  ],
  [
    'no selector',
    workload('Deployment', ''),
    'review Select the labels of the template: set spec.selector = {matchLabels: {app: "web"}}',
  ],
  [
    'a label that reads as none',
    workload('Deployment', 'selector: {matchLabels: {app: web, b: 1}}'),
    'unfixable: The selector leaves open which label the template should carry. Decide that, or select by a label with a value.',
  ],
  [
    'no selector, no labels',
    workload('Deployment', '', ''),
    'review Select the labels of the template: set spec.template.metadata.labels.app = "web"; set spec.selector = {matchLabels: {app: "web"}}',
  ],
  [
    'a selector that is not valid',
    workload('Deployment', 'selector: {matchLabels: {app: a b}}'),
    'unfixable: The selector is not valid: "a b" is not a valid label value. Decide what it is to ask for.',
  ],
])
