import type { Fix } from '../../engine/findings/check'
import { amountsOf, limitFixes, requestFixes } from '../facts/resourceAmounts'
import { noContainersRemedy } from '../families/noContainers/fix'
import type { MissingStorage } from './check'

const usual = { request: '1Gi', limit: '2Gi' }

const fix: Fix<'pod', MissingStorage | 'no containers'> = ({ data }) => {
  if (data === 'no containers') return noContainersRemedy
  const amounts = amountsOf(data.located, 'ephemeral-storage', 'ephemeral storage')
  return { fixes: data.missing === 'limit' ? limitFixes(amounts, usual) : requestFixes(amounts, usual) }
}

export default fix
