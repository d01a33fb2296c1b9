import type { Mended } from '../engine/check'
import type { PlacedContainer } from '../engine/objects'
import { amountsOf, levelling } from './amounts'

/** What makes a container's request and limit of a resource the same amount. */
export const levelled = (placed: PlacedContainer, resource: string, noun: string): Mended =>
  levelling(amountsOf(placed, resource, noun))
