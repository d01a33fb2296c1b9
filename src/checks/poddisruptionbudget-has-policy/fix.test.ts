import { fixTable } from '../testing/fixTable'

fixTable('poddisruptionbudget-has-policy', [
  [
    'none',
    '{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: a}, spec: {selector: {}}}',
    'review Set maxUnavailable to 1: set spec.maxUnavailable = 1',
  ],
])
