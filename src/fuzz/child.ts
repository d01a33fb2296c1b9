import { families } from './growth/families'
import { operations } from './growth/operations'
import type { Input } from './input'
import { cpuTime, outcomeOf, type Outcome } from './outcome'
import { targets } from './targets'
import { startWatchdog } from './watchdog'

/** What the child process is asked to do: run a target on an input, or measure an operation on a text of a family. */
export type Task =
  | { readonly target: string; readonly input: Input }
  | { readonly operation: string; readonly family: string; readonly size: number }

/** `isLargest`: the text of a family is so long that a longer one would take too much time. */
export type Answer = Outcome & { readonly isLargest?: boolean }

/** Milliseconds of CPU time above which the answer to a random input, which is at most a few pages long, is too slow. */
const slowest = 8_000

/** Milliseconds of CPU time after which there will be no answer. Texts of families are long, and are prepared as well. */
const limits = { input: 15_000, growth: 60_000 }

/** The length of a text, and the time of preparing and measuring it, from which n is not doubled any more. */
const longest = { text: 400_000, time: 1_500 }

/** Answers to tasks until the parent ends the process. */
export function serve(): void {
  const watchdog = startWatchdog()
  process.on('message', async (task: Task) => {
    watchdog.start('target' in task ? limits.input : limits.growth)
    const reply = await answer(task)
    watchdog.end()
    process.send?.(reply)
  })
  process.on('disconnect', () => process.exit())
  // Ctrl+C reaches this process too, but only the parent decides when it ends.
  process.on('SIGINT', () => undefined)
}

const answer = async (task: Task): Promise<Answer> => {
  if ('target' in task) {
    const target = targets.find(({ name }) => name === task.target)
    if (!target) throw new Error(`There is no target ${task.target}.`)
    return outcomeOf(target, task.input, slowest)
  }
  return measure(task.operation, task.family, task.size)
}

/** The cost of one run in an engine that remembers nothing. */
const measure = async (operation: string, family: string, size: number): Promise<Answer> => {
  const begin = cpuTime()
  const text = families.find(({ name }) => name === family)?.text(size) ?? ''
  const prepare = operations.find(({ name }) => name === operation)?.prepare
  if (!prepare) throw new Error(`There is no operation ${operation}.`)
  const run = await prepare(text)
  globalThis.gc?.()
  const start = cpuTime()
  run()
  const end = cpuTime()
  return { cpu: end - start, isLargest: text.length >= longest.text || end - begin >= longest.time }
}
