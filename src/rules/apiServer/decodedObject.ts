import { isObject, type JsonObject } from '../../engine/model/json'
import type { KubernetesObject } from '../../engine/objects/readObjects'
import { toJson } from '../../engine/yaml/toJson'
import type { Mapping } from '../../engine/yaml/value'

/** Aliases can repeat far more values than a text contains; no object that the server stores has as many as this. */
const valueLimit = 200_000

/**
 * An object as the server decodes it; undefined when it has too many values. The items of a list of one kind need not say
 * their kind.
 */
export function decodedObject(
  { apiVersion, kind }: KubernetesObject,
  value: Mapping,
): JsonObject | undefined {
  const json = toJson(value, { budget: { left: valueLimit }, largeNumbers: 'rounded' })
  return isObject(json) ? { apiVersion, kind, ...json } : undefined
}
