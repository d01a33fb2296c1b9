import { useCallback, useEffect, useState } from 'react'
import type { Question, Replies } from '../worker/protocol'
import { ask, isOutdated } from './ask'
import { renewWorker } from './evaluation'
import { useApp } from './store'
import { useLatest } from './useLatest'

export type Answer<About extends keyof Replies> = {
  /** The newest one, which may be about an earlier question; undefined before the first, or when there is none. */
  readonly reply: Replies[About] | undefined
  /** The question that it is about. */
  readonly answered: Question<About> | undefined
  readonly isCurrent: boolean
  /** Asks again, of a new worker: what could not be loaded is fetched again. */
  readonly retry: () => void
}

/** Asks the worker. `question`: the same object as long as it is the same question. */
export function useAnswer<About extends keyof Replies>(question: Question<About>): Answer<About> {
  const [answer, setAnswer] = useState<{
    readonly question: Question<About>
    readonly reply: Replies[About] | undefined
  }>()
  /** A question that got no reply because the text had changed: when its text comes back, it is asked again. */
  const [dropped, setDropped] = useState<object>()
  const report = useApp((state) => (dropped === question ? state.reportRevision : undefined))
  const begin = useLatest()
  const start = useCallback(() => {
    const isNewest = begin()
    void ask(question).then((reply) => {
      if (!isNewest()) return reply
      if (reply === undefined && isOutdated(question)) setDropped(question)
      else setAnswer({ question, reply })
      return reply
    })
  }, [question, begin])
  useEffect(start, [start])
  useEffect(() => {
    if (report !== undefined) start()
  }, [report, start])
  const retry = useCallback(() => {
    renewWorker()
    setAnswer(undefined)
    start()
  }, [start])
  const { reply, question: answered } = answer ?? {}
  return { reply, answered, isCurrent: answered === question, retry }
}
