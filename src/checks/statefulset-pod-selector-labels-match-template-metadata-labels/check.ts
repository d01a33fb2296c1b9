import { check } from '../../engine/findings/check'
import { selectorMismatch } from '../families/selectorMatchesTemplate/find'

export default check({
  id: 'statefulset-pod-selector-labels-match-template-metadata-labels',
  title: 'StatefulSet pod selector labels match template metadata labels',
  topic: 'valid',
  severities: ['critical'],
  on: 'StatefulSet',
  find: selectorMismatch,
  fix: () => import('../families/selectorMatchesTemplate/fix'),
})
