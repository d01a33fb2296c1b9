import type { Question, Replies } from '../worker/protocol'
import { client } from './evaluation'

/** Asks the engine about one place of a text; undefined when it has nothing to say, or is gone. */
export const ask = <About extends keyof Replies>(
  question: Question<About>,
): Promise<Replies[About] | undefined> => client.ask(question)

/** Has everything loaded that may be asked for later. */
export const fetchSchemas = (): void => client.fetch('all')
