import type { Mended } from '../../engine/check'
import type { PlacedContainer, Pod } from '../../engine/objects'
import { imageTag, isFloating, repository } from '../imageTag'

/** Only another container of the same pod can tell which version is meant. */
export function pinned({ container, path }: PlacedContainer, pod: Pod): Mended {
  const { image = '', imagePullPolicy } = container
  if (!image)
    return { unfixable: 'Only you know what it should run: name an image, with a tag that never moves.' }
  const known = pod.containers.flatMap((other) => {
    const isSame = other.container.image && repository(other.container.image) === repository(image)
    return isSame && isPinned(other.container.image)
      ? [{ image: other.container.image, by: other.title }]
      : []
  })
  const versions = known.filter(
    ({ image: one }, index) => known.findIndex((other) => other.image === one) === index,
  )
  if (versions.length === 0)
    return { unfixable: 'Only you know which version is meant: name a tag that never moves, or a digest.' }
  return {
    fixes: versions.map(({ image: version, by }) => ({
      title: `Set image to ${version}`,
      safety: 'review',
      note: `${by} runs this version. Look whether it is the one to run here too; without a pull policy the image would from then on be pulled only once, so Always stays in writing.`,
      changes: [
        { kind: 'set', path: [...path, 'image'], value: version },
        // An image that is not pinned is always pulled unless something else is said.
        ...(imagePullPolicy
          ? []
          : [{ kind: 'set', path: [...path, 'imagePullPolicy'], value: 'Always' } as const]),
      ],
    })),
  }
}

/** A tag or a digest behind the name; a placeholder for one says nothing yet. */
function isPinned(image = ''): boolean {
  const version = image.slice(repository(image).length)
  return version !== '' && !isFloating(imageTag(image)) && !/[${}]/.test(image)
}
