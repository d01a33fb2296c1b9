import type { Fix } from '../../../engine/findings/check'
import { amountsOf, limitFixes, requestFixes } from '../../facts/resourceAmounts'
import { noContainersRemedy } from '../noContainers/fix'
import type { MissingAmount } from './find'

type Resource = { readonly noun: string; readonly request: string; readonly limit: string }

/** The resources in titles, and the amounts to start with when nothing is known. */
const resources: Readonly<Record<string, Resource>> = {
  cpu: { noun: 'CPU', request: '100m', limit: '500m' },
  memory: { noun: 'memory', request: '128Mi', limit: '256Mi' },
  'ephemeral-storage': { noun: 'ephemeral storage', request: '1Gi', limit: '2Gi' },
}

const fix: Fix<'pod', MissingAmount | 'no containers'> = ({ data }) => {
  if (data === 'no containers') return noContainersRemedy
  const { located, resource, missing } = data
  const usual = resources[resource]
  if (!usual) return {}
  const amounts = amountsOf(located, resource, usual.noun)
  return { fixes: missing === 'limit' ? limitFixes(amounts, usual) : requestFixes(amounts, usual) }
}

export default fix
