import { check } from '../../engine/findings/check'
import { unequalAmounts } from '../families/requestsEqualLimits/find'

export default check({
  id: 'container-cpu-requests-equal-limits',
  title: 'Container CPU requests equal limits',
  topic: 'reliable',
  severities: ['critical'],
  optional: true,
  on: 'pod',
  *find({ pod }) {
    yield* unequalAmounts(pod, 'cpu', 'CPU')
  },
  fix: () => import('../families/requestsEqualLimits/fix'),
})
