import { fixTable } from '../testing/fixTable'
import { serviceFor, workload } from '../testing/manifests'

fixTable('service-targets-pod', [
  [
    'nearest first',
    serviceFor('app: web-apix') +
      workload('Deployment', '', 'app: web-bpi') +
      workload('StatefulSet', '', 'app: web-api'),
    'review Select the Pods of StatefulSet web: set spec.selector.app = "web-api"',
    'review Select the Pods of Deployment web: set spec.selector.app = "web-bpi"',
  ],
  [
    'the workload of its name',
    serviceFor('app: frontend') +
      workload('Deployment', 'selector: {matchLabels: {name: web}}', 'name: web, v: "1"'),
    'risky Select the Pods of Deployment web: set spec.selector = {name: "web"}',
  ],
  [
    'in another namespace',
    serviceFor('app: web') + workload('Deployment', '', 'app: web', 'name: web, namespace: shop'),
    'unfixable: No Pod in this text has similar labels. Add the workload behind it, or copy the labels of the one you want, in the same namespace.',
  ],
  [
    'no selector',
    '{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}]}}',
    'unfixable: It has no selector, and there are no Pods in this text. Ignore this check if something else creates its endpoints; otherwise add a selector.',
  ],
])
