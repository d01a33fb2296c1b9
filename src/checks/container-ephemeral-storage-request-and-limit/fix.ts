import type { Mended } from '../../engine/findings/check'
import type { LocatedContainer } from '../../engine/objects/readObjects'
import { amountsOf, limitProposals, requestProposals } from '../facts/resourceAmounts'

export * from '../families/noContainers/fix'

const usual = { request: '1Gi', limit: '2Gi' }

/** For a missing limit. */
export const limit = (placed: LocatedContainer): Mended => ({
  fixes: limitProposals(storageOf(placed), usual),
})

/** For a missing request. */
export const request = (placed: LocatedContainer): Mended => ({
  fixes: requestProposals(storageOf(placed), usual),
})

const storageOf = (placed: LocatedContainer) => amountsOf(placed, 'ephemeral-storage', 'ephemeral storage')
