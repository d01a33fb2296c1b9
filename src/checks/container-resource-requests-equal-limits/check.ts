import { check } from '../../engine/findings/check'
import { unequalAmounts } from '../families/requestsEqualLimits/find'

export default check({
  id: 'container-resource-requests-equal-limits',
  title: 'Container resource requests equal limits',
  topic: 'reliable',
  optional: true,
  on: 'pod',
  *judge({ pod }) {
    yield* unequalAmounts(pod, 'cpu', 'CPU')
    yield* unequalAmounts(pod, 'memory', 'memory')
  },
})
