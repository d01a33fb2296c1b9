import type { Json } from '../model/json'
import type { Value } from './value'

/** How many more values can be converted. Several calls can share one budget. */
export type Budget = { left: number }

type Limits = {
  readonly budget?: Budget
  /** A whole number beyond 2^53. `exact`: there is no result. `rounded`: it becomes the nearest double. */
  readonly largeNumbers?: 'exact' | 'rounded'
}

/** Enough for a part of an object. Aliases can repeat far more values than the text contains. */
const usualBudget = 2_000

/** Deeper than any useful document, and far below the depth at which recursion fails. */
const depthLimit = 200

class NotConvertible extends Error {}

/**
 * The plain data of a value; undefined when it has more values than the budget, is nested too deeply, or has a number that
 * plain data cannot represent.
 */
export function toJson(root: Value, limits: Limits = {}): Json | undefined {
  const { budget = { left: usualBudget }, largeNumbers = 'exact' } = limits
  const convert = (value: Value, depth: number): Json => {
    if (--budget.left < 0 || depth > depthLimit) throw new NotConvertible()
    if (value.type === 'sequence') return value.items.map((item) => convert(item, depth + 1))
    if (value.type === 'mapping') {
      const entries: [string, Json][] = []
      for (const [key, entry] of value.entries) entries.push([key, convert(entry.value, depth + 1)])
      return Object.fromEntries(entries)
    }
    const { data } = value
    if (typeof data !== 'bigint' && typeof data !== 'number') return data
    if (typeof data === 'bigint' && largeNumbers === 'rounded') return Number(data)
    if (typeof data === 'bigint' || !Number.isFinite(data)) throw new NotConvertible()
    return data
  }
  try {
    return convert(root, 0)
  } catch (error) {
    if (error instanceof NotConvertible) return undefined
    throw error
  }
}
