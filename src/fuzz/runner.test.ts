import { expect, test } from 'vitest'
import { createRunner, type Port } from './runner'

/** A runner whose processes and clock are in the hands of the test. */
const stage = () => {
  const processes: (Port<string, string> & { readonly tasks: string[]; isEnded: boolean })[] = []
  const timers = new Set<() => void>()
  const runner = createRunner<string, string>({
    limit: 1_000,
    start: () => {
      const process = {
        tasks: [] as string[],
        isEnded: false,
        onAnswer: undefined,
        onEnd: undefined,
        send: (task: string) => void process.tasks.push(task),
        end: () => void (process.isEnded = true),
      }
      processes.push(process)
      return process
    },
    after: (_, run) => {
      timers.add(run)
      return () => void timers.delete(run)
    },
  })
  return { runner, processes, timers }
}

test('answers come from one process, and leave no timer behind', async () => {
  const { runner, processes, timers } = stage()
  for (const task of ['a', 'b']) {
    const run = runner.run(task)
    processes[0]?.onAnswer?.(`${task}!`)
    expect(await run).toEqual({ answer: `${task}!` })
  }
  expect(processes.map(({ tasks }) => tasks)).toEqual([['a', 'b']])
  expect(timers.size).toBe(0)
})

test('a process that hangs is ended, and the next task gets a fresh one', async () => {
  const { runner, processes, timers } = stage()
  const run = runner.run('a')
  timers.forEach((elapse) => elapse())
  expect(await run).toMatchObject({ failure: { kind: 'hang' } })
  expect(processes[0]?.isEnded).toBe(true)
  const next = runner.run('b')
  processes[1]?.onAnswer?.('b!')
  expect(await next).toEqual({ answer: 'b!' })
})

test('a process that dies is a failure with its last words', async () => {
  const { runner, processes, timers } = stage()
  const run = runner.run('a')
  processes[0]?.onEnd?.('ended', 'out of memory')
  expect(await run).toMatchObject({ failure: { kind: 'ended', error: 'out of memory' } })
  expect(timers.size).toBe(0)
})

test('closing ends the process without a failure', () => {
  const { runner, processes } = stage()
  void runner.run('a')
  runner.close()
  expect(processes[0]).toMatchObject({ isEnded: true, onEnd: undefined })
})
