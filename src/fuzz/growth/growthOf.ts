/** How the cost of an operation grows with a text. */
export type Growth = {
  /** The size of the smallest text that was measured. */
  readonly size: number
  /** At one, two and four times the size, in the unit of the measure; `Infinity` where there was no answer. */
  readonly costs: readonly [number, number, number]
  /** The last cost divided by the first. Undefined when all are too small to tell. */
  readonly factor: number | undefined
  readonly isTooSteep: boolean
}

/** `cost`: of one measurement. `isLargest`: a text does not have to grow any more, because it is long enough. */
export type Measure = (size: number) => Promise<{ readonly cost: number; readonly isLargest: boolean }>

/** Linear is 4; n·log n is below 5 for all sizes that can be measured. */
export const steepest = 5

/** How often a result that is too steep is measured again, each time at twice the size: noise goes away, growth does not. */
const again = 3

/**
 * Measures at n, 2n and 4n, where n doubles until the cost can be measured or the text is long enough. Of several
 * measurements of the same size the smallest counts. `base`: the cost from which it can be measured.
 */
export async function growthOf(measure: Measure, base: number): Promise<Growth> {
  const first = await firstSize(measure, base)
  let growth = await growthFrom(measure, base, first, 1)
  for (let round = 1; round <= again && growth.isTooSteep && growth.factor !== Infinity; round++)
    growth = await growthFrom(measure, base, first * 2 ** round, 3)
  return growth
}

/** `runs`: how often each size is measured. */
async function growthFrom(measure: Measure, base: number, size: number, runs: number): Promise<Growth> {
  const best = async (at: number): Promise<number> => {
    let least = Infinity
    for (let run = 0; run < runs; run++) {
      const { cost } = await measure(at)
      // Without an answer, asking again would take as long.
      if (cost === Infinity) return cost
      least = Math.min(least, cost)
    }
    return least
  }
  const one = await best(size)
  const two = one === Infinity ? one : await best(2 * size)
  const four = two === Infinity ? two : await best(4 * size)
  const costs = [one, two, four] as const
  if (four === Infinity) return { size, costs, factor: Infinity, isTooSteep: true }
  // Whatever it grows like, it does not matter.
  if (four < 2 * base) return { size, costs, factor: undefined, isTooSteep: false }
  return { size, costs, factor: four / one, isTooSteep: four / one > steepest }
}

/** The first size at which the cost can be measured, or where there is no answer. */
async function firstSize(measure: Measure, base: number): Promise<number> {
  for (let size = 8; ; size *= 2) {
    const { cost, isLargest } = await measure(size)
    if (isLargest || cost === Infinity) return size
    // Code that runs for the first time is slow: the second time counts.
    if (cost >= base && (await measure(size)).cost >= base) return size
  }
}
