import type { Ask, Question, Reply, Request } from './protocol'

type Asked = {
  readonly question: Question
  readonly resolve: (reply: Reply['reply']) => void
  /** How to cancel its time limit; undefined until it is sent. */
  cancel?: () => void
}

/** The questions that have no reply yet. */
export type Questions = {
  /** Resolves to undefined when the question is dropped. It is not sent before `sendAll`. */
  readonly add: (question: Question) => Promise<Reply['reply']>
  readonly sendAll: () => void
  readonly reply: (reply: Reply) => void
  /** Those that a worker was asked: nobody will reply to them any more. */
  readonly dropSent: () => void
  /** Those about another text than this, or with other settings. */
  readonly dropOutdated: (newest: Request) => void
}

type Wiring = {
  /** May throw. */
  readonly send: (ask: Ask) => void
  /** Starts the time limit of a question, and returns how to cancel it. */
  readonly limit: (run: () => void) => () => void
  /** After the limit; the question is dropped by then. */
  readonly onLate: () => void
}

export const createQuestions = ({ send, limit, onLate }: Wiring): Questions => {
  let last = 0
  const open = new Map<number, Asked>()

  const reply = ({ ask, reply: given }: Reply): void => {
    const one = open.get(ask)
    open.delete(ask)
    one?.cancel?.()
    one?.resolve(given)
  }

  const drop = (isDropped: (one: Asked) => boolean): void =>
    open.forEach((one, ask) => isDropped(one) && reply({ ask, reply: undefined }))

  const sendOne = (one: Asked, ask: number): void => {
    if (one.cancel) return
    one.cancel = limit(() => {
      reply({ ask, reply: undefined })
      onLate()
    })
    try {
      send({ ask, question: one.question })
    } catch {
      reply({ ask, reply: undefined })
    }
  }

  return {
    add: (question) =>
      new Promise((resolve) => {
        last += 1
        open.set(last, { question, resolve })
      }),
    sendAll: () => open.forEach(sendOne),
    reply,
    dropSent: () => drop(({ cancel }) => cancel !== undefined),
    dropOutdated: (newest) => drop(({ question }) => isOutdated(question, newest)),
  }
}

/** Whether a question is about another text than this, or with other settings. */
export const isOutdated = (question: object, newest: Pick<Request, 'text' | 'settings'>): boolean =>
  'text' in question &&
  !('settings' in question && question.text === newest.text && question.settings === newest.settings)
