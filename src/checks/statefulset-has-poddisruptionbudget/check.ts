import { check } from '../../engine/findings/check'
import { withoutBudget } from '../families/hasPodDisruptionBudget/find'

export default check({
  id: 'statefulset-has-poddisruptionbudget',
  title: 'StatefulSet has PodDisruptionBudget',
  topic: 'reliable',
  on: 'StatefulSet',
  *judgeAmong(object, relations, options) {
    return yield* withoutBudget(object, object.data.spec?.replicas, relations, options)
  },
})
