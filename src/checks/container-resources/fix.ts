import type { Mended } from '../../engine/findings/check'
import type { LocatedContainer } from '../../engine/objects/readObjects'
import { amountsOf, limitProposals, requestProposals } from '../facts/resourceAmounts'

export * from '../families/noContainers/fix'

const nouns = { cpu: 'CPU', memory: 'memory' }
const usual = { cpu: { request: '100m', limit: '500m' }, memory: { request: '128Mi', limit: '256Mi' } }

type Resource = keyof typeof usual

/** For a missing limit. */
export const limit = (placed: LocatedContainer, resource: Resource): Mended => ({
  fixes: limitProposals(amountsOf(placed, resource, nouns[resource]), usual[resource]),
})

/** For a missing request. */
export const request = (placed: LocatedContainer, resource: Resource): Mended => ({
  fixes: requestProposals(amountsOf(placed, resource, nouns[resource]), usual[resource]),
})
