import { fixTable } from '../testing/fixTable'
import { serviceFor, workload } from '../testing/manifests'

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
    'unfixable: The selector does not say which label the template should have. Decide that, or select a label with a value.',
  ],
  [
    'another value',
    workload('Deployment', 'selector: {matchLabels: {app: api}}'),
    'review Set label app of the template: set spec.template.metadata.labels.app = "api"',
    'review Select the labels of the template: set spec.selector.matchLabels.app = "web"',
  ],
  [
    'another value, and a Service that selects the label of the template',
    serviceFor('app: web') + workload('Deployment', 'selector: {matchLabels: {app: api}}'),
    'review Select the labels of the template: set spec.selector.matchLabels.app = "web"',
    'risky Set label app of the template: set spec.template.metadata.labels.app = "api"',
  ],
  [
    'another value, and a Service that selects another label',
    serviceFor('tier: front') +
      workload('Deployment', 'selector: {matchLabels: {app: api}}', 'app: web, tier: front'),
    'review Set label app of the template: set spec.template.metadata.labels.app = "api"',
    'review Select the labels of the template: set spec.selector.matchLabels.app = "web"',
  ],
  [
    'no selector, and labels of a version',
    workload('Deployment', '', 'app: web, version: v1'),
    'review Select the labels of the template: set spec.selector = {matchLabels: {app: "web"}}',
  ],
  [
    'no selector',
    workload('Deployment', ''),
    'review Select the labels of the template: set spec.selector = {matchLabels: {app: "web"}}',
  ],
  [
    'a label that reads as none',
    workload('Deployment', 'selector: {matchLabels: {app: web, b: 1}}'),
    'unfixable: The selector does not say which label the template should have. Decide that, or select a label with a value.',
  ],
  [
    'no selector, no labels',
    workload('Deployment', '', ''),
    'review Select the labels of the template: set spec.template.metadata.labels.app = "web"; set spec.selector = {matchLabels: {app: "web"}}',
  ],
  [
    'a selector that is not valid',
    workload('Deployment', 'selector: {matchLabels: {app: a b}}'),
    'unfixable: The selector is not valid: "a b" is not a valid label value. Decide what it should select.',
  ],
])
