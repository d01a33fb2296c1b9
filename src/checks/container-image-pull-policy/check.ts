import { check } from '../../engine/check'
import { imageTag, isFloating } from '../imageTag'
import { setting } from '../setting'

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
            'A cluster that gets its images without a registry, such as kind or minikube, cannot pull them.',
          ),
        ],
      }
    }
  },
})
