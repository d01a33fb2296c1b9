import type { Fix } from '../../engine/findings/check'
import type { LocatedContainer } from '../../engine/objects/readObjects'
import { setField } from '../facts/setField'
import { scratchVolumes } from './scratchVolumes'

const note = 'Check whether the program writes anywhere else: every such directory needs a volume.'

/** Only volumes can be written to: with new ones where programs usually write, and without. */
const fix: Fix<'pod', LocatedContainer> = ({ data: located }, { object }) => {
  const { directories, changes } = scratchVolumes(object, located)
  const path = [...located.path, 'securityContext', 'readOnlyRootFilesystem']
  const only = setField('Make the root filesystem read-only', path, true, note)
  if (directories.length === 0) return { fixes: [only] }
  return {
    fixes: [
      {
        title: `Make the root filesystem read-only, with a volume for ${directories.join(', ')}`,
        safety: 'review',
        note: `${note} The size of the new volumes is a placeholder: a Pod that writes more is evicted.`,
        changes: [{ kind: 'set', path, value: true }, ...changes],
      },
      only,
    ],
  }
}

export default fix
