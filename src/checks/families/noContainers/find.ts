import type { Remark } from '../../../engine/findings/check'
import type { Pod } from '../../../engine/objects/readObjects'
import type * as Mends from './fix'

/** What the checks of container resources say of a pod that runs nothing. */
export const noContainers = ({ path }: Pod): Remark => ({
  severity: 'critical',
  at: [...path, 'spec', 'containers'],
  subject: '',
  message: 'The pod has no containers.',
  mend: (by: typeof Mends) => by.nothingRuns(),
})
