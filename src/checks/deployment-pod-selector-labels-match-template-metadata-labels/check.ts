import { check } from '../../engine/findings/check'
import { selectorMismatch } from '../families/selectorMatchesTemplate/find'

export default check({
  id: 'deployment-pod-selector-labels-match-template-metadata-labels',
  title: 'Deployment pod selector labels match template metadata labels',
  topic: 'valid',
  severities: ['critical'],
  on: 'Deployment',
  find: selectorMismatch,
  fix: () => import('../families/selectorMatchesTemplate/fix'),
})
