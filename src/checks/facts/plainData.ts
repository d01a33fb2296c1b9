import type { Json } from '../../engine/model/json'
import { once } from '../../engine/model/lookup'
import { toJson } from '../../engine/yaml/toJson'
import type { Value } from '../../engine/yaml/value'

/** More values than any object has that the API server stores. */
const valueLimit = 200_000

/**
 * All that is written in an object or a part of it, also what the API does not know; undefined for far too many values,
 * which aliases can repeat. Worked out once for a value.
 */
export const plainData = once((value: Value): Json | undefined =>
  toJson(value, { budget: { left: valueLimit } }),
)
