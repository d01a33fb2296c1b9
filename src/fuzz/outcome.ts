import type { Input } from './input'
import { Broken, type Target } from './targets/target'

/**
 * `exception`: the target threw. `invariant`: its answer cannot be right. `slow`: it took too much time of the CPU.
 * `hang`: it had no answer within the limit. `ended`: its process died, mostly for want of memory.
 */
export type Failure = {
  readonly kind: 'exception' | 'invariant' | 'slow' | 'hang' | 'ended'
  /** Equal for failures with, as far as one can tell, the same cause. */
  readonly signature: string
  /** Everything that is known, for people. */
  readonly error: string
}

/** How a target fared with an input; without a failure, it passed. `cpu`: milliseconds of CPU time. */
export type Outcome = { readonly failure?: Failure; readonly cpu: number }

/** Runs a target in this process. `slowest`: milliseconds of CPU time above which an answer is too slow. */
export async function outcomeOf(target: Target, input: Input, slowest = Infinity): Promise<Outcome> {
  const start = cpuTime()
  try {
    await target.run(input)
  } catch (error) {
    return { failure: failureOf(error), cpu: cpuTime() - start }
  }
  const cpu = cpuTime() - start
  return cpu <= slowest
    ? { cpu }
    : {
        cpu,
        failure: { kind: 'slow', signature: 'slow', error: `It took ${Math.round(cpu)} ms of CPU time.` },
      }
}

/** Milliseconds of CPU time that this process has used. */
export const cpuTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

const failureOf = (error: unknown): Failure => {
  if (error instanceof Broken) return { kind: 'invariant', signature: error.invariant, error: error.message }
  if (!(error instanceof Error)) return { kind: 'exception', signature: String(error), error: String(error) }
  // Where it was thrown tells causes apart; what was thrown often quotes the text.
  const [, place = ''] = /\n\s+at (?:async )?([\w.$<>]+)/.exec(error.stack ?? '') ?? []
  return { kind: 'exception', signature: `${error.name} in ${place}`, error: error.stack ?? error.message }
}
