import type { Fix } from '../../engine/findings/check'
import { risky } from '../../engine/findings/remedy'
import { titleOf, type KubernetesObject, type LocatedContainer } from '../../engine/objects/readObjects'
import { imageTag, isFloating, repository } from '../facts/imageReference'

/** So many versions are offered at most. */
const versionLimit = 3

/** In how many objects of the namespace to look for the same image. */
const searchLimit = 1_000

/** Only a container that runs the same image can tell which version is wanted: of the same Pod, else of another. */
const fix: Fix<'pod', LocatedContainer> = ({ data: { container, path } }, { object, relations }) => {
  const { image = '', imagePullPolicy } = container
  if (!image) return { unfixable: 'Only you know what it should run. Add an image with a fixed tag.' }
  const name = repository(image)
  const own = pinnedVersions(name, [object])
  const versions =
    own.length > 0 ? own : pinnedVersions(name, relations.within(object.namespace).slice(0, searchLimit))
  if (versions.length === 0)
    return { unfixable: 'We cannot tell which version you want. Use a fixed tag or a digest.' }
  return {
    fixes: versions.slice(0, versionLimit).map(([version, user]) => ({
      title: `Set image to ${version}`,
      ...risky(
        `${user} runs this version: what runs here now may be newer, and cannot always go back.${imagePullPolicy ? '' : ' A fixed tag would change the default pull policy, so Always is written down.'}`,
      ),
      changes: [
        { kind: 'set', path: [...path, 'image'], value: version },
        ...(imagePullPolicy
          ? []
          : [{ kind: 'set', path: [...path, 'imagePullPolicy'], value: 'Always' } as const]),
      ],
    })),
  }
}

export default fix

/** The fixed versions of an image that some objects use, each with its first user. */
function pinnedVersions(
  name: string,
  objects: readonly KubernetesObject[],
): readonly (readonly [image: string, user: string])[] {
  const versions = new Map<string, string>()
  for (const object of objects) {
    for (const { container, title } of object.pod?.containers ?? []) {
      const { image } = container
      if (!image || repository(image) !== name || !isPinned(image) || versions.has(image)) continue
      versions.set(image, `${title} of ${titleOf(object)}`)
    }
  }
  return [...versions]
}

/** A tag or a digest after the name; a placeholder does not count. */
function isPinned(image: string): boolean {
  const version = image.slice(repository(image).length)
  return version !== '' && !isFloating(imageTag(image)) && !/[${}]/.test(image)
}
