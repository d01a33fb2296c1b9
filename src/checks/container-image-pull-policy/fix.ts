import type { Fix } from '../../engine/findings/check'
import { review, risky } from '../../engine/findings/remedy'
import type { LocatedContainer } from '../../engine/objects/readObjects'
import { setField } from '../facts/setField'

const needsRegistry = 'Every start then needs the registry.'
const byTag = `${needsRegistry} Images that were loaded onto the nodes by hand, as with kind, cannot be pulled.`
const byDigest = `The digest already fixes the content, so this only adds a check of the credentials. ${needsRegistry}`
const loadedByHand =
  'Never means that the image is loaded onto the nodes by hand. If no registry has it, no Pod starts any more.'

/** Pulls the image at every start. */
const fix: Fix<'pod', LocatedContainer> = ({ data: { container, path } }) => {
  const { image, imagePullPolicy } = container
  const assessment =
    imagePullPolicy === 'Never' ? risky(loadedByHand) : review(image?.includes('@') ? byDigest : byTag)
  return {
    fixes: [setField('Set pull policy to Always', [...path, 'imagePullPolicy'], 'Always', assessment)],
  }
}

export default fix
