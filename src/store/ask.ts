import type { Question, Replies } from '../worker/protocol'
import { isOutdated as isAboutAnother } from '../worker/questions'
import { client } from './evaluation'
import { store } from './store'

/** Asks the worker; undefined when it has nothing to say, or nobody needs the reply any more, or it failed. */
export const ask = <About extends keyof Replies>(
  question: Question<About>,
): Promise<Replies[About] | undefined> => client.ask(question)

/** Whether a question is about an older text, or other settings. */
export const isOutdated = (question: object): boolean => isAboutAnother(question, store.getState())

/** Makes the worker load everything that it may need later. */
export const loadEverything = (): void => client.load('all')
