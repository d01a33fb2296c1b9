import type { Mended } from '../../../engine/findings/check'
import type { PlacedContainer } from '../../../engine/objects/readObjects'
import { amountsOf, levelling } from '../../facts/resourceAmounts'

/** What makes a container's request and limit of a resource the same amount. */
export const levelled = (placed: PlacedContainer, resource: string, noun: string): Mended =>
  levelling(amountsOf(placed, resource, noun))
