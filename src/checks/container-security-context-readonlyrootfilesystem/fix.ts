import type { Mended } from '../../engine/findings/check'
import type { LocatedContainer, PodBearer } from '../../engine/objects/readObjects'
import { scratchSpace } from './scratchVolumes'
import { setField } from '../facts/setField'

/** Nothing can be written but to volumes: with new ones where programs usually write, and without. */
export function readOnly(object: PodBearer, placed: LocatedContainer): Mended {
  const { directories, changes } = scratchSpace(object, placed)
  const path = [...placed.path, 'securityContext', 'readOnlyRootFilesystem']
  const only = setField('Make the root filesystem read-only', path, true, elsewhere)
  if (directories.length === 0) return { fixes: [only] }
  return {
    fixes: [
      {
        title: `Make the root filesystem read-only, with a volume for ${directories.join(', ')}`,
        safety: 'review',
        note: `${elsewhere} The size of the new volumes is a placeholder: who writes more is evicted.`,
        changes: [{ kind: 'set', path, value: true }, ...changes],
      },
      only,
    ],
  }
}

const elsewhere = 'Look whether the program writes anywhere else: each such directory needs a volume.'
