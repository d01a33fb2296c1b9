import { check } from '../../engine/findings/check'
import { withoutBudget } from '../families/hasPodDisruptionBudget/find'

export default check({
  id: 'deployment-has-poddisruptionbudget',
  title: 'Deployment has PodDisruptionBudget',
  topic: 'reliable',
  severities: ['critical'],
  on: 'Deployment',
  findAmong: withoutBudget,
  fix: () => import('../families/hasPodDisruptionBudget/fix'),
})
