import { check } from '../../engine/findings/check'
import { unequalAmounts } from '../families/requestsEqualLimits/find'

export default check({
  id: 'container-memory-requests-equal-limits',
  title: 'Container memory requests equal limits',
  topic: 'reliable',
  optional: true,
  on: 'pod',
  *judge({ pod }) {
    yield* unequalAmounts(pod, 'memory', 'memory')
  },
})
