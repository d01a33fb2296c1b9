import type { Fix } from '../../engine/findings/check'
import type { LocatedContainer } from '../../engine/objects/readObjects'
import { setField } from '../facts/setField'

const byTag =
  'Every start then needs the registry. Images that were loaded onto the nodes by hand, as with kind, cannot be pulled.'
const byDigest =
  'The digest already fixes the content: this only adds a check of the credentials, and every start needs the registry.'

/** Pulls the image at every start. */
const fix: Fix<'pod', LocatedContainer> = ({ data: { container, path } }) => ({
  fixes: [
    setField(
      'Set pull policy to Always',
      [...path, 'imagePullPolicy'],
      'Always',
      container.image?.includes('@') ? byDigest : byTag,
    ),
  ],
})

export default fix
