import type { Fix } from '../../engine/findings/check'
import { amountsOf, limitFixes, requestFixes } from '../facts/resourceAmounts'
import { noContainersRemedy } from '../families/noContainers/fix'
import type { MissingAmount } from './check'

const nouns = { cpu: 'CPU', memory: 'memory' }
const usual = { cpu: { request: '100m', limit: '500m' }, memory: { request: '128Mi', limit: '256Mi' } }

const fix: Fix<'pod', MissingAmount | 'no containers'> = ({ data }) => {
  if (data === 'no containers') return noContainersRemedy
  const { located, resource, missing } = data
  const amounts = amountsOf(located, resource, nouns[resource])
  return {
    fixes:
      missing === 'limit' ? limitFixes(amounts, usual[resource]) : requestFixes(amounts, usual[resource]),
  }
}

export default fix
