import { check } from '../../engine/findings/check'
import { withoutBudget } from '../families/hasPodDisruptionBudget/find'

export default check({
  id: 'statefulset-has-poddisruptionbudget',
  title: 'StatefulSet has PodDisruptionBudget',
  topic: 'reliable',
  severities: ['critical'],
  on: 'StatefulSet',
  findAmong: withoutBudget,
  fix: () => import('../families/hasPodDisruptionBudget/fix'),
})
