import type { Fix } from '../../engine/findings/check'
import { setField } from '../facts/setField'

const fix: Fix<'PodDisruptionBudget'> = () => ({
  fixes: [
    setField(
      'Set maxUnavailable to 1',
      ['spec', 'maxUnavailable'],
      1,
      'How many Pods may be missing at a time depends on how many there are. A single Pod is then evicted before its replacement runs.',
    ),
  ],
})

export default fix
