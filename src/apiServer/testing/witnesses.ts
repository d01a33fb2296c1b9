import type { JsonObject } from '../../engine/model/json'
import { definition } from './definition'

const pod = (spec: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p' },
  spec: { containers: [container({})], ...spec },
})

const container = (fields: JsonObject): JsonObject => ({ name: 'a', image: 'nginx:1.29', ...fields })

/** Objects for what the bad examples of the rules do not show: other severities, and hints. */
export const witnesses: readonly JsonObject[] = [
  pod({
    containers: [container({ securityContext: { windowsOptions: { hostProcess: true } } })],
  }),
  pod({
    nodeSelector: { 'beta.kubernetes.io/os': 'x' },
  }),
  {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'n' },
    spec: {
      taints: [
        { key: 'a', effect: 'NoSchedule' },
        { key: 'a', effect: 'NoSchedule' },
      ],
    },
  },
  pod({
    volumes: [{ name: 'v', emptyDir: {} }],
    containers: [
      container({
        volumeMounts: [
          { name: 'v', mountPath: '/a' },
          { name: 'v', mountPath: '/a' },
        ],
      }),
    ],
  }),
  pod({
    imagePullSecrets: [{ name: 'a' }, { name: 'a' }],
  }),
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 's' },
    spec: { type: 'ExternalName', externalName: 'a.b', clusterIP: '10.96.0.50' },
  },
  pod({
    containers: [
      container({
        env: [
          { name: 'A', value: '1' },
          { name: 'A', value: '1' },
        ],
      }),
    ],
  }),
  {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'j' },
    spec: {
      template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'busybox:1.37' }] } },
      completionMode: 'Indexed',
      completions: 3,
      parallelism: 100001,
    },
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: { name: 'r' },
    rules: [{ nonResourceURLs: ['/x'], verbs: ['get'] }],
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 's' },
    spec: { selector: { app: 'a' }, ports: [{ port: 80 }], clusterIPs: ['10.96.0.78'] },
  },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c', finalizers: [''] }, data: { k: 'v' } },
  {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: 'l' },
    spec: { limits: [{ type: 'Pod', default: { cpu: '1' } }] },
  },
  definition({
    type: 'object',
    properties: {
      a: {
        type: 'array',
        'x-kubernetes-list-map-keys': ['k'],
        items: { type: 'object', required: ['k'], properties: { k: { type: 'string' } } },
      },
    },
  }),
  {
    apiVersion: 'autoscaling/v1',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'h' },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'w' },
      maxReplicas: 5,
      targetCPUUtilizationPercentage: 0,
    },
  },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'a',
      ownerReferences: [
        { apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'u' },
        { apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'u' },
      ],
    },
  },
  pod({ containers: [container({ resources: { limits: { memory: '1GB' } } })] }),
  {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'q' },
    spec: { hard: { pods: '10' }, scopes: ['Foo'] },
  },
  {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'a' },
    spec: {
      schedule: '@daily',
      timeZone: '',
      jobTemplate: {
        spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'c', image: 'i' }] } } },
      },
    },
  },
  pod({ volumes: [{ name: 'v', projected: { sources: [{}] } }] }),
  definition({ type: 'string' }),
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'h' },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'w' },
      maxReplicas: 5,
      metrics: [
        { type: 'External', external: { metric: { name: 'x' }, target: { type: 'Value', value: '1' } } },
      ],
      minReplicas: 0,
    },
  },
  pod({
    resources: {
      requests: { 'hugepages-2Mi': '2Mi', cpu: '1' },
      limits: { 'hugepages-2Mi': '4Mi', cpu: '1' },
    },
  }),
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 's' },
    spec: { selector: { app: 'a' }, ports: [{ port: 80 }, { port: 81 }] },
  },
  pod({
    containers: [container({ ports: [{ containerPort: 80 }, { containerPort: 80 }] })],
  }),
  pod({
    affinity: {
      nodeAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 1, preference: { matchExpressions: [{ key: 'a', operator: 'In', values: ['a b'] }] } },
        ],
      },
    },
  }),
  { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n', namespace: 'default' } },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'w' },
    spec: {
      selector: { matchLabels: { app: 'a' } },
      template: {
        metadata: { labels: { app: 'a' } },
        spec: { containers: [{ name: 'a', image: 'nginx:1.29' }], terminationGracePeriodSeconds: -1 },
      },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'a' },
    spec: { hard: { 'requests.cpu': '2', 'limits.cpu': '1' } },
  },
  pod({ imagePullSecrets: [{}] }),
  {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: 'x.static.k8s.io' },
    webhooks: [
      {
        name: 'a.example.com',
        admissionReviewVersions: ['v1'],
        sideEffects: 'None',
        clientConfig: { service: { name: 's', namespace: 'default' } },
        rules: [{ apiGroups: [''], apiVersions: ['v1'], resources: ['pods'], operations: ['CREATE'] }],
      },
    ],
  },
]
