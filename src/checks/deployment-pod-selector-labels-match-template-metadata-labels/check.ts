import { check } from '../../engine/check'
import { selectorMismatch } from '../selectorMismatch'

export default check({
  id: 'deployment-pod-selector-labels-match-template-metadata-labels',
  title: 'Deployment pod selector labels match template metadata labels',
  topic: 'valid',
  on: 'Deployment',
  *judge(object) {
    yield* selectorMismatch(object, object.data.spec?.selector)
  },
})
