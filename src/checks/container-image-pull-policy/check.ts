import { check } from '../../engine/check'
import { imageTag, isFloating } from '../imageTag'
import { setting } from '../setting'

const unpinned =
  'Every start then needs the registry. Images that were loaded into the nodes by hand, as with kind, cannot be pulled.'
const pinned =
  'The digest fixes the content already: this only adds that credentials are checked, and that every start needs the registry.'

export default check({
  id: 'container-image-pull-policy',
  title: 'Container image pull policy',
  topic: 'secure',
  on: 'pod',
  *judge({ pod }) {
    for (const { container, name, path, title } of pod.containers) {
      const policy = container.imagePullPolicy ?? ''
      // Without a policy, an image without a fixed tag is always pulled.
      if (policy === 'Always' || (policy === '' && isFloating(imageTag(container.image)))) continue
      yield {
        severity: 'critical',
        at: [...path, 'imagePullPolicy'],
        subject: name,
        message: policy
          ? `${title} has the pull policy ${policy}.`
          : `${title} has no pull policy, which means IfNotPresent.`,
        advice:
          'Any pod on the node may use an image that someone else pulled, without the right to pull it itself.',
        fixes: [
          setting(
            'Set pull policy to Always',
            [...path, 'imagePullPolicy'],
            'Always',
            container.image?.includes('@') ? pinned : unpinned,
          ),
        ],
      }
    }
  },
})
