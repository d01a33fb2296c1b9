import { createClient } from '../worker/client'
import workerScript from '../worker/worker.ts?worker&url'
import type { Request } from '../worker/protocol'
import { serverRules } from '../worker/serverRules'
import { afterPaint } from './afterPaint'
import { startWorker } from './startWorker'
import { store } from './store'
import { afterReport } from './typing'

/** A worker that has not answered by then is ended, in milliseconds. */
const timeLimit = 20_000
/** The newest text waits no longer for a worker that is busy with an older one, or does not respond. */
const patienceWithWorker = 2_000
/** A report that takes longer is shown as late, in milliseconds. */
const patience = 150

let patienceTimer: ReturnType<typeof setTimeout> | undefined

/** The first report shares neither the network nor the processor with the code for fixes. */
let asksForFixable = false

/** The page's one connection to its worker. */
export const client = createClient({
  timeLimit,
  patience: patienceWithWorker,
  start: () => startWorker(workerScript),
  onReport: ({ revision, report, notLoaded }) => {
    clearTimeout(patienceTimer)
    patienceTimer = undefined
    store.setState((state) => ({
      ...afterReport(state, report),
      report,
      reportText: state.text,
      reportRevision: revision,
      reportVersion: state.settings.kubernetesVersion,
      isLate: false,
      failure: undefined,
      notLoaded,
    }))
    if (!asksForFixable) {
      asksForFixable = true
      void afterPaint().then(() => client.load('fixes'))
    }
  },
  // It comes last: a report that is provisional by now stays so.
  onFixable: ({ fixable, notLoaded }) =>
    store.setState((state) => ({
      fixable: new Map(fixable),
      notLoaded: [
        ...new Set([...state.notLoaded, ...notLoaded, ...(state.report?.admission ? [] : [serverRules])]),
      ],
    })),
  onFailure: (failure) => store.setState({ failure, isLate: true }),
})

/** Sends what the store holds now to the worker. */
export const evaluateNow = (): void => send(client.evaluate)

/** The same in a new worker: what could not be loaded is fetched again. */
export const renewWorker = (): void => send(client.renew)

const send = (evaluate: (request: Request) => void): void => {
  const { revision, text, settings } = store.getState()
  patienceTimer ??= setTimeout(() => {
    patienceTimer = undefined
    const state = store.getState()
    if (state.reportRevision !== state.revision) store.setState({ isLate: true })
  }, patience)
  evaluate({ revision, text, settings })
}
