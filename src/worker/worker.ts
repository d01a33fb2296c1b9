import { evaluate, loadAll, loadRules } from './engines'
import type { FromWorker, ToWorker } from './protocol'
import { serve } from './serve'

const post = (message: FromWorker): void => postMessage(message)

const receive = serve(post, {
  answer: async ({ revision, text, settings }) => {
    try {
      return { revision, ...(await evaluate(text, settings)) }
    } catch (error) {
      return { revision, failure: error instanceof Error ? error.message : String(error) }
    }
  },
  replyTo: async (question) => (await import('./replies')).replyTo(question),
  complete: async ({ revision, text, settings }, isStale) => {
    if (!(await loadRules()) || isStale()) return undefined
    return { revision, isCompleted: true, ...(await evaluate(text, settings)) }
  },
  fixablePass: async (...given) => (await import('./fixablePass')).fixablePass(...given),
  loadAll: async () => {
    await Promise.all([
      import('./replies'),
      import('../formats/overlayBetween'),
      import('../formats/unifiedDiff'),
    ])
    await loadAll()
    await (await import('./writeOutput')).loadFormats()
  },
})

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => receive(data))
post({ sign: 'loaded' })

// The lock is held as long as the worker lives: the page hears of its end from the browser, even while it was busy.
if ('locks' in navigator) {
  const lock = `worker ${Math.random()}`
  const hold = (): Promise<void> => {
    post({ sign: 'holds', lock })
    return new Promise(() => undefined)
  }
  navigator.locks.request(lock, hold).catch(() => undefined)
}
