import type { Json } from '../model/json'
import type { Value } from './value'

/** How many more values may be read: several readings can share one budget. */
export type Budget = { left: number }

type Limits = {
  readonly budget?: Budget
  /** `exact`: a whole number beyond 2^53 makes the whole value unreadable. `rounded`: it becomes the nearest double. */
  readonly largeNumbers?: 'exact' | 'rounded'
}

/** Enough for a part of an object. Aliases can stand for far more than a text holds. */
const usualBudget = 2_000

/** Deeper than any document of use, and far from where recursion ends. */
const depthLimit = 200

class TooMuch extends Error {}

/**
 * What a value says as plain data; undefined when it has more values than the budget, is nested too deep, or holds a
 * number that plain data cannot hold.
 */
export function toJson(root: Value, limits: Limits = {}): Json | undefined {
  const { budget = { left: usualBudget }, largeNumbers = 'exact' } = limits
  const plain = (value: Value, depth: number): Json => {
    if (--budget.left < 0 || depth > depthLimit) throw new TooMuch()
    if (value.type === 'sequence') return value.items.map((item) => plain(item, depth + 1))
    if (value.type === 'mapping')
      return Object.fromEntries(
        [...value.entries].map(([key, entry]) => [key, plain(entry.value, depth + 1)]),
      )
    const { data } = value
    if (typeof data !== 'bigint' && typeof data !== 'number') return data
    if (typeof data === 'bigint' && largeNumbers === 'rounded') return Number(data)
    if (typeof data === 'bigint' || !Number.isFinite(data)) throw new TooMuch()
    return data
  }
  try {
    return plain(root, 0)
  } catch (error) {
    if (error instanceof TooMuch) return undefined
    throw error
  }
}
