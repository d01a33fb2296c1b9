import type { Fix } from '../../engine/findings/check'
import { guessField } from '../facts/guessField'

const fix: Fix<'PodDisruptionBudget'> = () => ({
  fixes: [
    guessField(
      'Set maxUnavailable to 1',
      ['spec', 'maxUnavailable'],
      1,
      'How many Pods may be missing at a time depends on how many there are. A single Pod is then evicted before its replacement runs.',
      'number of Pods that may be missing at a time',
    ),
  ],
})

export default fix
