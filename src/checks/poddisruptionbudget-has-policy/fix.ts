import type { Mended } from '../../engine/findings/check'
import { setField } from '../facts/setField'

/** The least that a budget can allow. */
export const oneAtATime = (): Mended => ({
  fixes: [
    setField(
      'Let one pod go at a time',
      ['spec', 'maxUnavailable'],
      1,
      'How many may be missing at a time depends on how many there are. A single pod is then evicted without a successor.',
    ),
  ],
})
