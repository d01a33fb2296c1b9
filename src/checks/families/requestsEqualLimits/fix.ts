import type { Fix } from '../../../engine/findings/check'
import { amountsOf, equalizeAmounts } from '../../facts/resourceAmounts'
import type { UnequalAmounts } from './find'

/** Makes the request and the limit of a container equal. */
const fix: Fix<'pod', UnequalAmounts> = ({ data: { located, resource, noun } }) =>
  equalizeAmounts(amountsOf(located, resource, noun))

export default fix
