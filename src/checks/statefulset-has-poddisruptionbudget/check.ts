import { check } from '../../engine/check'
import { withoutBudget } from '../withoutBudget'

export default check({
  id: 'statefulset-has-poddisruptionbudget',
  title: 'StatefulSet has PodDisruptionBudget',
  topic: 'reliable',
  on: 'StatefulSet',
  *judgeAmong(object, relations, options) {
    return yield* withoutBudget(object, object.data.spec?.replicas, relations, options)
  },
})
