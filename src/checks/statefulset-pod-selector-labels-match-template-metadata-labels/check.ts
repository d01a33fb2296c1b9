import { check } from '../../engine/check'
import { selectorMismatch } from '../selectorMismatch'

export default check({
  id: 'statefulset-pod-selector-labels-match-template-metadata-labels',
  title: 'StatefulSet pod selector labels match template metadata labels',
  topic: 'valid',
  on: 'StatefulSet',
  *judge(object) {
    yield* selectorMismatch(object, object.data.spec?.selector)
  },
})
