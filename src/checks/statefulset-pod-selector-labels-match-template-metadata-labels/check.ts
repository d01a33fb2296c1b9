import { check } from '../../engine/findings/check'
import { selectorMismatch } from '../families/selectorMatchesTemplate/find'

export default check({
  id: 'statefulset-pod-selector-labels-match-template-metadata-labels',
  title: 'StatefulSet pod selector labels match template metadata labels',
  topic: 'valid',
  on: 'StatefulSet',
  *judge(object) {
    yield* selectorMismatch(object, object.data.spec?.selector)
  },
})
