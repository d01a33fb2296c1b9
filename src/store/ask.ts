import type { Question, Replies } from '../worker/protocol'
import { client } from './evaluation'
import { store } from './store'

/** Asks the worker; undefined when it has nothing to say, or nobody needs the reply any more, or it failed. */
export const ask = <About extends keyof Replies>(
  question: Question<About>,
): Promise<Replies[About] | undefined> => client.ask(question)

/** Whether a question is about an older text, or other settings. */
export const isOutdated = (question: object): boolean => {
  const { text, settings } = store.getState()
  return (
    'text' in question &&
    !('settings' in question && question.text === text && question.settings === settings)
  )
}

/** Makes the worker load everything that it may need later. */
export const loadEverything = (): void => client.load('all')
