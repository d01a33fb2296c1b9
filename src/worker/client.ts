import type { Answer, Ask, Fixable, Load, Question, Replies, Reply, Reported, Request } from './protocol'

/** The part of a Worker that is used here, so that tests can replace it. */
export type Port = {
  postMessage(message: Request | Ask | Load): void
  terminate(): void
  onmessage: ((event: MessageEvent<Answer | Fixable | Reply>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  onmessageerror: ((event: MessageEvent) => void) | null
}

/**
 * `start`: the worker could not be loaded or died outside the engine. `time`: no answer within the limit.
 * `engine`: the engine itself threw, which it never should.
 */
export type Failure = {
  readonly kind: 'start' | 'time' | 'engine'
  readonly revision: number
  readonly detail: string
}

export type Wiring = {
  readonly start: () => Port
  /** Only ever called for the newest request. */
  readonly onReport: (answer: Reported) => void
  /** Only ever called for the request that was answered last. */
  readonly onFixable: (answer: Fixable) => void
  readonly onFailure: (failure: Failure) => void
  /** Milliseconds until a worker that does not answer is ended. */
  readonly timeLimit: number
  /** Runs something later, and returns how to cancel it. Tests replace it with their own clock. */
  readonly after?: (milliseconds: number, run: () => void) => () => void
}

export type Client = {
  /** Evaluates a text. A request that was still waiting is dropped: only the newest counts. */
  readonly evaluate: (request: Request) => void
  /** Undefined when there is nothing to say, or the worker is ended before it replies. */
  readonly ask: <About extends keyof Replies>(
    question: Question<About>,
  ) => Promise<Replies[About] | undefined>
  /** Makes the worker load what it may need later. */
  readonly load: (what: Load['load']) => void
}

/**
 * Talks to the worker: at most one request runs and one waits, answers to older requests are dropped.
 * A worker that fails or does not answer is ended; the next request starts a new one.
 */
export const createClient = (wiring: Wiring): Client => {
  const { after = afterTimeout } = wiring
  let port: Port | undefined
  let running: Request | undefined
  let waiting: Request | undefined
  let cancel: (() => void) | undefined
  /** The revision of the request that was answered last. */
  let answered: number | undefined
  let asked = 0
  const questions = new Map<number, (reply: Reply['reply']) => void>()

  const settle = (): void => {
    cancel?.()
    running = undefined
  }

  const next = (): void => {
    const request = waiting
    waiting = undefined
    if (request) run(request)
  }

  const fail = (kind: Failure['kind'], detail: string): void => {
    const revision = running?.revision ?? 0
    settle()
    port?.terminate()
    port = undefined
    questions.forEach((resolve) => resolve(undefined))
    questions.clear()
    wiring.onFailure({ kind, revision, detail })
    next()
  }

  const receive = (answer: Answer | Fixable | Reply): void => {
    if ('ask' in answer) {
      questions.get(answer.ask)?.(answer.reply)
      questions.delete(answer.ask)
      return
    }
    if ('fixable' in answer) {
      if (!running && answer.revision === answered) wiring.onFixable(answer)
      return
    }
    // A worker that was ended may still have had an answer on the way.
    if (answer.revision !== running?.revision) return
    answered = answer.revision
    const isNewest = waiting === undefined
    settle()
    if (isNewest && 'report' in answer) wiring.onReport(answer)
    if (isNewest && 'failure' in answer)
      wiring.onFailure({ kind: 'engine', revision: answer.revision, detail: answer.failure })
    next()
  }

  const open = (): Port => {
    const fresh = wiring.start()
    const isCurrent = (): boolean => fresh === port
    fresh.onmessage = (event) => isCurrent() && receive(event.data)
    fresh.onerror = (event) => isCurrent() && fail('start', event.message ?? '')
    fresh.onmessageerror = () => isCurrent() && fail('start', 'The answer could not be read.')
    return fresh
  }

  const run = (request: Request): void => {
    running = request
    cancel = after(wiring.timeLimit, () => fail('time', ''))
    try {
      port ??= open()
      port.postMessage(request)
    } catch (error) {
      fail('start', error instanceof Error ? error.message : String(error))
    }
  }

  return {
    evaluate: (request) => {
      if (running) waiting = request
      else run(request)
    },
    ask: async <About extends keyof Replies>(question: Question<About>) => {
      asked += 1
      const ask = asked
      const reply = new Promise<Reply['reply']>((resolve) => questions.set(ask, resolve))
      try {
        port ??= open()
        port.postMessage({ ask, question: question as Question })
      } catch {
        questions.delete(ask)
        return undefined
      }
      // The worker answers to what was asked about.
      return (await reply) as Replies[About] | undefined
    },
    load: (what) => port?.postMessage({ load: what }),
  }
}

const afterTimeout = (milliseconds: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}
