import type { Value } from './value'
import type { Json } from '../model/json'

/** More than this is not moved about: aliases can stand for far more than a text holds. */
const sizeLimit = 2000

/** What a value says as plain data; undefined when that is too much (`limit`: so many values), or holds a number that no data can hold. */
export function toJson(root: Value, limit = sizeLimit): Json | undefined {
  let left = limit
  const plain = (value: Value): Json => {
    if (--left < 0) return null
    if (value.type === 'sequence') return value.items.map(plain)
    if (value.type === 'mapping')
      return Object.fromEntries([...value.entries].map(([key, entry]) => [key, plain(entry.value)]))
    const { data } = value
    if (typeof data !== 'bigint' && (typeof data !== 'number' || Number.isFinite(data))) return data
    left = -1
    return null
  }
  const data = plain(root)
  return left < 0 ? undefined : data
}
