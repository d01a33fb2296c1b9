import type { Fix } from '../../../engine/findings/check'
import { amountsOf, limitRemedy, requestRemedy } from '../../facts/resourceAmounts'
import { noContainersRemedy } from '../noContainers/fix'
import type { MissingAmount } from './find'

const fix: Fix<'pod', MissingAmount | 'no containers'> = ({ data }, { object }) => {
  if (data === 'no containers') return noContainersRemedy
  const { located, resource, missing } = data
  const amounts = amountsOf(object.pod, located, resource)
  if (!amounts) return {}
  return missing === 'limit' ? limitRemedy(amounts) : requestRemedy(amounts)
}

export default fix
