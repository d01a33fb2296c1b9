import type { Answer, Ask, Fetch, Question, Replies, Reply, Reported, Request } from './protocol'

/** The part of a Worker that is needed here, so that tests can stand in for one. */
export type Port = {
  postMessage(message: Request | Ask | Fetch): void
  terminate(): void
  onmessage: ((event: MessageEvent<Answer | Reply>) => void) | null
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
  readonly onFailure: (failure: Failure) => void
  /** Milliseconds until a silent worker is ended. */
  readonly timeLimit: number
  /** Runs something later, and returns how to call that off. Tests put their own clock here. */
  readonly after?: (milliseconds: number, run: () => void) => () => void
}

export type Client = {
  /** Has a text evaluated. A request that was still waiting is forgotten: only the newest counts. */
  readonly evaluate: (request: Request) => void
  /** Undefined when there is nothing to say, or the worker ends before it has said it. */
  readonly ask: <About extends keyof Replies>(
    question: Question<About>,
  ) => Promise<Replies[About] | undefined>
  /** Has the worker load what it may need: there is an answer only if it can say more about the last request. */
  readonly fetch: (what: Fetch['fetch']) => void
}

/**
 * Talks to the worker: at most one request runs and one waits, answers to older requests are dropped.
 * A worker that fails or stays silent is ended; the next request starts a fresh one.
 */
export const createClient = (wiring: Wiring): Client => {
  const { after = afterTimeout } = wiring
  let port: Port | undefined
  let running: Request | undefined
  let waiting: Request | undefined
  let callOff: (() => void) | undefined
  /** The request that was answered last: there can be more to say of it. */
  let answered: number | undefined
  let asked = 0
  const questions = new Map<number, (reply: Reply['reply']) => void>()

  const settle = (): void => {
    callOff?.()
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

  const receive = (answer: Answer | Reply): void => {
    if ('ask' in answer) {
      questions.get(answer.ask)?.(answer.reply)
      questions.delete(answer.ask)
      return
    }
    // A worker that was ended may still have had an answer under way.
    if (!running && 'report' in answer && answer.revision === answered) wiring.onReport(answer)
    if (answer.revision !== running?.revision) return
    answered = answer.revision
    const newest = waiting === undefined
    settle()
    if (newest && 'report' in answer) wiring.onReport(answer)
    if (newest && 'failure' in answer)
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
    callOff = after(wiring.timeLimit, () => fail('time', ''))
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
    fetch: (what) => port?.postMessage({ fetch: what }),
  }
}

const afterTimeout = (milliseconds: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}
