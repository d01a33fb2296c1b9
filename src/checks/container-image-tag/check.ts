import { check } from '../../engine/findings/check'
import { missingTitle } from '../../engine/model/titles'
import { imageTag, isFloating } from '../facts/imageReference'

export default check({
  id: 'container-image-tag',
  title: 'Container image tag',
  topic: 'reliable',
  severities: ['critical'],
  on: 'pod',
  *find({ pod }) {
    for (const located of pod.containers) {
      const { container, name, path, about, title } = located
      const tag = imageTag(container.image)
      if (!isFloating(tag)) continue
      const image = container.image ?? ''
      const tagText = tag === 'latest' ? 'with the floating tag latest' : 'without a tag'
      yield {
        severity: 'critical',
        at: [...path, 'image'],
        subject: name,
        message: image ? `${title} uses ${image} ${tagText}.` : `${title} has no image.`,
        title: image ? `Image ${tagText}` : missingTitle([...path, 'image']),
        about,
        advice: 'Pods of the same workload can run different builds, and a rollback may change nothing.',
        data: located,
      }
    }
  },
  fix: () => import('./fix'),
})
