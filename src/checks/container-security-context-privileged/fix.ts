import type { Fix } from '../../engine/findings/check'
import type { LocatedContainer } from '../../engine/objects/readObjects'
import { setField } from '../facts/setField'

const fix: Fix<'pod', LocatedContainer> = ({ data: { path } }) => ({
  fixes: [
    setField(
      'Set privileged to false',
      [...path, 'securityContext', 'privileged'],
      false,
      'Programs that manage the node itself, such as network and storage plugins, stop working. Others may need a single capability instead.',
    ),
  ],
})

export default fix
