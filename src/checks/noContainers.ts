import type { Remark } from '../engine/check'
import type { Pod } from '../engine/objects'

/** Why nothing can be done about a pod that runs nothing. */
export const nothingRuns =
  'Only you know what it should run: add a container with a name and an image, or delete the object.'

/** What the checks of container resources say of a pod that runs nothing. */
export const noContainers = ({ path }: Pod): Remark => ({
  severity: 'critical',
  at: [...path, 'spec', 'containers'],
  subject: '',
  message: 'The pod has no containers.',
  unfixable: nothingRuns,
})
