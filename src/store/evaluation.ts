import { createClient } from '../worker/client'
import { painted } from './painted'
import { store } from './store'

/** After this long an engine is taken to hang, in milliseconds. */
const timeLimit = 20_000
/** A report that comes sooner replaces the old one without a sign of waiting, in milliseconds. */
const patience = 150

let patienceTimer: ReturnType<typeof setTimeout> | undefined

/** The one connection of the page to its worker. */
export const client = createClient({
  timeLimit,
  start: () => new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module' }),
  onReport: ({ revision, report, notLoaded, withFixes }) => {
    clearTimeout(patienceTimer)
    patienceTimer = undefined
    store.setState((state) => ({
      report,
      reportText: state.text,
      reportRevision: revision,
      late: false,
      failure: undefined,
      ...(notLoaded.length > 0 && {
        notice: `${notLoaded.join(', ')} could not be loaded, so the report was made without them. They are asked for again with the next change.`,
      }),
    }))
    if (!withFixes) void painted().then(() => client.fetch('mends'))
  },
  onFailure: (failure) => store.setState({ failure, late: true }),
})

/** Sends what the store holds now to the worker. */
export const evaluateNow = (): void => {
  const { revision, text, settings } = store.getState()
  patienceTimer ??= setTimeout(() => {
    patienceTimer = undefined
    const state = store.getState()
    if (state.reportRevision !== state.revision) store.setState({ late: true })
  }, patience)
  client.evaluate({ revision, text, settings })
}
