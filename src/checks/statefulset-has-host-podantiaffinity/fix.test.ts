import { fixTable } from '../testing/fixTable'
import { templateOf, workload } from '../testing/manifests'

const selector = 'selector: {matchLabels: {app: web}}'

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
