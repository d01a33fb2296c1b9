import { check } from '../../engine/findings/check'
import { imageTag, isFloating } from '../facts/imageReference'

export default check({
  id: 'container-image-pull-policy',
  title: 'Container image pull policy',
  topic: 'secure',
  severities: ['critical'],
  on: 'pod',
  *find({ pod }) {
    for (const located of pod.containers) {
      const { container, name, path, about, title } = located
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
        title: policy ? 'Pull policy is not Always' : 'No pull policy',
        about,
        advice:
          'A Pod can run an image that is already on the node without having the right to pull it itself.',
        data: located,
      }
    }
  },
  fix: () => import('./fix'),
})
