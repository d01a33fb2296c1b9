import { check } from '../../engine/findings/check'
import { withoutBudget } from '../families/hasPodDisruptionBudget/find'

export default check({
  id: 'deployment-has-poddisruptionbudget',
  title: 'Deployment has PodDisruptionBudget',
  topic: 'reliable',
  on: 'Deployment',
  *judgeAmong(object, relations, options) {
    return yield* withoutBudget(object, object.data.spec?.replicas, relations, options)
  },
})
