import type { Mended } from '../../../engine/findings/check'
import type { LocatedContainer } from '../../../engine/objects/readObjects'
import { amountsOf, levelling } from '../../facts/resourceAmounts'

/** What makes a container's request and limit of a resource the same amount. */
export const levelled = (placed: LocatedContainer, resource: string, noun: string): Mended =>
  levelling(amountsOf(placed, resource, noun))
