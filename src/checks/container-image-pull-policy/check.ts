import { check } from '../../engine/findings/check'
import { imageTag, isFloating } from '../facts/imageReference'
import type * as Mends from './fix'

export default check({
  id: 'container-image-pull-policy',
  title: 'Container image pull policy',
  topic: 'secure',
  on: 'pod',
  *judge({ pod }) {
    for (const placed of pod.containers) {
      const { container, name, path, title } = placed
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
        mend: (by: typeof Mends) => by.always(placed),
      }
    }
  },
})
