import type { KubernetesObject } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'

/** Among more objects than this, similar names mean little and take long to find. */
const limit = 300

/**
 * The objects that one may have meant to name or select: those of its namespace, itself included; none when there are too
 * many.
 */
export function candidates(
  { namespace }: KubernetesObject,
  relations: Relations,
): readonly KubernetesObject[] {
  const objects = relations.within(namespace)
  return objects.length > limit ? [] : objects
}
