import { pause } from './pause'
import type {
  Answer,
  Ask,
  Completed,
  Fixable,
  FromWorker,
  Load,
  Question,
  Reply,
  Request,
  ToWorker,
} from './protocol'

/** The pieces of work that a worker is asked for. */
export type Work = {
  readonly answer: (request: Request) => Promise<Answer>
  readonly replyTo: (question: Question) => Promise<Reply['reply']>
  /** Undefined when `isStale` says that something newer has come. */
  readonly fixablePass: (request: Request, isStale: () => boolean) => Promise<Fixable | undefined>
  /** The same once more, with the rules that are loaded after the first report. */
  readonly complete: (request: Request, isStale: () => boolean) => Promise<Completed | undefined>
  readonly loadAll: () => Promise<void>
}

/**
 * Does what it is asked for. A request comes first: it begins when its message is handled, and messages are handled
 * between any two questions. A question about an older text is answered with nothing, without work.
 */
export const serve = (post: (message: FromWorker) => void, work: Work): ((message: ToWorker) => void) => {
  /** The newest request; older ones need no more work. */
  let newest: Request | undefined
  /** Whether the page wants the rest: it does when its first report is on the screen. */
  let sendsRest = false
  /** Whether the answer to the newest request was made without the rules that are loaded later. */
  let isProvisional = false
  const asks: Ask[] = []
  let isAnswering = false

  const respond = async (request: Request): Promise<void> => {
    newest = request
    post({ sign: 'begun', revision: request.revision })
    const answer = await work.answer(request)
    post(answer)
    isProvisional = 'report' in answer && answer.report.admission === undefined
    await sendRest()
  }

  /** The report with all rules, and which of its findings have a fix. */
  const sendRest = async (): Promise<void> => {
    const request = newest
    if (!sendsRest || !request) return
    const isStale = (): boolean => newest !== request
    if (isProvisional) {
      const completed = await work.complete(request, isStale).catch(() => undefined)
      if (isStale()) return
      if (completed) post(completed)
      isProvisional = false
    }
    await sendFixable(request, isStale)
  }

  const sendFixable = async (request: Request, isStale: () => boolean): Promise<void> => {
    const fixable = await work
      .fixablePass(request, isStale)
      .catch((): Fixable => ({ revision: request.revision, fixable: [], notLoaded: ['The fixes'] }))
    if (fixable) post(fixable)
  }

  const isOutdated = ({ question }: Ask): boolean =>
    newest !== undefined && 'text' in question && question.text !== newest.text

  const reply = async (asked: Ask): Promise<void> => {
    const given = isOutdated(asked) ? undefined : await work.replyTo(asked.question).catch(() => undefined)
    post({ ask: asked.ask, reply: given })
  }

  const replyToAll = async (): Promise<void> => {
    if (isAnswering) return
    isAnswering = true
    while (asks.length > 0) {
      await pause()
      const next = asks.shift()
      // Not awaited: one that waits for the network holds up no other.
      if (next) void reply(next)
    }
    isAnswering = false
  }

  const load = async (what: Load['load']): Promise<void> => {
    const isFirst = !sendsRest
    sendsRest = true
    await Promise.all([isFirst && sendRest(), what === 'all' && work.loadAll().catch(() => undefined)])
  }

  return (message) => {
    if ('load' in message) void load(message.load)
    else if ('ask' in message) {
      asks.push(message)
      void replyToAll()
    } else void respond(message)
  }
}
