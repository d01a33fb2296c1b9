import { createRoot } from 'react-dom/client'
import { mayKeepSome, sessionInHistory } from './session/visits'
import { notify } from './store/actions'
import { afterFirstReport } from './store/afterFirstReport'
import { client, evaluateNow } from './store/evaluation'
import { startKeyboard } from './store/keyboard'
import { startTheme } from './store/theme'
import { App } from './views/App'

/** Milliseconds after which the page is shown, even when the browser has not answered what it keeps. */
const longestWait = 2_000

const root = createRoot(document.getElementById('root') ?? document.body)

/** Sessions are kept and addresses are followed from here on. */
const startSessions = async (): Promise<void> => {
  const [{ startSession, followAddress }, { followSession }] = await Promise.all([
    import('./store/addresses'),
    import('./store/sessions'),
    location.hash.startsWith('#1.') ? import('./session/link').catch(() => undefined) : undefined,
  ])
  await startSession()
  followSession()
  followAddress()
}

const sayNotKept = (): void =>
  notify('Sessions could not be loaded, so what you write is not kept. Reload the page to try again.')

const start = async (): Promise<void> => {
  const isFirstVisit = location.hash === '' && sessionInHistory() === undefined && !mayKeepSome()
  if (isFirstVisit) {
    // The worker starts on the first text before the page is drawn.
    evaluateNow()
    void afterFirstReport().then(startSessions).catch(sayNotKept)
  } else {
    client.prepare()
    const wait = new Promise((resolve) => setTimeout(resolve, longestWait))
    const started = startSessions().catch(() => {
      evaluateNow()
      sayNotKept()
    })
    await Promise.race([started, wait])
  }
  startKeyboard()
  root.render(<App />)
}

/** `?embed`: a small view to read, for frames in other pages. */
const startEmbedded = async (): Promise<void> => {
  const [{ EmbedView }, { openAddress }, { openSession }] = await Promise.all([
    import('./views/embed/EmbedView'),
    import('./store/addresses'),
    import('./store/sessions'),
  ])
  const open = async (): Promise<void> => {
    if (!(await openAddress())) openSession({ text: '' }, 'replace', location.hash)
  }
  await open()
  addEventListener('hashchange', () => void open())
  root.render(<EmbedView />)
}

startTheme()
void (new URLSearchParams(location.search).has('embed') ? startEmbedded() : start())
