import type { Thing } from '../model/finding'
import type { Path } from '../model/path'
import { chosenKey } from '../model/titles'
import type { KubernetesObject } from '../objects/readObjects'

/** What a place of an object is about: a label or another key that somebody chose, or else the container that it is in. */
export const thingAt = (object: KubernetesObject, path: Path): Thing | undefined =>
  chosenKey(path) ?? containerAt(object, path)

function containerAt({ pod }: KubernetesObject, path: Path): Thing | undefined {
  if (!pod) return undefined
  const depth = pod.path.length
  const [spec, field, index] = path.slice(depth)
  const isInPod = spec === 'spec' && pod.path.every((step, at) => step === path[at])
  if (!isInPod || typeof index !== 'number') return undefined
  const before = pod.spec.initContainers?.length ?? 0
  if (field === 'initContainers') return index < before ? pod.containers[index]?.about : undefined
  return field === 'containers' ? pod.containers[before + index]?.about : undefined
}
