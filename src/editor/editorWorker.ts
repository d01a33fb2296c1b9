import editorWorker from 'monaco-editor/editor/editor.worker?worker&url'
import { startWorker } from '../store/startWorker'

/** A call as Monaco sends it to its worker. `type` 0: it waits for an answer. */
type Call = {
  readonly type: number
  readonly vsWorker: number
  readonly req: string
  readonly method: string
}

const isCall = (message: unknown): message is Call =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 0

/**
 * Monaco's worker, which compares texts and looks for links. When it cannot be loaded, Monaco would throw an error that
 * nobody catches, and wait for answers for ever; told that each call has failed, it does the work on the page.
 */
export const startEditorWorker = (): Worker => {
  const worker = startWorker(editorWorker)
  const send = worker.postMessage.bind(worker)
  const unanswered: Call[] = []
  let state: 'loading' | 'works' | 'failed' = 'loading'

  const refuse = ({ vsWorker, req, method }: Call): void => {
    const error = method === '$initialize' ? {} : { err: new Error('The worker could not be loaded.') }
    const data = { type: 1, vsWorker, seq: req, ...error }
    queueMicrotask(() => worker.onmessage?.(new MessageEvent('message', { data })))
  }

  worker.postMessage = (message: unknown, transfer?: Transferable[] | StructuredSerializeOptions): void => {
    if (isCall(message)) {
      if (state === 'failed') return refuse(message)
      if (state === 'loading') unanswered.push(message)
    }
    if (Array.isArray(transfer)) send(message, transfer)
    else send(message, transfer)
  }
  worker.addEventListener('message', () => void (state = 'works'), { once: true })
  // Before Monaco's own listener, which comes later.
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    if (state === 'loading') unanswered.splice(0).forEach(refuse)
    state = 'failed'
  })
  return worker
}
