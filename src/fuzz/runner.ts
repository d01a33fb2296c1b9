import type { Failure } from './outcome'

/** The part of a child process that is used here, so that tests can replace it. */
export type Port<Task, Answer> = {
  send(task: Task): void
  end(): void
  onAnswer: ((answer: Answer) => void) | undefined
  /** Called with a reason when the process ends before it is told to. `hang`: because it took too much time. */
  onEnd: ((kind: 'hang' | 'ended', reason: string) => void) | undefined
}

/** What became of a task: an answer, or why there is none. */
type Run<Answer> = { readonly answer: Answer } | { readonly failure: Failure }

export type Runner<Task, Answer> = {
  /** One at a time: call it again when the one before has resolved. Never rejects. */
  readonly run: (task: Task) => Promise<Run<Answer>>
  readonly close: () => void
}

type Wiring<Task, Answer> = {
  readonly start: () => Port<Task, Answer>
  /** Milliseconds until a process that does not answer is ended. */
  readonly limit: number
  /** Runs something later, and returns how to cancel it. Tests replace it with their own clock. */
  readonly after?: (milliseconds: number, run: () => void) => () => void
}

/** Runs tasks in another process, which is ended when it does not answer, and started again for the next task. */
export function createRunner<Task, Answer>(wiring: Wiring<Task, Answer>): Runner<Task, Answer> {
  const { after = afterTimeout } = wiring
  let port: Port<Task, Answer> | undefined
  const close = (): void => {
    if (!port) return
    port.onEnd = undefined
    port.end()
    port = undefined
  }
  const run = (task: Task): Promise<Run<Answer>> =>
    new Promise((resolve) => {
      port ??= wiring.start()
      const fail = (kind: 'hang' | 'ended', error: string): void => {
        cancel()
        close()
        resolve({ failure: { kind, signature: kind, error } })
      }
      const cancel = after(wiring.limit, () => fail('hang', `There was no answer within ${wiring.limit} ms.`))
      port.onAnswer = (answer) => {
        cancel()
        resolve({ answer })
      }
      port.onEnd = fail
      port.send(task)
    })
  return { run, close }
}

const afterTimeout = (milliseconds: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}
