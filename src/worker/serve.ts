import { pause } from './pause'
import type { Answer, Ask, Fixable, FromWorker, Load, Question, Reply, Request, ToWorker } from './protocol'

/** The pieces of work that a worker is asked for. */
export type Work = {
  readonly answer: (request: Request) => Promise<Answer>
  readonly replyTo: (question: Question) => Promise<Reply['reply']>
  /** Undefined when `isStale` says that something newer has come. */
  readonly fixablePass: (request: Request, isStale: () => boolean) => Promise<Fixable | undefined>
  readonly loadAll: () => Promise<void>
}

/**
 * Does what it is asked for. A request comes first: it begins when its message is handled, and messages are handled
 * between any two questions. A question about an older text is answered with nothing, without work.
 */
export const serve = (post: (message: FromWorker) => void, work: Work): ((message: ToWorker) => void) => {
  /** The newest request; older ones need no more work. */
  let newest: Request | undefined
  /** Whether the page wants to know which findings have a fix: it does when its first report is on the screen. */
  let sendsFixable = false
  const asks: Ask[] = []
  let isAnswering = false

  const respond = async (request: Request): Promise<void> => {
    newest = request
    post({ sign: 'begun', revision: request.revision })
    post(await work.answer(request))
    await sendFixable()
  }

  const sendFixable = async (): Promise<void> => {
    const request = newest
    if (!sendsFixable || !request) return
    const fixable = await work
      .fixablePass(request, () => newest !== request)
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
    const isFirst = !sendsFixable
    sendsFixable = true
    await Promise.all([isFirst && sendFixable(), what === 'all' && work.loadAll().catch(() => undefined)])
  }

  return (message) => {
    if ('load' in message) void load(message.load)
    else if ('ask' in message) {
      asks.push(message)
      void replyToAll()
    } else void respond(message)
  }
}
