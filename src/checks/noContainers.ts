import type { Remark } from '../engine/check'
import type { Pod } from '../engine/objects'
import type * as Mends from './noContainersMend'

/** What the checks of container resources say of a pod that runs nothing. */
export const noContainers = ({ path }: Pod): Remark => ({
  severity: 'critical',
  at: [...path, 'spec', 'containers'],
  subject: '',
  message: 'The pod has no containers.',
  mend: (by: typeof Mends) => by.nothingRuns(),
})
