import { check } from '../../engine/check'
import { unequalAmounts } from '../unequalAmounts'

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
