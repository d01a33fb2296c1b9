import type { Mended } from '../../engine/findings/check'
import type { LocatedContainer } from '../../engine/objects/readObjects'
import { setField } from '../facts/setField'

/** The container gives up its power over the node. */
export const unprivileged = ({ path }: LocatedContainer): Mended => ({
  fixes: [
    setField(
      'Set privileged to false',
      [...path, 'securityContext', 'privileged'],
      false,
      'What manages the node itself, such as network and storage plugins, stops working. Others may need a single capability instead.',
    ),
  ],
})
