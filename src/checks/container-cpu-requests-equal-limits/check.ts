import { check } from '../../engine/findings/check'
import { unequalAmounts } from '../families/requestsEqualLimits/find'

export default check({
  id: 'container-cpu-requests-equal-limits',
  title: 'Container CPU requests equal limits',
  topic: 'reliable',
  optional: true,
  on: 'pod',
  *judge({ pod }) {
    yield* unequalAmounts(pod, 'cpu', 'CPU')
  },
})
