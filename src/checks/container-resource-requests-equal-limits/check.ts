import { check } from '../../engine/findings/check'
import { unequalAmounts } from '../families/requestsEqualLimits/find'

export default check({
  id: 'container-resource-requests-equal-limits',
  title: 'Container resource requests equal limits',
  topic: 'reliable',
  severities: ['critical'],
  optional: true,
  on: 'pod',
  *find({ pod }) {
    yield* unequalAmounts(pod, 'cpu', 'CPU')
    yield* unequalAmounts(pod, 'memory', 'memory')
  },
  fix: () => import('../families/requestsEqualLimits/fix'),
})
