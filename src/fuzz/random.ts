/** A source of numbers that looks random and gives the same numbers for the same seed. */
export type Random = {
  /** A whole number from 0 up to, but not including, `limit`. */
  readonly below: (limit: number) => number
  /** One of the items. Throws a RangeError when there are none. */
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** True once in `times` calls, on average. */
  readonly oneIn: (times: number) => boolean
}

/** The mulberry32 generator. `seed`: any whole number. */
export function randomFrom(seed: number): Random {
  let state = seed | 0
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
  const pick = <Item>(items: readonly Item[]): Item => {
    const at = below(Math.max(1, items.length))
    for (const item of items.slice(at, at + 1)) return item
    throw new RangeError('There is nothing to pick from.')
  }
  return { below, pick, oneIn: (times) => below(times) === 0 }
}

/** A seed of its own for each input of a run, so that one input can be made again without those before it. */
export const seedOf = (seed: number, index: number): number =>
  Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)
