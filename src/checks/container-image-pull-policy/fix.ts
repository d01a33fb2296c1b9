import type { Mended } from '../../engine/findings/check'
import type { LocatedContainer } from '../../engine/objects/readObjects'
import { setField } from '../facts/setField'

const unpinned =
  'Every start then needs the registry. Images that were loaded into the nodes by hand, as with kind, cannot be pulled.'
const pinned =
  'The digest fixes the content already: this only adds that credentials are checked, and that every start needs the registry.'

/** Every start pulls the image. */
export const always = ({ container, path }: LocatedContainer): Mended => ({
  fixes: [
    setField(
      'Set pull policy to Always',
      [...path, 'imagePullPolicy'],
      'Always',
      container.image?.includes('@') ? pinned : unpinned,
    ),
  ],
})
