import { check } from '../../engine/findings/check'
import { imageTag, isFloating } from '../facts/imageReference'
import type * as Mends from './fix'

export default check({
  id: 'container-image-tag',
  title: 'Container image tag',
  topic: 'reliable',
  on: 'pod',
  *judgeAmong(object, relations) {
    for (const placed of object.pod.containers) {
      const { container, name, path, title } = placed
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
        mend: (by: typeof Mends) => by.pinned(placed, object, relations),
      }
    }
  },
})
