import { check } from '../../engine/check'
import { imageTag, isFloating } from '../imageTag'

export default check({
  id: 'container-image-tag',
  title: 'Container image tag',
  topic: 'reliable',
  on: 'pod',
  *judge({ pod }) {
    for (const { container, name, path, title } of pod.containers) {
      const tag = imageTag(container.image)
      if (!isFloating(tag)) continue
      const image = container.image ?? ''
      yield {
        severity: 'critical',
        at: [...path, 'image'],
        subject: name,
        message: image
          ? `${title} runs ${image}, ${tag === 'latest' ? 'whose tag latest moves' : 'which has no tag'}.`
          : `${title} names no image.`,
        advice: 'Two pods of the same object can run different builds, and a rollback brings back nothing.',
        unfixable: 'Only you know which version is meant: name a tag that never moves, or a digest.',
      }
    }
  },
})
