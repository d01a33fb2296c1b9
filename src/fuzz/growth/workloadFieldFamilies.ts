import { times, type Family } from './family'
import { object, listed, mapped, job, cronJob } from './serverObjects'

/** What the rules of the API server go through: lists and maps of workloads, storage and quotas. */
export const workloadFieldFamilies: readonly Family[] = [
  {
    name: 'a long schedule',
    text: (n) => cronJob(`${times(n, (index) => String(index % 60), ',')} * * * *`),
  },
  { name: 'a schedule of many fields', text: (n) => cronJob('* '.repeat(n)) },
  { name: 'a long time zone', text: (n) => cronJob(`TZ=${'A/'.repeat(n)} * * * * *`) },
  {
    name: 'rules of a Job about failures',
    text: (n) =>
      job(
        `podFailurePolicy: {rules: ${listed(n, (index) => `{action: Ignore, onExitCodes: {operator: In, values: [${1 + index}]}}`)}}`,
      ),
  },
  {
    name: 'exit codes',
    text: (n) =>
      job(
        `podFailurePolicy: {rules: [{action: Ignore, onExitCodes: {operator: In, values: ${listed(n, (index) => String(1 + index))}}}, {action: FailJob, onExitCodes: {operator: In, values: ${listed(n, () => '1')}}}]}`,
      ),
  },
  {
    name: 'successful indexes',
    text: (n) =>
      job(
        `completionMode: Indexed, completions: ${n * 4}, parallelism: 1, successPolicy: {rules: [{succeededIndexes: "${times(n, (index) => String(2 * index), ',')}"}]}`,
      ),
  },
  {
    name: 'claim templates',
    text: (n) =>
      object(
        'apps/v1',
        'StatefulSet',
        `spec: {serviceName: a, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {volumes: ${listed(n, (index) => `{name: v${index}, emptyDir: {}}`)}, containers: [{name: c, image: "a:1", volumeMounts: ${listed(n, (index) => `{name: v${index}, mountPath: /${index}}`)}}]}}, volumeClaimTemplates: ${listed(n, (index) => `{metadata: {name: v${index}}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}`)}}`,
      ),
  },
  {
    name: 'metrics',
    text: (n) =>
      object(
        'autoscaling/v2',
        'HorizontalPodAutoscaler',
        `spec: {maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: w}, metrics: ${listed(n, (index) => `{type: Pods, pods: {metric: {name: m${index}}, target: {type: AverageValue, averageValue: 1}}}`)}, behavior: {scaleUp: {policies: ${listed(n, () => '{type: Pods, value: 1, periodSeconds: 1}')}}}}`,
      ),
  },
  {
    name: 'access modes and options',
    text: (n) =>
      object(
        'v1',
        'PersistentVolume',
        `spec: {capacity: {storage: 1Gi}, accessModes: ${listed(n, () => 'ReadWriteOnce')}, mountOptions: ${listed(n, (index) => `o${index}`)}, hostPath: {path: /a}}`,
      ),
  },
  {
    name: 'topologies',
    text: (n) =>
      object(
        'storage.k8s.io/v1',
        'StorageClass',
        `provisioner: a\nparameters: ${mapped(n, (index) => `k${index}: v`)}\nallowedTopologies: ${listed(n, (index) => `{matchLabelExpressions: [{key: k${index}, values: [a, b]}]}`)}`,
      ),
  },
  {
    name: 'one topology',
    text: (n) =>
      object(
        'storage.k8s.io/v1',
        'StorageClass',
        `provisioner: a\nallowedTopologies: ${listed(n, () => '{matchLabelExpressions: [{key: k, values: [a]}]}')}`,
      ),
  },
  {
    name: 'values of a topology',
    text: (n) =>
      object(
        'storage.k8s.io/v1',
        'StorageClass',
        `provisioner: a\nallowedTopologies: [{matchLabelExpressions: [{key: k, values: ${listed(n, (index) => `v${index}`)}}]}]`,
      ),
  },
  {
    name: 'drivers and keys of a node',
    text: (n) =>
      object(
        'storage.k8s.io/v1',
        'CSINode',
        `spec: {drivers: ${listed(n, (index) => `{name: d${index}, nodeID: a, topologyKeys: [a]}`)}}`,
      ),
  },
  {
    name: 'tokens of a CSI driver',
    text: (n) =>
      object(
        'storage.k8s.io/v1',
        'CSIDriver',
        `spec: {tokenRequests: ${listed(n, (index) => `{audience: a${index >> 1}}`)}}`,
      ),
  },
  {
    name: 'taints of a Node',
    text: (n) =>
      object(
        'v1',
        'Node',
        `spec: {podCIDRs: ${listed(n, (index) => `10.${index % 256}.0.0/16`)}, taints: ${listed(n, (index) => `{key: k${index}, effect: NoSchedule}`)}}`,
      ),
  },
  {
    name: 'limits of a quota',
    text: (n) =>
      object(
        'v1',
        'ResourceQuota',
        `spec: {hard: ${mapped(n, (index) => `count/r${index}.a: 1`)}, scopes: ${listed(n, () => 'BestEffort')}}`,
      ),
  },
  {
    name: 'limits of a LimitRange',
    text: (n) =>
      object(
        'v1',
        'LimitRange',
        `spec: {limits: ${listed(n, () => '{type: Container, max: {cpu: 1}}')}}\n---\n${object('v1', 'LimitRange', `spec: {limits: [{type: Container, max: ${mapped(n, (index) => `a.b/r${index}: 1`)}}]}`)}`,
      ),
  },
]
