import { inputOf, type Input } from './input'
import { minimise } from './minimise'
import type { Failure, Outcome } from './outcome'
import type { Target } from './targets/target'

/** A failure with the smallest input that shows it. */
export type Found = Failure & {
  readonly target: string
  readonly seed: number
  /** The number of the input in the run of this seed. */
  readonly index: number
  readonly input: Input
}

type Plan = {
  readonly seed: number
  readonly targets: readonly Target[]
  readonly pool: readonly string[]
  readonly run: (target: Target, input: Input) => Promise<Outcome>
  /** Asked before each input, with its number. */
  readonly isOver: (index: number) => boolean
  readonly onFound: (found: Found) => void
}

export type Tally = { readonly target: string; readonly inputs: number; readonly failures: number }

/** Steps to make an input smaller; fewer where each one takes as long as the limit. */
const steps = { quick: 1_500, slow: 60 }

/**
 * Runs the targets in turn, each on the next input, and reports each failure once, with its input made smaller. The same
 * seed gives the same inputs.
 */
export async function campaign({
  seed,
  targets,
  pool,
  run,
  isOver,
  onFound,
}: Plan): Promise<readonly Tally[]> {
  const counts = targets.map(({ name }) => ({ target: name, inputs: 0, failures: 0 }))
  const known = new Set<string>()
  for (let index = 0; !isOver(index); index++) {
    const target = targets[index % targets.length]
    const count = counts[index % targets.length]
    if (!target || !count) break
    const input = inputOf(seed, index, pool)
    count.inputs++
    const { failure } = await run(target, input)
    if (!failure) continue
    count.failures++
    const key = `${target.name} ${failure.kind} ${failure.signature}`
    if (known.has(key)) continue
    known.add(key)
    onFound(await smallest({ ...failure, target: target.name, seed, index, input }, target, run))
  }
  return counts
}

const smallest = async (found: Found, target: Target, run: Plan['run']): Promise<Found> => {
  const isSame = ({ failure }: Outcome): boolean =>
    failure?.kind === found.kind && failure.signature === found.signature
  const isSlow = found.kind === 'hang' || found.kind === 'slow' || found.kind === 'ended'
  const fails = async (input: Input): Promise<boolean> => isSame(await run(target, input))
  const input = await minimise(found.input, fails, isSlow ? steps.slow : steps.quick)
  const { failure } = await run(target, input)
  return { ...found, ...(failure && { error: failure.error }), input }
}
