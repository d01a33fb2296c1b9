import type { Mended } from '../../engine/findings/check'
import {
  titleOf,
  type KubernetesObject,
  type LocatedContainer,
  type PodBearer,
} from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import { imageTag, isFloating, repository } from '../facts/imageReference'

/** Only another container that runs the same image can tell which version is meant: of the same pod, else of another. */
export function pinned(
  { container, path }: LocatedContainer,
  object: PodBearer,
  relations: Relations,
): Mended {
  const { image = '', imagePullPolicy } = container
  if (!image)
    return { unfixable: 'Only you know what it should run: name an image, with a tag that never moves.' }
  const same = (shelf: Shelf) => [...(shelf.get(repository(image)) ?? [])]
  const own = same(shelfOf([object]))
  const versions = own.length > 0 ? own : same(shelfBeside(object, relations))
  if (versions.length === 0)
    return { unfixable: 'Only you know which version is meant: name a tag that never moves, or a digest.' }
  return {
    fixes: versions.slice(0, versionLimit).map(([version, by]) => ({
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

/** So many versions are offered at most. */
const versionLimit = 3

/** By repository the images that stay what they are, each with who runs it. */
type Shelf = ReadonlyMap<string, ReadonlyMap<string, string>>

function shelfOf(objects: readonly KubernetesObject[]): Shelf {
  const shelf = new Map<string, Map<string, string>>()
  for (const object of objects) {
    for (const { container, title } of object.pod?.containers ?? []) {
      const { image } = container
      if (!image || !isPinned(image)) continue
      const versions = shelf.get(repository(image)) ?? new Map<string, string>()
      shelf.set(repository(image), versions)
      if (!versions.has(image)) versions.set(image, `${title} of ${titleOf(object)}`)
    }
  }
  return shelf
}

const shelves = new WeakMap<Relations, Map<string, Shelf>>()

/** That of all objects of the namespace; made once. */
function shelfBeside({ namespace }: PodBearer, relations: Relations): Shelf {
  const known = shelves.get(relations) ?? new Map<string, Shelf>()
  shelves.set(relations, known)
  const shelf = known.get(namespace) ?? shelfOf(relations.within(namespace))
  known.set(namespace, shelf)
  return shelf
}

/** A tag or a digest behind the name; a placeholder for one says nothing yet. */
function isPinned(image = ''): boolean {
  const version = image.slice(repository(image).length)
  return version !== '' && !isFloating(imageTag(image)) && !/[${}]/.test(image)
}
