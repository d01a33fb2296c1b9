import type { JsonObject } from '../engine/model/json'
import type { Answer } from './answer'
import type { Place } from './place'
import { has } from './read'

/** Fields with the minor version from which on their feature gate is on: 31 for 1.31. */
export type Gated = Readonly<Record<string, number>>

/**
 * The object without the fields that the server drops before it validates it, because their feature gates are off in this
 * version. Reports each of them. `owner`: “The Job”. Source: pkg/features/kube_features.go, and the functions named
 * `dropDisabledFields`.
 */
export function withoutGated(
  object: JsonObject,
  place: Place,
  owner: string,
  gated: Gated,
  answer: Answer,
): JsonObject {
  const dropped = Object.keys(gated).filter((key) => has(object, key) && !answer.isFrom(gated[key] ?? 0))
  if (dropped.length === 0) return object
  for (const key of dropped)
    answer.drop(
      'no-effect',
      place.child(key),
      `${owner}: ${key} has no effect before Kubernetes 1.${gated[key]}.`,
    )
  return Object.fromEntries(Object.entries(object).filter(([key]) => !dropped.includes(key)))
}
