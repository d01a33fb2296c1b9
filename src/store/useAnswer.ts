import { useEffect, useState } from 'react'
import { ask } from './ask'
import type { Question, Replies } from '../worker/protocol'

/** `reply`: the newest one, which may be about an earlier question; undefined before the first, or when there is none. */
export type Answer<Reply> = { readonly reply: Reply | undefined; readonly isCurrent: boolean }

/** Asks the worker. `question`: the same object as long as it is the same question. */
export function useAnswer<About extends keyof Replies>(question: Question<About>): Answer<Replies[About]> {
  const [answer, setAnswer] = useState<{
    readonly question: object
    readonly reply: Replies[About] | undefined
  }>()
  useEffect(() => {
    let isOver = false
    const show = async (): Promise<void> => {
      const reply = await ask(question)
      if (!isOver) setAnswer({ question, reply })
    }
    void show()
    return () => {
      isOver = true
    }
  }, [question])
  return { reply: answer?.reply, isCurrent: answer?.question === question }
}
