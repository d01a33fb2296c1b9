import type { Fix } from '../../../engine/findings/check'
import { amountsOf, equalizeAmounts } from '../../facts/resourceAmounts'
import type { UnequalAmounts } from './find'

/** Makes the request and the limit of a container equal. */
const fix: Fix<'pod', UnequalAmounts> = ({ data: { located, resource } }, { object }) => {
  const amounts = amountsOf(object.pod, located, resource)
  return amounts ? equalizeAmounts(amounts) : {}
}

export default fix
