import { fixTable } from '../testing/fixTable'
import { workload } from '../testing/manifests'

const policy = (types: string, pods = 'app: web') =>
  `\n---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: web}, spec: {podSelector: {matchLabels: {${pods}}}, policyTypes: [${types}]}}`

fixTable('networkpolicy-targets-pod', [
  [
    'a value in other letters',
    policy('Ingress', 'app: Web') + workload('Deployment', ''),
    'review Select the Pods of Deployment web (may cut traffic): set spec.podSelector.matchLabels.app = "web"',
  ],
  [
    'a key of another spelling',
    policy('Ingress', 'ap: web') + workload('Deployment', ''),
    'review Select the Pods of Deployment web (may cut traffic): rename spec.podSelector.matchLabels.ap to app',
  ],
  [
    'nothing near',
    policy('Ingress', 'app: database') + workload('Deployment', '', 'app: web', 'name: other'),
    'unfixable: No Pod in this text has similar labels. Add the workload that it protects, or copy the labels of the one you want, in the same namespace.',
  ],
])
