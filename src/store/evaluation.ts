import { createClient } from '../worker/client'
import { afterPaint } from './afterPaint'
import { store } from './store'

/** A worker that has not answered by then is ended, in milliseconds. */
const timeLimit = 20_000
/** A report that takes longer is shown as late, in milliseconds. */
const patience = 150

let patienceTimer: ReturnType<typeof setTimeout> | undefined

/** The first report shares neither the network nor the processor with the code for fixes. */
let asksForFixable = false

/** The page's one connection to its worker. */
export const client = createClient({
  timeLimit,
  start: () => new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module' }),
  onReport: ({ revision, report, notLoaded }) => {
    clearTimeout(patienceTimer)
    patienceTimer = undefined
    store.setState((state) => ({
      report,
      reportText: state.text,
      reportRevision: revision,
      isLate: false,
      failure: undefined,
      ...(notLoaded.length > 0 && {
        notice: `${notLoaded.join(', ')} could not be loaded, so the report does not use them. The next change tries again.`,
      }),
    }))
    if (!asksForFixable) {
      asksForFixable = true
      void afterPaint().then(() => client.load('fixes'))
    }
  },
  onFixable: ({ fixable }) => store.setState({ fixable: new Map(fixable) }),
  onFailure: (failure) => store.setState({ failure, isLate: true }),
})

/** Sends what the store holds now to the worker. */
export const evaluateNow = (): void => {
  const { revision, text, settings } = store.getState()
  patienceTimer ??= setTimeout(() => {
    patienceTimer = undefined
    const state = store.getState()
    if (state.reportRevision !== state.revision) store.setState({ isLate: true })
  }, patience)
  client.evaluate({ revision, text, settings })
}
