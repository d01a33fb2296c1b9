import { createQuestions, isOutdated } from './questions'
import type {
  Answer,
  Fixable,
  FromWorker,
  Load,
  Question,
  Replies,
  Reported,
  Request,
  Sign,
  ToWorker,
} from './protocol'

/** The part of a Worker that is used here, so that tests can replace it. */
export type Port = {
  postMessage(message: ToWorker): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  onmessageerror: ((event: MessageEvent) => void) | null
}

/**
 * `start`: the worker could not be loaded. `time`: no answer within the limit. `gone`: the worker ended without a word,
 * or was deaf, and is not tried again by itself. `engine`: the engine itself threw, which it never should.
 */
export type Failure = {
  readonly kind: 'start' | 'time' | 'gone' | 'engine'
  readonly revision: number
  readonly detail: string
}

export type Wiring = {
  readonly start: () => Port
  /** Only ever called for the newest request: with its report, and once more when that has been completed. */
  readonly onReport: (answer: Reported) => void
  /** Only ever called for the request that was answered last. */
  readonly onFixable: (answer: Fixable) => void
  readonly onFailure: (failure: Failure) => void
  /** Milliseconds that loading the worker, an evaluation or a question may take. */
  readonly timeLimit: number
  /** Milliseconds that the newest text waits for a worker that is busy with something older, or deaf. */
  readonly patience: number
  /** Runs something later, and returns how to cancel it. Tests replace it with their own clock. */
  readonly after?: (milliseconds: number, run: () => void) => () => void
  /** Runs something when nobody holds a lock any more. */
  readonly whenFree?: (lock: string, run: () => void) => void
}

export type Client = {
  /** Starts the worker, so that it is there when there is something to evaluate. */
  readonly prepare: () => void
  /** Evaluates a text. A request that was still waiting is dropped: only the newest counts. */
  readonly evaluate: (request: Request) => void
  /**
   * Undefined when there is nothing to say, when the question is not about the newest text, when the reply takes longer
   * than the limit, or when the worker is ended before it replies.
   */
  readonly ask: <About extends keyof Replies>(
    question: Question<About>,
  ) => Promise<Replies[About] | undefined>
  /** Makes the worker load what it may need later; a worker that replaces it does so too. */
  readonly load: (what: Load['load']) => void
  /** Evaluates in a new worker, which loads again what could not be loaded: browsers remember failed imports. */
  readonly renew: (request: Request) => void
}

/**
 * Talks to the worker: at most one request runs and one waits, answers to older requests are dropped, and questions wait
 * until the newest text has its report. What fails, ends or does not answer is ended; the next request starts a new one.
 */
export const createClient = (wiring: Wiring): Client => {
  const { after = afterTimeout, whenFree = whenLockIsFree, timeLimit, patience } = wiring
  let port: Port | undefined
  let isLoaded = false
  let wanted: Load['load'] | undefined
  /** The last request that anybody made, the one that was sent, and the one that is to be sent next. */
  let newest: Request | undefined
  let running: Request | undefined
  let waiting: Request | undefined
  let cancelDeadline: (() => void) | undefined
  let cancelTurn: (() => void) | undefined
  /** The request that was answered last, and whether what is fixable in it has come too. */
  let answered: Request | undefined
  let isComplete = true
  /** The last revision that a worker ended on. It is tried once more, if others have worked since. */
  let lost: number | undefined
  let mayRetry = true
  const questions = createQuestions({
    send: (ask) => post(ask),
    limit: (run) => after(timeLimit, run),
    // A request that runs has a limit of its own.
    onLate: () => running ?? lose('A question took too long.'),
  })

  const limit = (milliseconds: number, run: () => void): void => {
    cancelDeadline?.()
    cancelDeadline = after(milliseconds, run)
  }

  const settle = (): void => {
    cancelDeadline?.()
    running = undefined
  }

  const next = (): void => {
    cancelTurn?.()
    cancelTurn = undefined
    const request = waiting
    waiting = undefined
    if (request) run(request)
    else if (!running) questions.sendAll()
  }

  const end = (): void => {
    port?.terminate()
    port = undefined
    isLoaded = false
    questions.dropSent()
  }

  const fail = (kind: Failure['kind'], detail: string): void => {
    const revision = running?.revision ?? 0
    settle()
    end()
    wiring.onFailure({ kind, revision, detail })
    next()
  }

  /** The worker is gone or deaf. What it worked on is tried once more: whatever ended it need not be the text. */
  const lose = (detail: string): void => {
    const request = running ?? (isComplete ? undefined : answered)
    const isLast = !mayRetry
    if (running && !waiting && isLast) return fail('gone', detail)
    settle()
    end()
    if (request) {
      lost = request.revision
      mayRetry = false
      if (isLast && !waiting) wiring.onFixable({ revision: lost, fixable: [], notLoaded: ['The fixes'] })
      else waiting ??= request
    }
    next()
  }

  /** The newest text has waited: a worker that waits for the network takes it at once, one that is busy is replaced. */
  const takeTurn = (): void => {
    cancelTurn = undefined
    if (!waiting) return
    const request = waiting
    waiting = undefined
    run(request, patience / 4, () => {
      end()
      run(request)
    })
  }

  const watch = (): void => {
    if (waiting && isLoaded) cancelTurn ??= after((patience * 3) / 4, takeTurn)
  }

  const hear = (heard: Sign): void => {
    if (heard.sign === 'holds') {
      const holder = port
      return whenFree(heard.lock, () => holder === port && lose('The browser ended the worker.'))
    }
    if (heard.sign === 'begun') {
      if (heard.revision === running?.revision) limit(timeLimit, () => fail('time', ''))
      return
    }
    isLoaded = true
    watch()
    if (running) limit(patience, () => lose('The worker does not respond.'))
  }

  const receiveAnswer = (answer: Answer): void => {
    // A worker that was ended, or had to turn to something newer, may still have had an answer on the way.
    if (answer.revision !== running?.revision) return
    answered = running
    isComplete = wanted === undefined
    if (answer.revision !== lost) mayRetry = true
    const isNewest = waiting === undefined
    settle()
    if (isNewest && 'report' in answer) wiring.onReport(answer)
    if (isNewest && 'failure' in answer)
      wiring.onFailure({ kind: 'engine', revision: answer.revision, detail: answer.failure })
    next()
  }

  const receive = (message: FromWorker): void => {
    if ('sign' in message) hear(message)
    else if ('ask' in message) questions.reply(message)
    else if (!('isCompleted' in message || 'fixable' in message)) receiveAnswer(message)
    else if (running || message.revision !== answered?.revision) return
    else if ('isCompleted' in message) wiring.onReport(message)
    else {
      isComplete = true
      wiring.onFixable(message)
    }
  }

  const open = (): Port => {
    const fresh = wiring.start()
    const isCurrent = (): boolean => fresh === port
    fresh.onmessage = (event) => isCurrent() && receive(event.data)
    fresh.onerror = (event) => {
      if (!isCurrent()) return
      if (isLoaded) lose(event.message ?? '')
      else if (running) fail('start', event.message ?? '')
      else end()
    }
    fresh.onmessageerror = () => isCurrent() && lose('The answer could not be read.')
    return fresh
  }

  const post = (message: ToWorker): void => {
    const isFresh = !port
    port ??= open()
    port.postMessage(message)
    if (isFresh && wanted) port.postMessage({ load: wanted })
  }

  const run = (
    request: Request,
    milliseconds = isLoaded ? patience : timeLimit,
    late = () =>
      isLoaded ? lose('The worker does not respond.') : fail('start', 'Its code did not arrive in time.'),
  ): void => {
    running = request
    limit(milliseconds, late)
    try {
      post(request)
    } catch (error) {
      fail('start', error instanceof Error ? error.message : String(error))
    }
  }

  const evaluate = (request: Request): void => {
    newest = request
    questions.dropOutdated(request)
    if (!running) return run(request)
    waiting = request
    watch()
  }

  return {
    prepare: () => {
      try {
        port ??= open()
      } catch {
        // The first evaluation tries again, and says what is wrong.
      }
    },
    evaluate,
    ask: async <About extends keyof Replies>(given: Question<About>) => {
      const question = given as Question
      if (newest && isOutdated(question, newest)) return undefined
      const reply = questions.add(question)
      if (!running) questions.sendAll()
      // The worker answers to what was asked about.
      return (await reply) as Replies[About] | undefined
    },
    load: (what) => {
      if (answered && !wanted) isComplete = false
      if (wanted !== 'all') wanted = what
      if (port) post({ load: what })
    },
    renew: (request) => {
      settle()
      waiting = undefined
      end()
      evaluate(request)
    },
  }
}

const afterTimeout = (milliseconds: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

/** Where there are no locks (a page that is not served securely), the time limits alone tell. */
const whenLockIsFree = (lock: string, run: () => void): void => {
  if ('locks' in navigator) navigator.locks.request(lock, run).catch(() => undefined)
}
