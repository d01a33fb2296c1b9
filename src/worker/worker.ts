import { checks } from '../checks'
import { evaluate } from '../engine/evaluate'
import { catalog } from '../schemas'
import type { Answer, Request } from './protocol'

/** One object for the life of the worker: by it the engine knows what it has read and judged before. */
const library = { checks, schemas: catalog }

const answer = ({ revision, text, settings }: Request): Answer => {
  try {
    return { revision, report: evaluate(text, settings, library) }
  } catch (error) {
    return { revision, failure: error instanceof Error ? error.message : String(error) }
  }
}

addEventListener('message', (event: MessageEvent<Request>) => postMessage(answer(event.data)))
