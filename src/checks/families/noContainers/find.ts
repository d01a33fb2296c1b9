import { missingTitle } from '../../../engine/model/titles'
import type { Pod } from '../../../engine/objects/readObjects'

/** What several checks of containers report on a Pod that has none. */
export const noContainers = ({ path }: Pod) =>
  ({
    severity: 'critical',
    at: [...path, 'spec', 'containers'],
    subject: '',
    message: 'The Pod has no containers.',
    title: missingTitle(['containers']),
    data: 'no containers',
  }) as const
