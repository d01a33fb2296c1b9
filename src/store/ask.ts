import type { Question, Replies } from '../worker/protocol'
import { client } from './evaluation'

/** Asks the worker about a text; undefined when it has nothing to say or was ended. */
export const ask = <About extends keyof Replies>(
  question: Question<About>,
): Promise<Replies[About] | undefined> => client.ask(question)

/** Makes the worker load everything that it may need later. */
export const loadEverything = (): void => client.load('all')
