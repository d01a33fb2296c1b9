import type { Mended } from '../../engine/findings/check'
import type { PlacedContainer } from '../../engine/objects/readObjects'
import { setting } from '../facts/setField'

/** The container gives up its power over the node. */
export const unprivileged = ({ path }: PlacedContainer): Mended => ({
  fixes: [
    setting(
      'Set privileged to false',
      [...path, 'securityContext', 'privileged'],
      false,
      'What manages the node itself, such as network and storage plugins, stops working. Others may need a single capability instead.',
    ),
  ],
})
